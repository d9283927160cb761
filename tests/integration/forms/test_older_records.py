"""Records that are older than their form, over HTTP: changed, shown and sent back."""

from typing import Any

import pytest

from chalicelib.aws.table import table
from chalicelib.forms import row_keys
from chalicelib.kernel.actor import system_actor
from chalicelib.kernel.clock import utc_now
from chalicelib.kernel.unit_of_work import Key, UnitOfWork

from ..conftest import Answer
from ..directory.company import Company
from .quote import CNY, Desk, codes, field, quote_definition, quote_fields, quote_values


def without(*removed: str) -> list[dict[str, Any]]:
    """The quote's fields without some of its fields or columns."""
    fields = [each for each in quote_fields() if each["id"] not in removed]
    for each in fields:
        columns = each.get("options", {}).get("columns", ())
        kept = [column for column in columns if f"lines.{column['id']}" not in removed]
        if columns:
            each["options"] = {**each["options"], "columns": kept}
    return fields


def option(fields: list[dict[str, Any]], identity: str, **options: Any) -> list[dict[str, Any]]:
    return [{**each, "options": {**each["options"], **options}} if each["id"] == identity else each for each in fields]


def read(desk: Desk, record: dict[str, Any]) -> dict[str, Any]:
    answer = desk.boss.get(f"/v1/records/{record['id']}")
    assert answer.status == 200, answer.body
    found: dict[str, Any] = answer.body
    return found


def changes(desk: Desk, record: dict[str, Any]) -> list[str]:
    entry = desk.boss.get(f"/v1/records/{record['id']}/history").body["items"][0]
    return [change["field"] for change in entry["changes"]]


def put(desk: Desk, record: dict[str, Any], values: dict[str, Any]) -> Answer:
    return desk.boss.put(f"/v1/records/{record['id']}", {"values": values}, record["version"])


@pytest.fixture
def aged(desk: Desk) -> tuple[Desk, dict[str, Any]]:
    """A record of a form that lost two fields and the columns of its list price."""
    record = desk.filled(quote_values(contract_no="HT-1", valid_until="2030-01-31"))
    gone = ("contract_no", "valid_until", "discount", "lines.list_price", "lines.list_amount")
    assert desk.republish(quote_definition(fields=without(*gone), list=["customer", "total"])).status == 200
    return desk, record


def test_what_a_record_gave_it_takes_back(aged: tuple[Desk, dict[str, Any]]) -> None:
    desk, record = aged
    again = put(desk, record, read(desk, record)["values"])
    assert again.status == 200, again.body
    assert again.body["values"] == record["values"]
    assert changes(desk, record) == []


def test_what_changes_nothing_leaves_no_trace(aged: tuple[Desk, dict[str, Any]]) -> None:
    desk, record = aged
    given = read(desk, record)["values"]
    entered = {name: given[name] for name in ("customer", "customer_type")}
    lines = [{name: row[name] for name in ("product", "quantity", "unit_price")} for row in given["lines"]]
    for values in (given, {**entered, "lines": lines}):
        again = put(desk, record, values)
        assert (again.status, again.headers["ETag"]) == (200, f'"{record["version"]}"')
    assert len(desk.boss.get(f"/v1/records/{record['id']}/history").body["items"]) == 1
    assert put(desk, record, {**given, "customer": "华南"}).status == 200
    assert put(desk, record, given).code == "stale"


def test_removed_fields_and_columns_stay_when_the_rest_is_changed(aged: tuple[Desk, dict[str, Any]]) -> None:
    desk, record = aged
    shown = {
        "customer": "华南",
        "customer_type": "A",
        "lines": [{"product": "球阀", "quantity": "20", "unit_price": "90"}],
    }
    changed = put(desk, record, shown)
    assert changed.status == 200, changed.body
    values = changed.body["values"]
    assert (values["contract_no"], values["valid_until"], values["discount"]) == ("HT-1", "2030-01-31", "0.1")
    assert (values["lines"][0]["list_price"], values["lines"][0]["list_amount"]) == ("100.00", "1000.00")
    assert (values["lines"][0]["amount"], values["total"]) == ("1800.00", "1800.00")
    assert set(changes(desk, record)) == {"customer", "lines/0/quantity", "lines/0/amount", "total"}


def test_what_was_removed_is_not_changed(aged: tuple[Desk, dict[str, Any]]) -> None:
    desk, record = aged
    row = {**record["values"]["lines"][0], "list_price": "1"}
    refused = put(desk, record, {**record["values"], "contract_no": "HT-2", "lines": [row], "never": 1})
    assert codes(refused) == {
        "/values/contract_no": "field_removed",
        "/values/lines/0/list_price": "field_removed",
        "/values/never": "schema_additional",
    }
    assert "f_" not in " ".join(error["message"] for error in refused.body["errors"])
    assert codes(desk.fill(quote_values(contract_no="HT-3"))) == {
        "/values/contract_no": "schema_additional",
        "/values/lines/0/list_price": "schema_additional",
    }


