"""Twenty at once, as the workers of an ERP come: none is turned away, and a number is given once."""

import sys
import threading
import time
from collections.abc import Callable, Sequence
from typing import Any

import pytest

from tests.journey.installation import Local
from tools.client import Answer, Browser, Company, Person, apps

from ..browser.people import staff

AT_ONCE = 20


def form(numbering: str) -> dict[str, Any]:
    options = {"template": "ERP-{0000}", "numbering": numbering}
    fields = [
        {"id": "customer", "type": "text", "name": "客户", "required": True},
        {"id": "number", "type": "serial", "name": "编号", "options": options},
    ]
    return {"name": f"订单 {numbering}", "fields": fields, "list": ["customer"]}


@pytest.fixture(scope="module")
def company(installation: Local) -> Company:
    return staff(installation, "admin", "manager", "sales")


def at_once(installation: Local, person: Person, ask: Callable[[Browser, int], Answer]) -> list[Answer]:
    """Everybody with connections of their own, let go at the same moment."""
    signed_in = [Person(person.plan, person.email, person.password, installation.browse("zh-CN")) for _ in range(5)]
    assert all(each.sign_in() for each in signed_in)
    gate = threading.Barrier(AT_ONCE)
    answers: list[Answer] = []
    seconds: list[float] = []

    def work(number: int) -> None:
        browser = signed_in[number % len(signed_in)].browser
        gate.wait()
        began = time.monotonic()
        answers.append(ask(browser, number))
        seconds.append(time.monotonic() - began)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(AT_ONCE)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    told = sorted(seconds)
    sys.stdout.write(f"{len(answers)} at once: median {told[len(told) // 2]:.1f} s, slowest {told[-1]:.1f} s\n")
    return answers


def statuses(answers: Sequence[Answer]) -> list[int]:
    return [answer.status for answer in answers]


@pytest.mark.parametrize("numbering", ["gapless", "fast"])
def test_twenty_records_with_a_serial_number(installation: Local, company: Company, numbering: str) -> None:
    form_id = apps.publish_form(company.admin.browser, form(numbering))
    path = f"/v1/forms/{form_id}/records"

    answers = at_once(
        installation,
        company.people["sales"],
        lambda browser, number: browser.ask("POST", path, {"values": {"customer": f"客户 {number}"}}),
    )

    assert statuses(answers) == [201] * AT_ONCE, [answer.body for answer in answers if answer.status != 201]
    serials = sorted(answer.body["serial"] for answer in answers)
    assert len(set(serials)) == AT_ONCE
    if numbering == "gapless":
        assert serials == [f"ERP-{number:04}" for number in range(1, AT_ONCE + 1)]


def test_twenty_submissions_and_their_decisions(installation: Local, company: Company) -> None:
    form_id = apps.publish_form(company.admin.browser, form("gapless"))
    step = {"type": "approve", "id": "one", "name": "审批", "mode": "any", "approvers": [{"type": "manager"}]}
    apps.publish_flow(company.admin.browser, {"form_id": form_id, "name": "订单审批", "steps": [step]})

    submitted = at_once(
        installation,
        company.people["sales"],
        lambda browser, number: browser.ask(
            "POST", "/v1/runs", {"form_id": form_id, "values": {"customer": f"客户 {number}"}}
        ),
    )
    assert statuses(submitted) == [201] * AT_ONCE, [answer.body for answer in submitted if answer.status != 201]

    cards = [card for card in apps.todos(company.people["manager"].browser) if card["form_id"] == form_id]
    decided = at_once(
        installation,
        company.people["manager"],
        lambda browser, number: apps.decide(
            browser, cards[number]["run_id"], cards[number]["task_id"], "approve", "同意"
        ),
    )
    assert statuses(decided) == [200] * AT_ONCE, [answer.body for answer in decided if answer.status != 200]
