"""The demo company is made once: `make up` a second time finds it and changes nothing."""

from typing import Any

from tools import demo
from tools.client import Company
from tools.local.visitor import Visitor
from tools.local.workdir import Workdir

LISTS = ("/v1/members", "/v1/departments", "/v1/positions", "/v1/roles", "/v1/invitations", "/v1/forms", "/v1/flows")


def _everything(company: Company) -> dict[str, list[dict[str, Any]]]:
    """Every list with its versions, as the administrator sees it."""
    paths = (*LISTS, f"/v1/forms/{company.forms['quote']}/records")
    return {path: list(company.admin.browser.every(path)) for path in paths}


def test_a_second_run_changes_nothing(workdir: Workdir) -> None:
    before = _everything(demo.make(workdir))

    assert _everything(demo.make(workdir)) == before


def test_there_are_records_in_every_state_that_an_approval_knows(workdir: Workdir) -> None:
    company = demo.make(workdir)

    states = [card["state"] for card in company.admin.browser.every(f"/v1/forms/{company.forms['quote']}/records")]

    assert len(states) >= 8
    assert set(states) == {"draft", "in_approval", "approved", "rejected", "withdrawn"}


def test_everybody_signs_in_with_the_printed_password_and_several_have_something_to_do(workdir: Workdir) -> None:
    company = demo.make(workdir)
    busy = 0

    for address, password, name in demo.SIGN_INS:
        browser = Visitor(workdir).browse("zh-CN")
        answer = browser.ask("POST", "/v1/session", {"email": address, "password": password})
        assert (answer.status, answer.body["name"]) == (200, name)
        busy += bool(browser.get("/v1/todos").body["items"])

    assert len(demo.SIGN_INS) == len(company.people) == 8
    assert busy >= 3