def test_a_field_that_comes_back_finds_its_value(aged: tuple[Desk, dict[str, Any]]) -> None:
    desk, record = aged
    changed = put(desk, record, quote_values("华南", lines=[{"product": "球阀", "quantity": "1", "unit_price": "9"}]))
    assert changed.status == 200, changed.body
    fields = [each for each in quote_fields() if each["id"] != "contract_no"]
    assert desk.republish(quote_definition(fields=fields)).status == 200
    restored = put(desk, changed.body, {**changed.body["values"], "valid_until": "2031-01-31"})
    assert restored.status == 200, restored.body
    assert restored.body["values"]["valid_until"] == "2031-01-31"


def test_a_record_with_a_removed_option_is_changed_and_its_option_keeps_its_name(desk: Desk) -> None:
    record = desk.filled(quote_values(contract_no="HT-1"))
    only = [{"value": "B", "name": {"zh-CN": "乙类", "en": "Type B"}}]
    titled = {"title": "{customer_type} {customer}", "list": ["customer", "customer_type"]}
    definition = quote_definition(fields=option(quote_fields(), "customer_type", choices=only), **titled)
    assert desk.republish(definition).status == 200
    changed = desk.change(record, customer="华南")
    assert changed.status == 200, changed.body
    assert changed.body["values"]["customer_type"] == "A"
    assert changed.body["title"] in ("A 类 华南", "Type A 华南")
    assert codes(desk.change(changed.body, customer_type="C")) == {"/values/customer_type": "not_a_choice"}
    assert codes(desk.fill()) == {"/values/customer_type": "not_a_choice"}
    form = desk.boss.get(f"/v1/forms/{desk.form_id}/published").body
    assert form["retired_choices"] == {
        "customer_type": [{"value": each, "name": {"zh-CN": f"{each} 类", "en": f"Type {each}"}} for each in "AC"]
    }


def test_an_option_that_is_offered_again_is_retired_no_more(desk: Desk) -> None:
    def retired(*values: str) -> list[str]:
        choices = [{"value": value} for value in values]
        fields = option(quote_fields(), "customer_type", choices=choices)
        assert desk.republish(quote_definition(fields=fields)).status == 200
        found = desk.boss.get(f"/v1/forms/{desk.form_id}/published").body["retired_choices"]
        return [choice["value"] for choice in found.get("customer_type", ())]

    assert [retired("A"), retired("A", "C"), retired("B"), retired("A", "B", "C")] == [
        ["B", "C"],
        ["B"],
        ["A", "C"],
        [],
    ]


def test_options_are_known_of_a_form_that_an_older_release_published(desk: Desk) -> None:
    desk.filled(quote_values())
    fields = option(quote_fields(), "customer_type", choices=[{"value": "B"}])
    assert desk.republish(quote_definition(fields=fields)).status == 200
    work = UnitOfWork(system_actor(desk.company.id), utc_now())
    head = table().get(work, row_keys.head(desk.form_id))
    assert head is not None
    older = {name: value for name, value in head.doc.items() if name != "retired_choices"}
    work.replace(head, {**older, "version": 2})
    table().commit(work)
    found = desk.boss.get(f"/v1/forms/{desk.form_id}/published").body["retired_choices"]
    assert [choice["value"] for choice in found["customer_type"]] == ["A", "C"]


def test_lower_limits_and_who_left_hold_for_what_is_changed_only(desk: Desk) -> None:
    _, colleague = desk.company.join("li@east.example.cn")
    record = desk.filled(quote_values(owner=colleague, customer="一家名字很长的客户"))
    fields = option(
        [{**each, "options": {"max_length": 4}} if each["id"] == "customer" else each for each in quote_fields()],
        "lines",
        max_rows=1,
    )
    for each in fields:
        if each["id"] == "lines":
            columns = [
                {**column, "options": {"max": "5"}} if column["id"] == "quantity" else column
                for column in each["options"]["columns"]
            ]
            each["options"] = {**each["options"], "columns": columns}
    fields.append(field("second", "member", "协办"))
    assert desk.republish(quote_definition(fields=fields)).status == 200
    assert desk.boss.post(f"/v1/members/{colleague}/deactivate", {}).status == 200
    changed = desk.change(record, contract_no="HT-7")
    assert changed.status == 200, changed.body
    wrong = desk.change(changed.body, customer="另一家很长的客户", second=colleague)
    assert codes(wrong) == {"/values/customer": "text_too_long"}
    assert codes(desk.change(changed.body, second=colleague)) == {"/values/second": "value_not_a_colleague"}
    row = {**changed.body["values"]["lines"][0], "quantity": "11"}
    assert codes(desk.change(changed.body, lines=[row])) == {"/values/lines/0/quantity": "above_max"}


