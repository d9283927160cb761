"""Formulas that depend on the day, over HTTP: right without a save, in records, lists, filters and orders."""

import json
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any
from urllib.parse import quote
from zoneinfo import ZoneInfo

from chalicelib.aws.table import table
from chalicelib.forms import row_keys
from chalicelib.forms.domain.definition import read_definition
from chalicelib.forms.store.records import RECORDS
from chalicelib.kernel.actor import system_actor
from chalicelib.kernel.clock import utc_now
from chalicelib.kernel.unit_of_work import UnitOfWork

from ..directory.company import Company
from .quote import Desk, codes, field, formula

OVERDUE = formula("overdue", "逾期天数", "TODAY() - due", "number")
LATE = formula("late", "逾期", "AND(due < TODAY(), NOT(ISBLANK(due)))", "boolean")


def definition(**more: Any) -> dict[str, Any]:
    fields = [field("customer", "text", "客户"), field("due", "date", "到期日", indexed=True), OVERDUE, LATE]
    return {
        "name": "应收",
        "fields": fields,
        "title": "{customer}",
        "list": ["customer", "due", "overdue", "late"],
        **more,
    }


def today() -> date:
    return datetime.now(ZoneInfo("Asia/Shanghai")).date()


def days_ago(days: int) -> str:
    return (today() - timedelta(days=days)).isoformat()


def found(desk: Desk, test: dict[str, Any], sort: str = "") -> list[str]:
    return desk.customers(f"?filter={quote(json.dumps(test))}" + (f"&sort={sort}" if sort else ""))


def test_days_overdue_are_right_in_record_list_filter_and_order(company: Company) -> None:
    desk = Desk.open(company, definition())
    record = desk.filled({"customer": "甲", "due": days_ago(31)})
    desk.filled({"customer": "乙", "due": days_ago(30)})
    desk.filled({"customer": "丙", "due": days_ago(-1)})
    desk.filled({"customer": "丁"})
    assert (record["values"]["overdue"], record["values"]["late"]) == ("31", True)
    cards = {card["values"]["customer"]: card["values"] for card in desk.listed().body["items"]}
    assert {name: values.get("overdue") for name, values in cards.items()} == {
        "甲": "31",
        "乙": "30",
        "丙": "-1",
        "丁": None,
    }
    assert {name: values["late"] for name, values in cards.items()} == {
        "甲": True,
        "乙": True,
        "丙": False,
        "丁": False,
    }
    assert found(desk, {"field": "overdue", "op": "gt", "value": 30}) == ["甲"]
    assert sorted(found(desk, {"field": "late", "op": "eq", "value": True})) == ["乙", "甲"]
    assert found(desk, {"field": "overdue", "op": "not_empty"}, "-overdue") == ["甲", "乙", "丙"]


def test_nothing_of_it_is_stored_and_what_was_stored_is_ignored(company: Company) -> None:
    desk = Desk.open(company, definition())
    record = desk.filled({"customer": "甲", "due": days_ago(5)})
    work = UnitOfWork(system_actor(company.id), utc_now())
    row = table().get(work, row_keys.record(record["id"]))
    assert row is not None
    stored = RECORDS.load(row.doc, version=row.version)
    assert stored.values == {"customer": "甲", "due": days_ago(5)}
    stale = replace(stored, values={**stored.values, "overdue": "1", "late": False}, volatile=())
    work.replace(row, RECORDS.dump(stale))
    table().commit(work)
    read = desk.boss.get(f"/v1/records/{record['id']}").body
    assert (read["values"]["overdue"], read["values"]["late"]) == ("5", True)


def test_a_save_that_changes_nothing_else_changes_nothing(company: Company) -> None:
    desk = Desk.open(company, definition())
    record = desk.filled({"customer": "甲", "due": days_ago(5)})
    assert desk.change(record).body["version"] == record["version"]
    changed = desk.change(record, due=days_ago(6)).body
    assert changed["values"]["overdue"] == "6"
    history = desk.boss.get(f"/v1/records/{record['id']}/history").body["items"]
    assert [change["field"] for change in history[0]["changes"]] == ["due"]


def test_whoever_may_not_read_the_days_does_not_see_or_ask_them(company: Company) -> None:
    everybody = {"audience": "everyone", "rows": "all", "actions": [], "fields": {"overdue": "hidden"}}
    groups = [{"id": "all", **everybody}]
    desk = Desk.open(company, definition(access={"groups": groups}))
    desk.filled({"customer": "甲", "due": days_ago(5)})
    clerk = company.join("li@east.example.cn")[0]
    card = desk.listed(by=clerk).body["items"][0]
    assert card["values"] == {"customer": "甲", "due": days_ago(5), "late": True}
    asked = quote(json.dumps({"field": "overdue", "op": "gt", "value": 1}))
    assert codes(desk.listed(f"?filter={asked}", by=clerk)) == {"/filter/field": "list_filter_field"}


def test_publishing_refuses_an_order_that_no_stored_date_has(company: Company) -> None:
    fields = [field("due", "date", "到期日"), {**OVERDUE, "indexed": True}]
    made = company.boss.post("/v1/forms", {"name": "应收", "fields": fields, "title": "{overdue}"})
    answer = company.boss.post(f"/v1/forms/{made.body['id']}/publish", headers={"If-Match": '"1"'})
    assert codes(answer) == {"/fields/1/indexed": "volatile_not_filterable", "/title": "volatile_in_title"}
    assert read_definition({"name": "应收", "fields": fields}).indexed == ()


def test_working_days_are_those_of_the_companys_calendar(company: Company) -> None:
    fields = [
        field("start", "date", "开始"),
        field("end", "date", "结束"),
        formula("days", "工作日", "NETWORKDAYS(start, end)", "number"),
    ]
    desk = Desk.open(company, {"name": "工期", "fields": fields})
    # 28 September to 11 October 2026, by hand: 28, 29, 30 September are worked, 1 to 7 October are free, 8 and 9 are
    # worked, and so is Saturday the 10th, in place of a day of the holiday; Sunday the 11th is free. 3 + 2 + 1 = 6.
    record = desk.filled({"start": "2026-09-28", "end": "2026-10-11"})
    assert record["values"]["days"] == "6"
    unknown = desk.fill({"start": "2026-12-28", "end": "2027-01-05"})
    assert codes(unknown) == {"/values/days": "formula_calendar_missing"}
    assert "2027" in unknown.body["errors"][0]["message"]
    year = company.boss.get("/v1/calendar/2027").body
    company.boss.put("/v1/calendar/2027", {"holidays": ["2027-01-01"], "workdays": []}, year["version"])
    assert desk.filled({"start": "2026-12-28", "end": "2027-01-05"})["values"]["days"] == "6"
