"""What a definition names cannot be dropped under it, and a refusal says where it is used. Races have one winner."""

from collections.abc import Callable
from typing import Any

import pytest

from ..conftest import Answer
from ..forms.quote import quote_definition
from ..race import race
from .company_fixture import CompanyFixture
from .test_flows import approve


def role(fixture: CompanyFixture, name: str = "财务") -> dict[str, Any]:
    made = fixture.api["boss"].post("/v1/roles", {"name": name, "permissions": []})
    assert made.status == 201, made.body
    found: dict[str, Any] = made.body
    return found


def department(fixture: CompanyFixture, name: str = "质检部") -> dict[str, Any]:
    root = fixture.company.root()["id"]
    made = fixture.api["boss"].post("/v1/departments", {"name": name, "parent_id": root})
    assert made.status == 201, made.body
    found: dict[str, Any] = made.body
    return found


def drop_role(fixture: CompanyFixture, role_id: str) -> Answer:
    return fixture.api["boss"].delete(f"/v1/roles/{role_id}", 1)


def drop_department(fixture: CompanyFixture, department_id: str) -> Answer:
    found = fixture.api["boss"].get("/v1/departments").body["items"]
    version = next(each["version"] for each in found if each["id"] == department_id)
    return fixture.api["boss"].delete(f"/v1/departments/{department_id}", version)


def uses(answer: Answer) -> list[tuple[str, str, str, bool]]:
    assert (answer.status, answer.code) == (409, "in_use"), answer.body
    return [(use["kind"], use["place"], use["part"], use["draft"]) for use in answer.body["params"]["uses"]]


def saved_draft(fixture: CompanyFixture, definition: dict[str, Any]) -> dict[str, Any]:
    path = f"/v1/forms/{fixture.desk.form_id}"
    saved = fixture.api["boss"].put(path, definition, fixture.api["boss"].get(path).body["version"])
    assert saved.status == 200, saved.body
    found: dict[str, Any] = saved.body
    return found


def form_names_role(fixture: CompanyFixture, role_id: str, part: str) -> dict[str, Any]:
    return quote_definition(access={part: {"roles": [role_id]}})


@pytest.mark.parametrize("part", ["submit", "read_all", "edit_all"])
def test_a_role_that_a_form_names_stays(fixture: CompanyFixture, part: str) -> None:
    named = role(fixture)["id"]
    assert fixture.desk.republish(form_names_role(fixture, named, part)).status == 200
    refused = drop_role(fixture, named)
    assert uses(refused) == [("form", part, "", False)]
    assert refused.body["params"]["name"] == "财务"
    assert "Quote" in refused.body["errors"][0]["message"]
    saved_draft(fixture, quote_definition())
    assert uses(drop_role(fixture, named)) == [("form", part, "", False)]
    assert (
        fixture.desk.publish(fixture.api["boss"].get(f"/v1/forms/{fixture.desk.form_id}").body["version"]).status == 200
    )
    assert drop_role(fixture, named).status == 204


def test_a_draft_counts_too_and_is_called_one(fixture: CompanyFixture) -> None:
    named = role(fixture)["id"]
    saved_draft(fixture, form_names_role(fixture, named, "read_all"))
    refused = drop_role(fixture, named)
    assert uses(refused) == [("form", "read_all", "", True)]
    assert "draft" in refused.body["errors"][0]["message"]
    archived = fixture.api["boss"].post(f"/v1/forms/{fixture.desk.form_id}/archive", {"archived": True})
    assert archived.status == 200
    assert uses(drop_role(fixture, named)) == [("form", "read_all", "", True)]


def by_role(fixture: CompanyFixture, role_id: str) -> dict[str, Any]:
    """Names the role in every place of a flow that may."""
    rule = {"type": "role", "role": role_id}
    test = {"any": [{"all": [{"field": "@initiator.role", "op": "in", "value": [role_id]}]}]}
    arm = {"id": "arm", "name": "财务发起", "condition": test, "steps": [approve("inner", rule)]}
    return fixture.definition(
        {"type": "branch", "id": "b", "name": "谁", "branches": [arm], "default": {"name": "其他", "steps": []}},
        approve("head", {"type": "manager"}, empty={"action": "approve"}),
        {"type": "cc", "id": "copied", "name": "copied", "recipients": [rule]},
        initiators=[{"type": "role", "ids": [role_id]}],
    )


EVERYWHERE = [
    ("flow", "starters", "", False),
    ("flow", "condition", "财务发起", False),
    ("flow", "approvers", "inner", False),
    ("flow", "recipients", "copied", False),
]


