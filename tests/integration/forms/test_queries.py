"""Lists for programs over the API: a query with chosen fields, and what the records of a list come to."""

from typing import Any

import pytest

from ..conftest import Answer, Api
from ..directory.company import Company
from .quote import CNY, Desk, codes, field, quote_values
from .test_groups import Shop

KINDS = {"choices": [{"value": "b", "name": {"zh-CN": "乙类", "en": "Second"}}, {"value": "a", "name": "甲类"}]}
FIELDS = [
    field("name", "text", "名称", indexed=True),
    field("kind", "choice", "类别", options=KINDS),
    field("amount", "money", "金额", options=CNY),
    field("count", "number", "数量", options={"decimals": 0}),
    field("paid", "date", "付款日"),
    field("note", "long_text", "备注"),
    field("marks", "choices", "标签", options={"choices": [{"value": "x"}]}),
    field("age", "formula", "天数", options={"expression": "TODAY() - paid", "result": "number"}),
]
DEFINITION = {"name": "报销", "fields": FIELDS, "title": "{name}", "list": ["name", "kind", "amount"]}
GROUPED_BY_MEMBER = [
    {"id": "own", "audience": "everyone", "rows": "own", "actions": ["edit"], "fields": {"cost": "hidden"}},
    {"id": "team", "audience": "everyone", "rows": "department_and_below", "fields": {"phone": "masked"}},
]


@pytest.fixture
def claims(company: Company) -> Desk:
    desk = Desk.open(company, DEFINITION)
    desk.filled({"name": "一", "kind": "a", "amount": "10.10", "count": 1, "paid": "2026-10-31", "note": "备" * 300})
    desk.filled({"name": "二", "kind": "b", "amount": "0.20", "count": 2, "paid": "2026-11-01"})
    desk.filled({"name": "三", "kind": "a", "amount": "-0.33", "paid": "2026-11-30"})
    desk.filled({"name": "四"})
    return desk


def aggregate(desk: Desk, reader: Api | None = None, **body: Any) -> Answer:
    return (reader or desk.boss).post(f"/v1/forms/{desk.form_id}/records/aggregate", {"measures": [], **body})


def measures(*wanted: str) -> list[dict[str, str]]:
    return [dict(zip(("field", "function"), each.split(), strict=True)) for each in wanted]


def test_figures_are_exact_and_leave_blanks_out(claims: Desk) -> None:
    asked = measures("amount sum", "amount avg", "amount min", "paid max", "count avg", "note count", "count sum")
    found = aggregate(claims, measures=asked).body
    assert found == {
        "count": 4,
        "exact": True,
        "measures": ["9.97", "3.32", "-0.33", "2026-11-30", "1.5", "1", "3"],
        "groups": [],
        "coverage": {"records": 4, "limit": 10_000},
    }


def test_figures_are_of_what_the_filter_lets_through(claims: Desk) -> None:
    found = aggregate(
        claims, measures=measures("amount sum"), filter={"field": "kind", "op": "eq", "value": "a"}, q="三"
    ).body
    assert (found["count"], found["measures"], found["coverage"]["records"]) == (1, ["-0.33"], 4)


def test_groups_come_in_the_order_of_the_choices_with_their_names(claims: Desk) -> None:
    found = aggregate(claims, measures=measures("amount sum"), by="kind").body["groups"]
    told = [(each["key"], each["label"], each["count"], each["measures"]) for each in found]
    assert told == [("b", "Second", 1, ["0.20"]), ("a", "甲类", 2, ["9.77"]), (None, "", 1, [None])]


