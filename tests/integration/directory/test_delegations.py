"""Who decides while I am away, over the API."""

from datetime import timedelta

import pytest

from chalicelib.edge.schemas import validate
from chalicelib.kernel.clock import to_text, utc_now

from ..clock import travel
from .company import Company


def period(minutes: int = 5, begins: int = 0) -> dict[str, str]:
    begin = utc_now() + timedelta(minutes=begins)
    return {"from_at": to_text(begin), "to_at": to_text(begin + timedelta(minutes=minutes))}


def test_a_delegation_is_seen_by_both_and_taken_back_by_who_gave_it(company: Company) -> None:
    colleague, colleague_id = company.join("li@east.example.cn")
    made = company.boss.post("/v1/me/delegations", {"to_id": colleague_id, **period()})
    assert made.status == 201, made.body
    validate("directory/delegation", made.body)
    assert (made.body["from"], made.body["to"], made.body["state"], made.body["version"]) == (
        "王总",
        "小李",
        "active",
        1,
    )
    path = f"/v1/me/delegations/{made.body['id']}"
    for api in (company.boss, colleague):
        assert api.get("/v1/me/delegations").body["items"] == [made.body]
    assert colleague.delete(path, 1).status == 404
    assert company.boss.delete(path, 2).status == 412
    assert company.boss.delete(path, 1).status == 204
    assert colleague.get("/v1/me/delegations").body["items"] == []


def test_one_that_is_over_is_shown_to_who_gave_it(company: Company, monkeypatch: pytest.MonkeyPatch) -> None:
    colleague, colleague_id = company.join("li@east.example.cn")
    company.boss.post("/v1/me/delegations", {"to_id": colleague_id, **period()})
    planned = company.boss.post("/v1/me/delegations", {"to_id": colleague_id, **period(begins=6)})
    assert planned.body["state"] == "planned"
    travel(monkeypatch, utc_now() + timedelta(minutes=7))
    states = [each["state"] for each in company.boss.get("/v1/me/delegations").body["items"]]
    assert states == ["active", "over"]
    assert [each["state"] for each in colleague.get("/v1/me/delegations").body["items"]] == ["active"]


def test_what_may_not_be_given_is_refused_with_its_reason(company: Company) -> None:
    _, colleague_id = company.join("li@east.example.cn")
    for body, path, code in (
        ({"to_id": company.boss_id, **period()}, "/to_id", "delegate_is_oneself"),
        ({"to_id": colleague_id, **period(minutes=-5)}, "/to_at", "delegation_is_over"),
    ):
        refused = company.boss.post("/v1/me/delegations", body)
        assert refused.status == 422
        assert [(each["path"], each["code"]) for each in refused.body["errors"]] == [(path, code)]