def test_a_role_that_a_flow_names_stays_until_the_flow_is_out_of_use(fixture: CompanyFixture) -> None:
    named = role(fixture)["id"]
    fixture.company.place(fixture.ids["cfo"], role_ids=[named])
    fixture.with_flow(by_role(fixture, named))
    fixture.company.place(fixture.ids["cfo"], role_ids=[fixture.company.role("普通成员")])
    refused = drop_role(fixture, named)
    assert uses(refused) == EVERYWHERE
    assert "报价审批" in refused.body["detail"]
    assert fixture.api["boss"].post(f"/v1/flows/{fixture.flow['id']}/disable").status == 200
    assert drop_role(fixture, named).status == 204
    path = f"/v1/flows/{fixture.flow['id']}"
    again = fixture.publish(fixture.flow["id"], fixture.api["boss"].get(path).body["version"])
    assert (again.status, again.code) == (422, "flow_definition_invalid")


def test_a_department_that_a_definition_names_stays(fixture: CompanyFixture) -> None:
    named = department(fixture)["id"]
    rule = {"type": "department_head", "department": named}
    test = {"any": [{"all": [{"field": "@initiator.department", "op": "eq", "value": named}]}]}
    arm = {"id": "arm", "name": "质检发起", "condition": test, "steps": []}
    fixture.with_flow(
        fixture.definition(
            {"type": "branch", "id": "b", "name": "谁", "branches": [arm], "default": {"name": "其他", "steps": []}},
            approve("quality", rule, empty={"action": "approve"}),
            initiators=[{"type": "department", "ids": [named, fixture.company.root()["id"]]}],
        )
    )
    assert uses(drop_department(fixture, named)) == [
        ("flow", "starters", "", False),
        ("flow", "condition", "质检发起", False),
        ("flow", "approvers", "quality", False),
    ]
    assert fixture.api["boss"].post(f"/v1/flows/{fixture.flow['id']}/disable").status == 200
    fields = [{"id": "dept", "type": "department", "name": "部门", "default": named}]
    definition = {"name": "领料", "fields": fields, "access": {"submit": {"departments": [named]}}}
    made = fixture.api["boss"].post("/v1/forms", definition).body
    published = fixture.api["boss"].post(f"/v1/forms/{made['id']}/publish", headers={"If-Match": '"1"'})
    assert published.status == 200, published.body
    assert uses(drop_department(fixture, named)) == [("form", "submit", "", False), ("form", "default", "部门", False)]


def test_a_default_that_names_nobody_is_not_published(fixture: CompanyFixture) -> None:
    _, left = fixture.company.join("left@east.example.cn")
    assert fixture.api["boss"].post(f"/v1/members/{left}/deactivate", {}).status == 200
    column = {"id": "who", "type": "member", "name": "经手人", "default": left}
    for fields in (
        [{"id": "owner", "type": "member", "name": "负责人", "default": left}],
        [{"id": "rows", "type": "lines", "name": "明细", "options": {"columns": [column]}}],
        [{"id": "dept", "type": "department", "name": "部门", "default": "0" * 26}],
    ):
        made = fixture.api["boss"].post("/v1/forms", {"name": "领料", "fields": fields}).body
        refused = fixture.api["boss"].post(f"/v1/forms/{made['id']}/publish", headers={"If-Match": '"1"'})
        assert (refused.status, refused.code) == (422, "form_invalid")
        assert refused.body["errors"][0]["path"].endswith("/default")


def named_by_choice(fixture: CompanyFixture, member_id: str) -> dict[str, Any]:
    both = {"a": [member_id], "b": [member_id]}
    return approve("product", {"type": "choice", "field": "line", "map": both})


@pytest.mark.parametrize(
    "step",
    [
        lambda fixture, member_id: approve("only", {"type": "member", "members": [member_id]}),
        named_by_choice,
        lambda fixture, member_id: approve(
            "only", {"type": "manager"}, empty={"action": "assign", "members": [member_id]}
        ),
    ],
)
def test_whom_a_flow_asks_by_name_leaves_only_with_a_successor(
    fixture: CompanyFixture, step: Callable[[CompanyFixture, str], dict[str, Any]]
) -> None:
    boss, cfo = fixture.api["boss"], fixture.ids["cfo"]
    fixture.with_flow(fixture.definition(step(fixture, cfo)))
    refused = boss.post(f"/v1/members/{cfo}/deactivate", {})
    assert [use[:2] for use in uses(refused)] == [("flow", "approvers")]
    assert boss.get(f"/v1/members/{cfo}").body["active"] is True
    assert boss.post(f"/v1/members/{cfo}/deactivate", {"successor_id": fixture.ids["pm_a"]}).status == 200
    run = fixture.submitted()
    assert fixture.api["rep"].post(f"/v1/runs/{run['id']}/withdraw", {}).status == 200
    again = boss.post(f"/v1/members/{fixture.ids['pm_a']}/deactivate", {})
    assert [use[:2] for use in uses(again)] == [("flow", "approvers")], "in whose place they stand is named there"


