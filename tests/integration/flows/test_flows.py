"""Designing, checking, publishing and disabling over HTTP."""

from typing import Any

from ..conftest import Answer
from ..forms.quote import Desk
from .company_fixture import CompanyFixture, quote, quote_form


def approve(id_: str, *rules: dict[str, Any], **settings: Any) -> dict[str, Any]:
    return {"type": "approve", "id": id_, "name": id_, "mode": "any", "approvers": list(rules), **settings}


def draft(fixture: CompanyFixture, *steps: dict[str, Any], **settings: Any) -> Answer:
    return fixture.api["boss"].post("/v1/flows", fixture.definition(*steps, **settings))


def codes(found: list[dict[str, Any]]) -> dict[str, str]:
    return {each["path"]: each["code"] for each in found}


def test_a_draft_is_saved_by_version_and_two_editors_do_not_overwrite_each_other(fixture: CompanyFixture) -> None:
    boss = fixture.api["boss"]
    made = draft(fixture, approve("a", {"type": "manager"}))
    assert (made.status, made.body["version"], made.body["status"]) == (201, 1, "draft")
    path = f"/v1/flows/{made.body['id']}"
    first = boss.put(path, {**made.body["definition"], "name": "甲的"}, 1)
    assert (first.status, first.body["version"], first.headers["ETag"]) == (200, 2, '"2"')
    second = boss.put(path, {**made.body["definition"], "name": "乙的"}, 1)
    assert (second.status, second.code, second.body["params"]["version"]) == (412, "stale", 2)
    assert boss.get(path).body["name"] == "甲的"
    assert boss.put(path, {**made.body["definition"], "form_id": "0" * 26}, 2).code == "flow_form_fixed"
    assert [flow["name"] for flow in boss.get("/v1/flows").body["items"]] == ["甲的"]


def test_an_unreachable_node_and_an_approval_without_anybody_are_refused_by_path(fixture: CompanyFixture) -> None:
    nobody = fixture.api["boss"].post("/v1/roles", {"name": "空缺", "permissions": []}).body["id"]
    made = draft(
        fixture,
        approve("a", {"type": "role", "role": nobody}),
        {"type": "end", "id": "e", "name": "结束", "outcome": "approved"},
        approve("b", {"type": "manager"}),
    )
    expected = {"/steps/0/approvers": "approver_missing", "/steps/2": "node_unreachable"}
    checked = fixture.api["boss"].post(f"/v1/flows/{made.body['id']}/check")
    assert codes(checked.body["errors"]) == expected
    refused = fixture.publish(made.body["id"], 1)
    assert (refused.status, refused.code) == (422, "flow_definition_invalid")
    assert codes(refused.body["errors"]) == expected
    assert fixture.api["boss"].get(f"/v1/flows/{made.body['id']}").body["status"] == "draft"


def test_faults_of_the_definition_are_all_told_at_once(fixture: CompanyFixture) -> None:
    made = draft(fixture, approve("a"), approve("a", {"type": "field", "field": "nosuch"}))
    checked = fixture.api["boss"].post(f"/v1/flows/{made.body['id']}/check").body
    assert codes(checked["errors"]) == {
        "/steps/0/approvers": "nobody_named",
        "/steps/0/id": "node_id_taken",
        "/steps/1/approvers/0/field": "field_unknown",
    }


def test_a_shape_that_the_schema_does_not_know_is_refused_by_path(fixture: CompanyFixture) -> None:
    refused = draft(fixture, {**approve("a", {"type": "manager"}), "mode": "most"})
    assert refused.status == 422
    assert codes(refused.body["errors"]) == {"/steps/0/mode": "schema_enum"}


def test_warnings_name_the_people_and_do_not_stand_in_the_way(fixture: CompanyFixture) -> None:
    made = draft(fixture, approve("a", {"type": "manager"}))
    published = fixture.publish(made.body["id"], 1)
    assert published.status == 200, published.body
    (warning,) = published.body["warnings"]
    assert warning["code"] == "approver_missing_for_some"
    assert "王总" in warning["message"]


def test_a_form_is_bound_to_one_flow_until_that_is_disabled(fixture: CompanyFixture) -> None:
    boss = fixture.api["boss"]
    first = draft(fixture, approve("a", {"type": "manager"})).body
    other = draft(fixture, approve("b", {"type": "manager"})).body
    assert fixture.submit().code == "form_without_flow"
    assert fixture.publish(first["id"], 1).status == 200
    assert fixture.submit().status == 201
    refused = fixture.publish(other["id"], 1)
    assert (refused.code, refused.body["params"]["flow_id"]) == ("form_has_flow", first["id"])
    assert boss.post(f"/v1/flows/{first['id']}/disable").body["status"] == "disabled"
    assert boss.post(f"/v1/flows/{first['id']}/disable").code == "flow_not_published"
    assert fixture.submit().code == "form_without_flow"
    assert fixture.publish(other["id"], 1).status == 200


