"""Drafts, versions and what publishing says, over HTTP."""

import json
from typing import Any

import pytest

from ..conftest import ENVIRONMENT, Cloud
from ..directory.company import Company
from .quote import Desk, codes, field, formula, quote_definition, quote_fields, quote_values


def test_two_editors_lose_nothing(desk: Desk) -> None:
    path = f"/v1/forms/{desk.form_id}"
    seen = desk.boss.get(path).body
    first = desk.boss.put(path, quote_definition(title="{customer}"), seen["version"])
    assert first.status == 200
    second = desk.boss.put(path, quote_definition(title="{number}"), seen["version"])
    assert (second.status, second.code) == (412, "stale")
    now = desk.boss.get(path)
    assert now.body["definition"]["title"] == "{customer}"
    assert now.headers["ETag"] == f'"{now.body["version"]}"'
    stale = desk.publish(seen["version"])
    assert (stale.status, stale.code) == (412, "stale")


def test_a_draft_may_be_unfinished_but_not_published(company: Company) -> None:
    unfinished = {"name": "请假", "fields": [formula("a", "b", "b + 1", "number"), formula("b", "a", "a", "number")]}
    made = company.boss.post("/v1/forms", unfinished)
    assert made.status == 201
    desk = Desk(company, made.body["id"])
    checked = company.boss.post(f"/v1/forms/{desk.form_id}/check").body
    assert [problem["code"] for problem in checked["problems"]] == ["formula_cycle"]
    refused = desk.publish(1)
    assert (refused.status, refused.code) == (422, "form_invalid")
    assert codes(refused) == {"/fields/0/options/expression": "formula_cycle"}
    assert "→" in refused.body["errors"][0]["message"]
    assert desk.fill({"a": 1}).code == "form_not_published"
    assert company.boss.get(f"/v1/forms/{desk.form_id}/published").status == 404


def test_fields_without_an_id_get_one_that_stays(company: Company) -> None:
    columns = [{"type": "number", "name": "数量"}]
    fields = [{"type": "text", "name": "事由"}, {"type": "lines", "name": "明细", "options": {"columns": columns}}]
    made = company.boss.post("/v1/forms", {"name": "申请", "fields": fields}).body
    kept = made["definition"]["fields"]
    assert kept[0]["id"] != kept[1]["id"]
    assert kept[1]["options"]["columns"][0]["id"]
    saved = company.boss.put(f"/v1/forms/{made['id']}", made["definition"], made["version"]).body
    assert saved["definition"] == made["definition"]


def test_a_version_never_changes_and_lists_its_changes(desk: Desk) -> None:
    fields = [each for each in quote_fields() if each["id"] != "owner"] + [field("note", "long_text", "备注")]
    changed = desk.republish(quote_definition(fields=fields, list=["customer", "total"]))
    assert changed.status == 200, changed.body
    assert changed.body["version"] == 2
    assert [(each["change"], each.get("id")) for each in changed.body["changes"]] == [
        ("form_changed", None),
        ("field_added", "note"),
        ("field_removed", "owner"),
    ]
    path = f"/v1/forms/{desk.form_id}/versions"
    assert [entry["version"] for entry in desk.boss.get(path).body["items"]] == [2, 1]
    first = desk.boss.get(f"{path}/1").body["definition"]
    assert "owner" in [each["id"] for each in first["fields"]]
    assert desk.boss.get(f"{path}/3").status == 404
    assert desk.boss.get(f"{path}/x").status == 404
    again = desk.publish(desk.boss.get(f"/v1/forms/{desk.form_id}").body["version"])
    assert (again.status, again.code) == (409, "form_nothing_to_publish")


def test_an_old_record_meets_the_new_version_when_it_is_changed(desk: Desk) -> None:
    record = desk.filled()
    fields = [*quote_fields(), field("reason", "text", "理由", required=True)]
    assert desk.republish(quote_definition(fields=fields)).status == 200
    assert desk.boss.get(f"/v1/records/{record['id']}").body["form_version"] == 1
    assert codes(desk.change(record)) == {"/values/reason": "schema_required"}
    changed = desk.change(record, reason="补充")
    assert (changed.status, changed.body["form_version"]) == (200, 2)


def test_meaning_cannot_change_under_records(desk: Desk) -> None:
    desk.filled(quote_values(contract_no="1"))
    fields = quote_fields()
    fields[1] = field("customer", "text", "客户", required=True, indexed=True, unique=True)
    fields[8] = field("owner", "department", "部门")
    refused = desk.republish(quote_definition(fields=fields))
    assert codes(refused) == {"/fields/8/type": "type_changed"}
    fields[8] = field("owner", "member", "负责人")
    refused = desk.republish(quote_definition(fields=fields))
    assert codes(refused) == {"/fields/1/unique": "unique_over_records"}