def test_who_is_only_informed_or_named_by_a_draft_leaves_freely(fixture: CompanyFixture) -> None:
    boss, cfo = fixture.api["boss"], fixture.ids["cfo"]
    told = {"type": "cc", "id": "c", "name": "c", "recipients": [{"type": "member", "members": [cfo]}]}
    fixture.with_flow(fixture.definition(approve("a", {"type": "manager"}, empty={"action": "approve"}), told))
    drafted = boss.post("/v1/flows", fixture.definition(approve("x", {"type": "member", "members": [cfo]})))
    assert drafted.status == 201
    assert boss.post(f"/v1/members/{cfo}/deactivate", {}).status == 200
    assert fixture.submit().status == 201


def publish_form(fixture: CompanyFixture, definition: dict[str, Any]) -> Callable[[], Answer]:
    return lambda: fixture.desk.republish(definition)


def publish_flow(fixture: CompanyFixture, definition: dict[str, Any]) -> Callable[[], Answer]:
    return lambda: fixture.publish(fixture.api["boss"].post("/v1/flows", definition).body["id"], 1)


def racing_role(fixture: CompanyFixture) -> tuple[str, Callable[[], Answer]]:
    named = role(fixture)["id"]
    return named, lambda: drop_role(fixture, named)


def racing_department(fixture: CompanyFixture) -> tuple[str, Callable[[], Answer]]:
    named = department(fixture)
    path = f"/v1/departments/{named['id']}"
    return named["id"], lambda: fixture.api["boss"].delete(path, named["version"])


def racing_member(fixture: CompanyFixture) -> tuple[str, Callable[[], Answer]]:
    named = fixture.ids["cfo"]
    return named, lambda: fixture.api["boss"].post(f"/v1/members/{named}/deactivate", {})


def form_by_role(fixture: CompanyFixture, named: str) -> Callable[[], Answer]:
    return publish_form(fixture, quote_definition(access={"read_all": {"roles": [named]}}))


def form_by_department(fixture: CompanyFixture, named: str) -> Callable[[], Answer]:
    return publish_form(fixture, quote_definition(access={"submit": {"departments": [named]}}))


def flow_by_role(fixture: CompanyFixture, named: str) -> Callable[[], Answer]:
    rule = {"type": "role", "role": named}
    return publish_flow(
        fixture, fixture.definition(approve("a", rule, empty={"action": "assign", "members": [fixture.ids["boss"]]}))
    )


def flow_by_department(fixture: CompanyFixture, named: str) -> Callable[[], Answer]:
    everyone = [{"type": "department", "ids": [named, fixture.company.root()["id"]]}]
    by_name = {"type": "member", "members": [fixture.ids["boss"]]}
    return publish_flow(fixture, fixture.definition(approve("a", by_name), initiators=everyone))


def flow_by_member(fixture: CompanyFixture, named: str) -> Callable[[], Answer]:
    return publish_flow(fixture, fixture.definition(approve("a", {"type": "member", "members": [named]})))


Names = Callable[[CompanyFixture, str], Callable[[], Answer]]
Drops = Callable[[CompanyFixture], tuple[str, Callable[[], Answer]]]


@pytest.mark.parametrize("first", ["publish", "drop"])
@pytest.mark.parametrize(
    ("drops", "names"),
    [
        (racing_role, form_by_role),
        (racing_role, flow_by_role),
        (racing_department, form_by_department),
        (racing_department, flow_by_department),
        (racing_member, flow_by_member),
    ],
)
def test_of_publishing_and_dropping_at_once_one_wins(
    fixture: CompanyFixture, monkeypatch: pytest.MonkeyPatch, drops: Drops, names: Names, first: str
) -> None:
    """Whoever commits first, the other has read all that it needs before. (A draft that is there already would keep the
    role and the department; so it is saved on the way.)
    """
    named, drop = drops(fixture)
    publish = names(fixture, named)
    if first == "publish":
        dropped, published = race(monkeypatch, [drop, publish])
    else:
        published, dropped = race(monkeypatch, [publish, drop])
    statuses = (published.status, dropped.status)
    assert statuses in ((200, 409), (422, 200), (422, 204)), (published.body, dropped.body)
    assert statuses[0] == (200 if first == "publish" else 422)