LOOK_ALIKES = ["HT\u200b-1", "ＨＴ-1", "H\u00adT-1", "\u202dHT-1", "НТ-1", "HT\u20111", " ht-1 "]


@pytest.mark.parametrize("typed", LOOK_ALIKES)
def test_what_looks_the_same_is_taken_and_what_was_typed_is_kept(desk: Desk, typed: str) -> None:
    record = desk.filled(quote_values(contract_no=typed))
    assert record["values"]["contract_no"] == typed.strip()
    taken = desk.fill(quote_values(contract_no="HT-1"))
    assert (taken.status, codes(taken)) == (409, {"/values/contract_no": "value_taken"})
    assert desk.change(record, contract_no="HT-2").status == 200
    desk.filled(quote_values(contract_no="HT-1"))


def as_written_before(desk: Desk, record: dict[str, Any], folded: str) -> None:
    """The record's row and guard as the release before this one wrote them."""
    work = UnitOfWork(system_actor(desk.company.id), utc_now())
    row = table().get(work, row_keys.record(record["id"]))
    assert row is not None
    for text in row.doc["guards"]["contract_no"]:
        work.unindex(row_keys.guard(desk.form_id, "contract_no", text))
    work.index(guard(desk, folded), {"record_id": record["id"]}, kind="unique")
    before = {name: value for name, value in row.doc.items() if name != "schema"}
    work.replace(row, {**before, "guards": {"contract_no": folded}})
    table().commit(work)


def guard(desk: Desk, text: str) -> Key:
    return row_keys.guard(desk.form_id, "contract_no", text)


def test_a_guard_of_an_older_release_still_guards(desk: Desk) -> None:
    record = desk.filled(quote_values(contract_no="合同（甲）－1"))
    as_written_before(desk, record, "合同（甲）－1")
    assert desk.fill(quote_values(contract_no="合同（甲）－1")).status == 409
    changed = desk.change(read(desk, record), customer="华南")
    assert changed.status == 200, changed.body
    assert desk.fill(quote_values(contract_no="合同(甲)-1")).status == 409
    assert desk.boss.delete(f"/v1/records/{record['id']}", changed.body["version"]).status == 204
    desk.filled(quote_values(contract_no="合同(甲)-1"))


def test_two_that_were_allowed_to_look_alike_can_both_be_changed(desk: Desk) -> None:
    wide = desk.filled(quote_values(contract_no="ＨＴ-1"))
    as_written_before(desk, wide, "ｈｔ-1")
    plain = desk.filled(quote_values(contract_no="HT-1"))
    for record in (wide, plain):
        changed = desk.change(read(desk, record), customer="华南")
        assert changed.status == 200, changed.body
    assert desk.boss.delete(f"/v1/records/{wide['id']}", read(desk, wide)["version"]).status == 204
    assert desk.fill(quote_values(contract_no="HT-1")).status == 409


def test_choices_that_look_the_same_are_one(desk: Desk) -> None:
    fields = option(quote_fields(), "customer_type", choices=[{"value": "A"}, {"value": "Ａ"}])
    assert codes(desk.republish(quote_definition(fields=fields))) == {
        "/fields/2/options/choices/1/value": "duplicate_choice"
    }


def test_a_unit_price_has_its_own_places_and_a_percentage_those_before_its_sign(company: Company) -> None:
    columns = [
        field("price", "money", "单价", options={**CNY, "decimals": 4}),
        field("quantity", "number", "数量"),
    ]
    rate = {"expression": "1-sold/listed", "result": "percent", "decimals": 2}
    total = {"expression": "SUM(lines.price)", "result": "money", **CNY}
    desk = Desk.open(
        company,
        {
            "name": "采购",
            "title": "{rate} {total}",
            "fields": [
                field("lines", "lines", "明细", options={"columns": columns}),
                field("listed", "money", "目录价", options=CNY),
                field("sold", "money", "售价", options=CNY),
                field("rate", "formula", "折扣", options=rate),
                field("total", "formula", "合计", options=total),
            ],
        },
    )
    record = desk.filled({"lines": [{"price": 45.875}], "listed": "100", "sold": "89.60"})
    assert record["values"]["lines"][0]["price"] == "45.875"
    assert (record["values"]["rate"], record["values"]["total"]) == ("0.104", "45.88")
    assert record["title"] == "10.4% CNY 45.88"
