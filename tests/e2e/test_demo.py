"""The demo company is made once: `make up` a second time finds it and changes nothing."""

from typing import Any

from tools import demo
from tools.client import Company
from tools.local.place import Place
from tools.local.visitor import Visitor

LISTS = ("/v1/members", "/v1/departments", "/v1/positions", "/v1/roles", "/v1/invitations")


def _everything(company: Company) -> dict[str, list[dict[str, Any]]]:
    """Every list with its versions, as the administrator sees it."""
    return {path: list(company.admin.browser.every(path)) for path in LISTS}


def test_a_second_run_changes_nothing(place: Place) -> None:
    before = _everything(demo.make(place))

    assert _everything(demo.make(place)) == before


def test_everybody_signs_in_with_the_printed_password(place: Place) -> None:
    company = demo.make(place)

    assert len(demo.SIGN_INS) == len(company.people) == 8
    for address, password, name in demo.SIGN_INS:
        answer = Visitor(place).browse("zh-CN").ask("POST", "/v1/session", {"email": address, "password": password})
        assert (answer.status, answer.body["name"]) == (200, name)
