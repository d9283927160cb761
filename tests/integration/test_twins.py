"""Two requests with one Idempotency-Key at once are one request: both are given the one answer, whatever the second
would have been refused for.
"""

from collections.abc import Callable
from typing import Any

import pytest

from .conftest import Answer, Cloud
from .directory.company import PASSWORD, Browser, Company, mailed_token, sign_up_body
from .flows.company_fixture import CompanyFixture, quote
from .forms.quote import Desk, quote_definition, quote_values
from .race import race

Ask = Callable[[], Answer]
KEY = {"Idempotency-Key": "one-key"}


@pytest.fixture
def company(cloud: Cloud, browser: Browser) -> Company:
    return Company.found(cloud, browser)


@pytest.fixture
def desk(company: Company) -> Desk:
    return Desk.open(company)


@pytest.fixture
def quotes(cloud: Cloud, browser: Browser) -> CompanyFixture:
    return CompanyFixture.found(cloud, browser).with_flow()


def at_once(monkeypatch: pytest.MonkeyPatch, ask: Ask, times: int = 2) -> dict[str, Any]:
    """The one answer of all; every one of them has read what it needs before the first commits."""
    answers = race(monkeypatch, [ask] * times)
    assert [answer.status for answer in answers] == [answers[0].status] * times, [answer.body for answer in answers]
    assert answers[0].status in (200, 201, 202), answers[0].body
    assert [answer.body for answer in answers] == [answers[0].body] * times
    return dict(answers[0].body or {})


def test_a_record_with_a_unique_value(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    body = {"values": quote_values(contract_no="HT-1")}
    path = f"/v1/forms/{desk.form_id}/records"
    made = at_once(monkeypatch, lambda: desk.boss.post(path, body, headers=KEY), 4)
    assert [each["id"] for each in desk.boss.get(path).body["items"]] == [made["id"]]
    refused = desk.boss.post(path, body)
    assert (refused.status, refused.code) == (409, "value_taken")


def test_another_key_is_still_refused_at_once(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    body = {"values": quote_values(contract_no="HT-1")}
    path = f"/v1/forms/{desk.form_id}/records"
    answers = race(monkeypatch, [lambda: desk.boss.post(path, body)] * 2)
    assert sorted(answer.status for answer in answers) == [201, 409]


def test_one_key_for_two_things_is_refused_at_once(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    path = f"/v1/forms/{desk.form_id}/records"
    bodies = iter([{"values": quote_values(name, contract_no="HT-1")} for name in ("甲", "乙")])
    answers = race(monkeypatch, [lambda: desk.boss.post(path, next(bodies), headers=KEY)] * 2)
    assert sorted(answer.status for answer in answers) == [201, 409]
    assert {answer.code for answer in answers} == {"", "idempotency_key_reused"}


def test_restoring(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    record = desk.filled(quote_values(contract_no="HT-1"))
    assert desk.boss.delete(f"/v1/records/{record['id']}", 1).status == 204
    at_once(monkeypatch, lambda: desk.boss.post(f"/v1/records/{record['id']}/restore", headers=KEY), 3)


def test_publishing(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    path = f"/v1/forms/{desk.form_id}"
    saved = desk.boss.put(path, quote_definition(title="{customer}"), desk.boss.get(path).body["version"]).body
    expects = {**KEY, "If-Match": f'"{saved["version"]}"'}
    at_once(monkeypatch, lambda: desk.boss.post(f"{path}/publish", headers=expects), 3)


def test_submitting_deciding_and_withdrawing(quotes: CompanyFixture, monkeypatch: pytest.MonkeyPatch) -> None:
    rep, manager = quotes.api["rep"], quotes.api["manager"]
    body = {"form_id": quotes.desk.form_id, "values": {**quote(), "contract_no": "HT-1"}}
    run = at_once(monkeypatch, lambda: rep.post("/v1/runs", body, headers=KEY), 3)
    (todo,) = quotes.todos("manager")
    path = f"/v1/runs/{run['id']}/tasks/{todo['task_id']}/decide"
    at_once(monkeypatch, lambda: manager.post(path, {"decision": "reject"}, headers=KEY), 3)
    again = {"form_id": quotes.desk.form_id, "record_id": run["record_id"]}
    second = at_once(monkeypatch, lambda: rep.post("/v1/runs", again, headers={"Idempotency-Key": "again"}), 3)
    path = f"/v1/runs/{second['id']}/withdraw"
    at_once(monkeypatch, lambda: rep.post(path, {}, headers={"Idempotency-Key": "back"}), 3)
    assert quotes.todos("manager") == []


def test_a_member_leaves_and_comes_back(quotes: CompanyFixture, monkeypatch: pytest.MonkeyPatch) -> None:
    boss, cfo = quotes.api["boss"], quotes.ids["cfo"]
    path = f"/v1/members/{cfo}/deactivate"
    leaving = {"successor_id": quotes.ids["rep"]}
    at_once(monkeypatch, lambda: boss.post(path, leaving, headers=KEY))
    path = path.replace("deactivate", "reactivate")
    at_once(monkeypatch, lambda: boss.post(path, {}, headers={"Idempotency-Key": "back"}))


@pytest.mark.parametrize("path", ["/v1/roles", "/v1/positions"])
def test_what_is_named_once(desk: Desk, monkeypatch: pytest.MonkeyPatch, path: str) -> None:
    body = {"name": "角色", "permissions": []} if path == "/v1/roles" else {"name": "岗位"}
    at_once(monkeypatch, lambda: desk.boss.post(path, body, headers=KEY))


def test_opening_a_company_by_a_link_that_is_good_once(
    cloud: Cloud, browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = {"Idempotency-Key": "asked"}
    at_once(monkeypatch, lambda: browser().post("/v1/sign-up", sign_up_body(), headers=asked))
    body = {"token": mailed_token(cloud, "sign_up")}
    at_once(monkeypatch, lambda: browser().post("/v1/sign-up/verify", body, headers=KEY), 3)


def test_joining_by_a_link_that_is_good_once(
    company: Company, browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted = {"email": "li@east.example.cn", "name": "小李"}
    at_once(monkeypatch, lambda: company.boss.post("/v1/invitations", wanted, headers=KEY))
    body = {"token": mailed_token(company.cloud, "invite"), "password": PASSWORD}
    at_once(monkeypatch, lambda: browser().post("/v1/invitations/accept", body, headers=KEY), 3)