def test_a_form_that_waits_for_its_flow_opens_with_it_and_closes_when_it_is_disabled(fixture: CompanyFixture) -> None:
    boss = fixture.api["boss"]
    path = f"/v1/forms/{fixture.desk.form_id}"
    saved = boss.get(path).body
    form = boss.put(path, {**saved["definition"], "approval": "flow"}, saved["version"]).body
    assert boss.post(f"{path}/publish", headers={"If-Match": f'"{form["version"]}"'}).status == 200

    def may_submit() -> bool:
        return bool(boss.get(f"{path}/published").body["can_submit"])

    assert not may_submit()
    made = draft(fixture, approve("a", {"type": "manager"})).body
    assert fixture.publish(made["id"], 1).status == 200
    assert may_submit()
    assert fixture.submit().status == 201
    assert boss.post(f"/v1/flows/{made['id']}/disable").status == 200
    assert not may_submit()


def test_a_run_keeps_the_version_that_it_began_with(fixture: CompanyFixture) -> None:
    boss, manager = fixture.api["boss"], {"type": "manager"}
    fixture.with_flow(fixture.definition(approve("a", manager), approve("old", manager)))
    run = fixture.submitted()
    flow = fixture.flow
    changed = fixture.definition(approve("a", manager))
    saved = boss.put(f"/v1/flows/{flow['id']}", changed, flow["version"])
    assert fixture.publish(flow["id"], saved.body["version"]).body["flow"]["published_version"] == 2
    assert fixture.publish(flow["id"], saved.body["version"] + 1).code == "flow_nothing_to_publish"
    assert fixture.submitted()["ahead"] == []
    assert [step["node"] for step in boss.get(f"/v1/runs/{run['id']}").body["ahead"]] == ["old"]
    versions = boss.get(f"/v1/flows/{flow['id']}/versions").body["items"]
    assert [(each["version"], len(each["definition"]["steps"])) for each in versions] == [(2, 1), (1, 2)]
    assert boss.get(f"/v1/flows/{flow['id']}/versions/1").body == versions[1]
    for number in ("3", "x", "-1", "１", "1" * 30):
        assert boss.get(f"/v1/flows/{flow['id']}/versions/{number}").code == "flow_version_not_found"


def test_a_form_cannot_lose_a_field_that_its_flow_needs(quotes: CompanyFixture) -> None:
    boss, desk = quotes.api["boss"], quotes.desk
    definition = quote_form()
    definition["fields"] = [each for each in definition["fields"] if each["id"] != "line"]
    refused = desk.republish(definition)
    assert (refused.status, refused.code) == (422, "form_invalid")
    needed = {"flow": "报价审批", "field": "产品线"}
    assert [(fault["path"], fault["code"], fault["params"]) for fault in refused.body["errors"]] == [
        ("/fields", "field_used_by_flow", {**needed, "node": name}) for name in ("both", "product")
    ]
    found = boss.post(f"/v1/forms/{desk.form_id}/check", {}).body["problems"]
    assert [fault["code"] for fault in found] == ["field_used_by_flow"] * 2
    assert quotes.submitted()["status"] == "running"

    assert boss.post(f"/v1/flows/{quotes.flow['id']}/disable", {}).status == 200
    assert desk.publish(boss.get(f"/v1/forms/{desk.form_id}").body["version"]).status == 200


def test_only_builders_design_and_foresee_drafts(quotes: CompanyFixture) -> None:
    rep, flow_id = quotes.api["rep"], quotes.flow["id"]
    for method, path in (
        ("GET", "/v1/flows"),
        ("GET", f"/v1/flows/{flow_id}"),
        ("POST", f"/v1/flows/{flow_id}/check"),
        ("POST", f"/v1/flows/{flow_id}/disable"),
        ("GET", f"/v1/flows/{flow_id}/versions"),
    ):
        assert rep.call(method, path, {} if method == "POST" else None).status == 403
    body = {"flow_id": flow_id, "values": quote("70"), "initiator_id": quotes.ids["rep"]}
    assert rep.post("/v1/runs/preview", body).status == 403
    foretold = quotes.api["boss"].post("/v1/runs/preview", body)
    assert [step["node"] for step in foretold.body["steps"]] == ["size", "both", "cfo", "cc"]
    assert [person["name"] for person in foretold.body["steps"][1]["people"]] == ["manager", "pm_a"]


def test_the_initiators_of_a_flow_are_kept(fixture: CompanyFixture) -> None:
    only = [{"type": "member", "ids": [fixture.ids["cfo"]]}]
    fixture.with_flow(
        fixture.definition(approve("a", {"type": "member", "members": [fixture.ids["pm_a"]]}), initiators=only)
    )
    assert (fixture.submit("rep").status, fixture.submit("rep").code) == (403, "may_not_start")
    assert fixture.submit("cfo").status == 201


def test_a_flow_needs_a_published_form(fixture: CompanyFixture) -> None:
    made = fixture.api["boss"].post("/v1/forms", quote_form()).body
    flow = {**fixture.definition(approve("a", {"type": "manager"})), "form_id": made["id"]}
    assert fixture.api["boss"].post("/v1/flows", flow).code == "form_not_published"
    assert fixture.api["boss"].post("/v1/flows", {**flow, "form_id": "0" * 26}).status == 404
    assert Desk(fixture.company, made["id"]).publish(made["version"]).status == 200
    assert fixture.api["boss"].post("/v1/flows", flow).status == 201


def test_publishing_is_audited(quotes: CompanyFixture) -> None:
    actions = [entry["action"] for entry in quotes.api["boss"].get("/v1/audit?limit=100").body["items"]]
    assert "flow.published" in actions
    assert "flow.created" in actions