def test_the_form_tells_its_own_schema(desk: Desk) -> None:
    schema = desk.boss.get(f"/v1/forms/{desk.form_id}/schema").body
    assert schema["title"] == "Quote"
    assert schema["required"] == ["customer", "lines"]
    desk.boss.language = "zh-CN"
    assert desk.boss.get(f"/v1/forms/{desk.form_id}/schema").body["title"] == "报价单"


def test_an_archived_form_takes_nothing_but_shows_everything(desk: Desk) -> None:
    record = desk.filled()
    path = f"/v1/forms/{desk.form_id}/archive"
    assert desk.boss.post(path).body["archived"] is True
    assert desk.fill().code == "form_archived"
    assert desk.change(record, customer="x").code == "form_archived"
    assert desk.customers() == ["华东阀门"]
    assert desk.boss.post(path, {"archived": False}).body["archived"] is False
    assert desk.fill().status == 201


def test_what_no_store_can_hold_is_refused(company: Company) -> None:
    broken: dict[str, Any] = {"name": "x", "fields": [field("a", "text", "A", help="\x00")]}
    assert company.boss.post("/v1/forms", broken).status == 422
    raw = b'{"name": "\\ud800", "fields": []}'
    lone = company.boss.call("POST", "/v1/forms", raw=raw)
    assert (lone.status, codes(lone)) == (422, {"/name": "control_characters"})
    raw = b'{"name": "x", "fields": [{"type": "number", "name": "n", "options": {"min": 1e99999999}}]}'
    assert company.boss.call("POST", "/v1/forms", raw=raw).status == 400


def test_a_body_or_an_item_that_is_too_large_is_told(desk: Desk) -> None:
    huge = desk.boss.call("POST", "/v1/forms", raw=b'{"name": "' + b"x" * 10_000_000 + b'"}')
    assert (huge.status, huge.code) == (413, "too_large")
    fields = [field(f"t{index}", "long_text", "T") for index in range(30)]
    wide = Desk.open(desk.company, {"name": "宽", "fields": fields})
    answer = wide.fill({f"t{index}": "x" * 20_000 for index in range(30)})
    assert (answer.status, answer.code) == (413, "too_large")
    assert "390" in answer.body["title"]
    assert wide.listed().body["items"] == []


def test_publishing_is_told_and_written_down(desk: Desk) -> None:
    events = [event for event in desk.company.cloud.events() if event["type"] == "forms.FormPublished"]
    assert [event["data"]["version"] for event in events] == [1]
    audited = desk.boss.get("/v1/audit?action=form.").body["items"]
    assert {entry["action"] for entry in audited} == {"form.created", "form.published"}


def test_a_form_is_shown_with_its_icon_and_colour_once_published(desk: Desk) -> None:
    def entry() -> tuple[str, str]:
        (found,) = desk.boss.get("/v1/forms").body["items"]
        return found["icon"], found["color"]

    assert entry() == ("", "")
    path = f"/v1/forms/{desk.form_id}"
    version = desk.boss.get(path).body["version"]
    saved = desk.boss.put(path, quote_definition(icon="receipt", color="green"), version)
    assert (saved.status, entry()) == (200, ("", ""))
    changes = desk.publish(saved.body["version"]).body["changes"]
    assert changes == [{"change": "form_changed", "parts": ["icon", "color"]}]
    assert entry() == ("receipt", "green")
    shown = desk.boss.get(f"{path}/published").body
    assert (shown["icon"], shown["color"]) == ("receipt", "green")


@pytest.mark.parametrize("look", [{"icon": "skull"}, {"color": "#ff0000"}, {"icon": ""}])
def test_icon_and_colour_come_from_fixed_lists(desk: Desk, look: dict[str, str]) -> None:
    refused = desk.boss.post("/v1/forms", quote_definition(**look))
    assert (refused.status, [each["path"] for each in refused.body["errors"]]) == (422, [f"/{next(iter(look))}"])


def test_a_form_from_before_it_had_an_icon_is_still_read(desk: Desk, cloud: Cloud) -> None:
    forget_in_rows(cloud, "icon", "color")
    (entry,) = desk.boss.get("/v1/forms").body["items"]
    assert (entry["icon"], entry["color"]) == ("", "")
    assert desk.boss.get(f"/v1/forms/{desk.form_id}").status == 200


def forget_in_rows(cloud: Cloud, *names: str) -> None:
    """Make the rows what an earlier release wrote."""
    for row in cloud.rows():
        doc = json.loads(row["doc"]["S"]) if "doc" in row else {}
        if any(name in doc for name in names):
            left = {name: value for name, value in doc.items() if name not in names}
            cloud.boto("dynamodb").put_item(
                TableName=ENVIRONMENT["BANLI_TABLE"], Item={**row, "doc": {"S": json.dumps(left)}}
            )