def test_days_are_grouped_by_month_and_people_by_name(claims: Desk) -> None:
    found = aggregate(claims, by="paid:month").body["groups"]
    assert [(each["label"], each["count"]) for each in found] == [("2026-10", 1), ("2026-11", 2), ("", 1)]
    found = aggregate(claims, by="@created_by").body["groups"]
    assert [each["count"] for each in found] == [4]
    assert found[0]["label"]
    assert [each["label"] for each in aggregate(claims, by="@state").body["groups"]] == ["Saved"]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ({"measures": measures("nothing sum")}, {"/measures/0/field": "aggregate_field"}),
        ({"measures": measures("name sum")}, {"/measures/0/function": "aggregate_function"}),
        ({"measures": measures("age sum")}, {"/measures/0/field": "volatile_not_filterable"}),
        ({"by": "marks"}, {"/by": "aggregate_by"}),
        ({"by": "name:month"}, {"/by": "aggregate_by"}),
        ({"by": "nothing"}, {"/by": "aggregate_field"}),
        ({"filter": {"field": "note", "op": "filled"}}, {"/filter/field": "list_filter_field"}),
    ],
)
def test_what_no_figure_can_be_made_of_is_refused(claims: Desk, body: dict[str, Any], expected: dict[str, str]) -> None:
    answer = aggregate(claims, **body)
    assert (answer.status, codes(answer)) == (422, expected)


def test_a_query_tells_the_fields_asked_for_whole(claims: Desk) -> None:
    path = f"/v1/forms/{claims.form_id}/records/query"
    asked = {
        "filter": {"field": "kind", "op": "filled"},
        "sort": ["name"],
        "fields": ["note", "age", "amount"],
        "limit": 2,
    }
    found = claims.boss.post(path, asked)
    assert found.status == 200, found.body
    assert [each["title"] for each in found.body["items"]] == ["一", "三"]
    assert found.body["items"][0]["values"].keys() == {"note", "age", "amount"}
    assert found.body["items"][0]["values"]["note"] == "备" * 300
    rest = claims.boss.post(path, {**asked, "cursor": found.body["next_cursor"]})
    assert [each["title"] for each in rest.body["items"]] == ["二"]
    assert codes(claims.boss.post(path, {"sort": ["name", "@created_at"]})) == {"/sort/1": "list_sort_several"}
    assert codes(claims.boss.post(path, {"fields": ["name", "gone"]})) == {"/fields/1": "query_field"}


def test_a_reader_learns_only_of_what_is_theirs(company: Company) -> None:
    shop = Shop(company)
    assert shop.publish(GROUPED_BY_MEMBER).status == 200
    for by, cost in ((shop.li, "1.00"), (shop.lead, "20.00"), (shop.other, "300.00")):
        made = shop.filled(by, name="客户", phone="13812341234", level="A")
        assert shop.boss.put(f"/v1/records/{made['id']}", {"values": {**made["values"], "cost": cost}}, 1).status == 200
    desk = Desk(company, shop.form)
    assert aggregate(desk, shop.lead).body["count"] == 2
    assert aggregate(desk, shop.other, by="level").body["groups"][0]["count"] == 1
    hidden = aggregate(desk, shop.lead, measures=measures("cost sum"))
    assert codes(hidden) == {"/measures/0/field": "aggregate_field"}
    assert codes(aggregate(desk, shop.lead, by="phone")) == {"/by": "aggregate_field"}
    assert aggregate(desk, shop.boss, measures=measures("cost sum")).body["measures"] == ["321.00"]
    told = shop.lead.post(f"/v1/forms/{shop.form}/records/query", {"fields": ["phone", "cost"]}).body["items"]
    assert {tuple(sorted(each["values"].items())) for each in told} == {
        (("cost", "1.00"), ("phone", "138****1234")),
        (("cost", "20.00"), ("phone", "13812341234")),
    }


def test_figures_of_columns_that_the_list_does_not_show_are_of_the_records(company: Company) -> None:
    desk = Desk.open(company)
    for price in ("90", "80"):
        desk.filled(quote_values(price=price))
    assert aggregate(desk, measures=measures("discount avg", "total sum")).body["measures"] == ["0.15", "1700.00"]
