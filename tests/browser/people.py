"""Companies for the tests, made over HTTP as the demo is, and people of them before a screen."""

import secrets
from collections.abc import Mapping
from datetime import date
from typing import Any, Protocol

from tests.journey.receiver import Receiver
from tools.client import Browser, Company, Person, apps, new_company, wait_for
from tools.client import company as build
from tools.demo.data import load, quotes
from tools.local.visitor import Visitor

from .screen import Screen


class Open(Protocol):
    """Opens a browser's window for somebody; without a person nobody is signed in."""

    def __call__(
        self, person: Person | None = None, *, width: int = 1440, language: str = "zh-CN", keyboard: bool = False
    ) -> Screen: ...


def staff(at: Visitor, *keys: str, plan: Mapping[str, Any] | None = None) -> Company:
    """Part of the demo company under an address of its own, with the quote form and its flow."""
    wanted = dict(plan or load("company"))
    wanted["people"] = [_within(each, keys) for each in wanted["people"] if each["key"] in keys]
    wanted["departments"] = [each for each in wanted["departments"] if each["head"] in keys]
    company = new_company(
        wanted, at, at.browse, domain=f"test-{secrets.token_hex(4)}.example", password=secrets.token_urlsafe(12)
    )
    build.sign_up(company)
    build.ensure_places(company)
    build.ensure_members(company)
    build.ensure_lines(company)
    return company


def _within(person: Mapping[str, Any], keys: tuple[str, ...]) -> dict[str, Any]:
    return {**person, "manager": person["manager"] if person["manager"] in keys else ""}


def with_quotes(company: Company) -> Company:
    """The quote form, and a flow in which the manager decides every quote."""
    admin = company.admin.browser
    company.forms["quote"] = apps.publish_form(admin, load("quote_form"))
    apps.publish_flow(admin, company.filled(FLOW))
    return company


FLOW: dict[str, Any] = {
    "form_id": "$form:quote",
    "name": "报价审批",
    "withdraw": "before_first_decision",
    "summary": ["total", "discount", "customer_type"],
    "steps": [
        {
            "type": "approve",
            "id": "manager",
            "name": "大区经理审批",
            "mode": "any",
            "approvers": [{"type": "manager", "level": 1}],
        }
    ],
}


def submitted(company: Company, by: str, customer: str, today: date) -> dict[str, Any]:
    """A quote for this customer on its way; the run."""
    values = {**quotes()[0].values(today), "customer": customer}
    return apps.submit(company.people[by].browser, company.forms["quote"], values)


def signed_in_person(at: Visitor, email: str, password: str) -> Person:
    """Somebody who exists already, for what a test does beside the screen."""
    person = Person({}, email, password, at.browse("zh-CN"))
    assert person.sign_in()
    return person


def webhook_heard_once(admin: Browser, receiver: Receiver, description: str) -> str:
    """A webhook with a delivery in its log; its id."""
    wanted = {"url": receiver.url, "event_types": ["flows.*", "forms.*"], "description": description}
    made = admin.post("/v1/webhooks", wanted).expect(201).body
    receiver.trust(made["secret"])
    admin.post(f"/v1/webhooks/{made['id']}/test")
    wait_for("a delivery in the log", lambda: list(admin.every(f"/v1/webhooks/{made['id']}/deliveries")))
    return str(made["id"])
