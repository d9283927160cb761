"""What was filled in under an older version of the form is submitted under the one in use, or refused by name."""

from typing import Any

import pytest

from ..conftest import Answer
from ..forms.quote import codes, field, quote_fields
from .company_fixture import CompanyFixture, quote, quote_form

LINE = {"id": "line", "type": "choice", "name": "产品线", "options": {"choices": [{"value": "a"}, {"value": "b"}]}}


def draft(fixture: CompanyFixture, **values: Any) -> dict[str, Any]:
    body = {"values": {**quote(), **values}}
    answer = fixture.api["rep"].post(f"/v1/forms/{fixture.desk.form_id}/records", body)
    assert (answer.status, answer.body["state"]) == (201, "draft")
    record: dict[str, Any] = answer.body
    return record


def submit(fixture: CompanyFixture, record: dict[str, Any]) -> Answer:
    return fixture.api["rep"].post("/v1/runs", {"record_id": record["id"]})


def preview(fixture: CompanyFixture, record: dict[str, Any], **more: Any) -> Answer:
    return fixture.api["rep"].post("/v1/runs/preview", {"record_id": record["id"], **more})


def republish(fixture: CompanyFixture, change: Any) -> None:
    fields = [*quote_fields(), LINE]
    definition = {**quote_form(), "list": ["customer", "total"], "fields": [change(each) for each in fields]}
    definition["fields"] = [each for each in definition["fields"] if each]
    answer = fixture.desk.republish(definition)
    assert answer.status == 200, answer.body


def more_tax(each: dict[str, Any]) -> dict[str, Any]:
    if each["id"] == "total":
        return {**each, "options": {**each["options"], "expression": "SUM(lines.amount)*1.13"}}
    if each["id"] == "discount":
        return {**each, "options": {**each["options"], "expression": "0.3"}}
    return each


def test_formulas_are_computed_anew_and_choose_the_way(quotes: CompanyFixture) -> None:
    record = draft(quotes)
    assert record["values"]["total"] == "950.00"
    republish(quotes, more_tax)
    foretold = preview(quotes, record)
    assert [step["node"] for step in foretold.body["steps"]][:2] == ["size", "both"]
    run = submit(quotes, record)
    assert run.status == 201, run.body
    assert run.body["node"]["id"] == "both"
    assert {each["id"]: each["value"] for each in run.body["summary"]}["total"] == "1073.50"
    renewed = quotes.api["rep"].get(f"/v1/records/{record['id']}").body
    assert (renewed["values"]["total"], renewed["form_version"], renewed["state"]) == ("1073.50", 2, "in_approval")
    history = quotes.api["rep"].get(f"/v1/records/{record['id']}/history").body["items"]
    assert [entry["action"] for entry in history] == ["state", "updated", "created"]
    assert {change["field"] for change in history[1]["changes"]} == {"total", "discount"}
    listed = quotes.desk.listed("?sort=total").body["items"]
    assert [(card["values"]["total"], card["state"]) for card in listed] == [("1073.50", "in_approval")]


def test_a_rejected_record_is_computed_anew_too(quotes: CompanyFixture) -> None:
    run = quotes.submitted(price="95")
    assert quotes.decide("manager", "reject").body["status"] == "rejected"
    republish(quotes, more_tax)
    again = submit(quotes, {"id": run["record_id"]})
    assert again.status == 201, again.body
    assert {each["id"]: each["value"] for each in again.body["summary"]}["total"] == "1073.50"
    hashes = [quotes.trail(each["id"])[0]["values_hash"] for each in (run, again.body)]
    assert hashes[0] != hashes[1]


def narrowed(each: dict[str, Any]) -> dict[str, Any]:
    options = each.get("options", {})
    if each["id"] == "customer_type":
        return {**each, "options": {"choices": options["choices"][1:]}}
    if each["id"] == "customer":
        return {**each, "options": {"max_length": 2}}
    if each["id"] == "valid_until":
        return {**each, "required": True}
    if each["id"] == "lines":
        columns = [
            {**column, "options": {"max": "5"}} if column["id"] == "quantity" else column
            for column in options["columns"]
        ]
        return {**each, "options": {**options, "columns": columns}}
    return each


def test_what_does_not_fit_any_more_is_refused_by_name_and_nothing_happens(quotes: CompanyFixture) -> None:
    _, leaver = quotes.company.join("gone@east.example.cn", "离职")
    record = draft(quotes, owner=leaver)
    assert quotes.api["boss"].post(f"/v1/members/{leaver}/deactivate", {}).status == 200
    assert codes(preview(quotes, record)) == {"/values/owner": "value_not_a_colleague"}
    assert codes(submit(quotes, record)) == {"/values/owner": "value_not_a_colleague"}
    republish(quotes, narrowed)
    expected = {
        "/values/customer_type": "not_a_choice",
        "/values/customer": "text_too_long",
        "/values/valid_until": "schema_required",
        "/values/lines/0/quantity": "above_max",
    }
    refused = submit(quotes, record)
    assert (refused.status, refused.code, codes(refused)) == (422, "record_invalid", expected)
    assert codes(preview(quotes, record)) == expected
    assert codes(preview(quotes, record, values=record["values"])) == expected
    assert {error["path"]: "客户" in error["message"] for error in refused.body["errors"]}["/values/customer"]
    assert quotes.api["rep"].get(f"/v1/records/{record['id']}").body == record
    assert quotes.todos("manager") == []


def test_what_the_form_does_not_show_any_more_does_not_stand_in_the_way(quotes: CompanyFixture) -> None:
    record = draft(quotes, valid_until="2030-01-31")
    republish(quotes, lambda each: None if each["id"] == "valid_until" else each)
    assert preview(quotes, record).status == 200
    run = submit(quotes, record)
    assert run.status == 201, run.body
    renewed = quotes.api["rep"].get(f"/v1/records/{record['id']}").body
    assert (renewed["values"]["valid_until"], renewed["form_version"]) == ("2030-01-31", 2)


@pytest.mark.parametrize("closed", ["archived", "not_open"])
def test_a_form_that_was_closed_takes_no_old_draft(quotes: CompanyFixture, closed: str) -> None:
    record = draft(quotes)
    if closed == "archived":
        assert quotes.api["boss"].post(f"/v1/forms/{quotes.desk.form_id}/archive", {}).status == 200
    else:
        open_to = {"submit": {"members": [quotes.ids["boss"]]}}
        assert quotes.desk.republish({**quote_form(), "access": open_to}).status == 200
    code = {"archived": "form_archived", "not_open": "may_not_start"}[closed]
    assert submit(quotes, record).code == code
    assert preview(quotes, record).code == code


def test_a_record_that_is_up_to_date_is_submitted_as_it_is(quotes: CompanyFixture) -> None:
    record = draft(quotes)
    assert submit(quotes, record).status == 201
    history = quotes.api["rep"].get(f"/v1/records/{record['id']}/history").body["items"]
    assert [entry["action"] for entry in history] == ["state", "created"]
    assert quotes.api["rep"].get(f"/v1/records/{record['id']}").body["version"] == 2


def test_a_new_field_with_a_default_is_not_filled_into_an_old_record(quotes: CompanyFixture) -> None:
    record = draft(quotes)
    fields = [*quote_fields(), LINE, field("terms", "text", "条款", default="30 天")]
    assert quotes.desk.republish({**quote_form(), "fields": fields}).status == 200
    assert submit(quotes, record).status == 201
    assert "terms" not in quotes.api["rep"].get(f"/v1/records/{record['id']}").body["values"]
