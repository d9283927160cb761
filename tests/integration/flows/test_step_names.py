"""Names that the editor gave: everybody reads them in their own language, whoever made the flow, and when."""

from collections.abc import Mapping
from typing import Any

import pytest

from ..conftest import Answer
from .company_fixture import CompanyFixture, quote

CHINESE = {"approve": "审批", "branch": "条件分支", "arm": "条件 1", "cc": "抄送"}
ENGLISH = {"approve": "Approval", "branch": "Branch", "arm": "Condition 1", "cc": "Cc"}
READERS = [("zh-CN", CHINESE), ("en", ENGLISH)]


def steps(fixture: CompanyFixture, named: Mapping[str, str]) -> list[dict[str, Any]]:
    ask = {"type": "approve", "mode": "any", "approvers": [{"type": "member", "members": [fixture.ids["manager"]]}]}
    always = {"any": [{"all": [{"field": "total", "op": "gte", "value": "0"}]}]}
    arm = {"id": "a", "name": named["arm"], "condition": always, "steps": [{**ask, "id": "in", "name": "财务"}]}
    return [
        {**ask, "id": "n", "name": named["approve"]},
        {"type": "branch", "id": "b", "name": named["branch"], "branches": [arm], "default": {"steps": []}},
        {"type": "cc", "id": "c", "name": named["cc"], "recipients": [{"type": "initiator"}]},
    ]


def read(fixture: CompanyFixture, who: str, path: str, language: str) -> Any:
    answer: Answer = fixture.api[who].get(path, headers={"Accept-Language": language})
    assert answer.status == 200, answer.body
    return answer.body


@pytest.mark.parametrize("written", [CHINESE, ENGLISH], ids=["made in Chinese", "made in English"])
@pytest.mark.parametrize(("language", "shown"), READERS, ids=["read in Chinese", "read in English"])
def test_a_step_that_nobody_named_is_read_in_the_readers_language(
    fixture: CompanyFixture, written: Mapping[str, str], language: str, shown: Mapping[str, str]
) -> None:
    fixture.with_flow(fixture.definition(*steps(fixture, written)))
    body = {"form_id": fixture.desk.form_id, "values": quote()}
    foretold = fixture.api["rep"].post("/v1/runs/preview", body, headers={"Accept-Language": language}).body["steps"]
    expected = [shown["approve"], shown["branch"], "财务", shown["cc"]]
    assert [step["name"] for step in foretold] == expected
    assert foretold[1]["detail"] == shown["arm"]

    run = fixture.submitted()
    (todo,) = read(fixture, "manager", "/v1/todos", language)["items"]
    assert todo["node_name"] == shown["approve"]
    (started,) = read(fixture, "rep", "/v1/started", language)["items"]
    assert started["node_name"] == shown["approve"]
    seen = read(fixture, "rep", f"/v1/runs/{run['id']}", language)
    assert (seen["node"]["name"], [step["name"] for step in seen["ahead"]]) == (shown["approve"], expected[1:])

    assert fixture.decide("manager").status == 200
    seen = read(fixture, "rep", f"/v1/runs/{run['id']}", language)
    assert [(step["name"], step["detail"]) for step in seen["path"]][:2] == [
        (shown["approve"], ""),
        (shown["branch"], shown["arm"]),
    ]
    trail = read(fixture, "rep", f"/v1/runs/{run['id']}/trail", language)["items"]
    assert {entry["node_name"] for entry in trail if "node_name" in entry} == {
        shown["approve"],
        shown["branch"],
        "财务",
    }
    assert [entry["branch"] for entry in trail if "branch" in entry] == [shown["arm"]]
    (done,) = read(fixture, "manager", "/v1/done", language)["items"]
    assert done["node_name"] == shown["approve"]


@pytest.mark.parametrize(("language", "shown"), READERS, ids=["zh-CN", "en"])
def test_findings_and_refusals_name_it_so_too(fixture: CompanyFixture, language: str, shown: Mapping[str, str]) -> None:
    nobody = {"type": "approve", "id": "n", "name": "审批", "mode": "any", "approvers": [{"type": "role", "role": ""}]}
    role = fixture.company.boss.post("/v1/roles", {"name": "财务", "permissions": []}).body["id"]
    nobody["approvers"] = [{"type": "role", "role": role}]
    boss = fixture.api["boss"]
    flow = boss.post("/v1/flows", fixture.definition(nobody)).body
    found = boss.post(f"/v1/flows/{flow['id']}/check", headers={"Accept-Language": language}).body
    assert shown["approve"] in found["errors"][0]["message"]
    refused = boss.post(
        f"/v1/flows/{flow['id']}/publish", headers={"If-Match": '"1"', "Accept-Language": language}
    ).body
    assert refused["errors"][0]["params"]["node"] == shown["approve"]
    assert shown["approve"] in refused["errors"][0]["message"]


def test_to_dos_are_counted_as_they_are_listed(quotes: CompanyFixture) -> None:
    def count(who: str) -> tuple[int, bool]:
        body = quotes.api[who].get("/v1/todos/count").body
        return body["count"], body["more"]

    assert count("manager") == (0, False)
    for _ in range(3):
        quotes.submitted()
    assert (count("manager"), count("rep")) == ((3, False), (0, False))
    assert quotes.decide("manager").status == 200
    assert count("manager") == (2, False)
