"""Conditions of a list beyond a list of tests: groups, what is denied, days relative to today, and the actor."""

import json
from typing import Any
from urllib.parse import quote

import pytest

from ..directory.company import Company
from .quote import Desk, codes, field

FIELDS = [
    field("name", "text", "名称", indexed=True),
    field("amount", "number", "数量", indexed=True),
    field("kind", "choices", "标签", options={"choices": [{"value": each} for each in "abc"]}),
    field("day", "date", "日期", indexed=True),
    field("owner", "member", "负责人", indexed=True),
    field("unit", "department", "部门"),
]
DEFINITION = {"name": "物料", "fields": FIELDS, "title": "{name}", "list": [each["id"] for each in FIELDS]}
ANY = {"any": [{"field": "amount", "op": "lt", "value": 2}, {"field": "name", "op": "eq", "value": "丙"}]}


@pytest.fixture
def desk(company: Company) -> Desk:
    return Desk.open(company, DEFINITION)


@pytest.fixture
def stocked(desk: Desk) -> Desk:
    desk.filled({"name": "甲", "amount": "1", "kind": ["a"]})
    desk.filled({"name": "乙", "amount": "2", "kind": ["a", "b"]})
    desk.filled({"name": "丙", "amount": "3"})
    return desk


def listed(desk: Desk, condition: Any, more: str = "") -> list[str]:
    answer = desk.listed(f"?filter={quote(json.dumps(condition))}{more}")
    assert answer.status == 200, answer.body
    return sorted(card["title"] for card in answer.body["items"])


@pytest.mark.parametrize("sort", ["", "&sort=amount", "&sort=-amount", "&sort=name"])
@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        (ANY, ["丙", "甲"]),
        ({"not": ANY}, ["乙"]),
        ({"all": [ANY, {"field": "kind", "op": "empty"}]}, ["丙"]),
        ({"any": [{"field": "amount", "op": "gte", "value": 3}, {"field": "amount", "op": "eq", "value": 1}]},
         ["丙", "甲"]),
        ({"all": [{"field": "amount", "op": "gt", "value": 2}, {"field": "amount", "op": "lt", "value": 2}]}, []),
        ({"field": "name", "op": "ne", "value": "甲"}, ["丙", "乙"]),
        ({"field": "kind", "op": "has_none", "value": ["b"]}, ["丙", "甲"]),
        ({"field": "kind", "op": "has", "value": ["b", "c"]}, ["乙"]),
        ({"field": "@state", "op": "not_in", "value": ["draft"]}, ["丙", "乙", "甲"]),
        ([ANY, {"not": {"field": "name", "op": "eq", "value": "甲"}}], ["丙"]),
        ({"all": []}, ["丙", "乙", "甲"]),
    ],
)  # fmt: skip
def test_groups_are_asked_in_every_order(stocked: Desk, condition: Any, expected: list[str], sort: str) -> None:
    assert listed(stocked, condition, sort) == expected
    counted = stocked.listed(f"/count?filter={quote(json.dumps(condition))}").body
    assert counted == {"count": len(expected), "exact": True}


def test_a_page_goes_on_with_the_same_condition_only(stocked: Desk) -> None:
    first = stocked.listed(f"?limit=1&filter={quote(json.dumps(ANY))}").body
    assert [card["title"] for card in first["items"]] == ["丙"]
    cursor = quote(first["next_cursor"])
    second = stocked.listed(f"?limit=1&cursor={cursor}&filter={quote(json.dumps(ANY))}").body
    assert [card["title"] for card in second["items"]] == ["甲"]
    other = quote(json.dumps({"all": ANY["any"]}))
    assert stocked.listed(f"?limit=1&cursor={cursor}&filter={other}").status == 422


def test_days_are_relative_to_today_in_the_company(desk: Desk) -> None:
    made = desk.filled({"name": "今天"})
    day = desk.boss.get(f"/v1/records/{made['id']}").body["created_at"][:10]
    desk.filled({"name": "别日", "day": "2001-01-01"})
    desk.filled({"name": "近日", "day": day})
    near = {"field": "day", "op": "eq", "value": {"relative": "last_days", "n": 3}}
    soon = {"field": "day", "op": "eq", "value": {"relative": "next_days", "n": 3}}
    assert listed(desk, {"any": [near, soon]}) == ["近日"]
    assert listed(desk, {"field": "day", "op": "lt", "value": {"relative": "this_year"}}) == ["别日"]
    assert listed(desk, {"field": "@created_at", "op": "eq", "value": {"relative": "today"}}) == [
        "今天",
        "别日",
        "近日",
    ]
    assert listed(desk, {"field": "@created_at", "op": "lt", "value": {"relative": "today"}}) == []


def test_me_and_mine_are_whoever_asks(desk: Desk, company: Company) -> None:
    other_id = company.join("other@east.example.cn", "别人")[1]
    desk.filled({"name": "我的", "owner": company.boss_id})
    desk.filled({"name": "他的", "owner": other_id})
    mine = {"field": "owner", "op": "eq", "value": {"me": True}}
    assert listed(desk, mine) == ["我的"]
    assert listed(desk, {"field": "owner", "op": "ne", "value": {"me": True}}) == ["他的"]
    assert listed(desk, {"field": "@created_by", "op": "eq", "value": {"me": True}}) == ["他的", "我的"]
    assert listed(desk, {"field": "unit", "op": "eq", "value": {"my": "department_and_below"}}) == []


@pytest.mark.parametrize(
    ("condition", "path", "code"),
    [
        ({"any": [{"field": "amount", "op": "like", "value": 1}]}, "/filter/any/0", "list_filter_shape"),
        ({"not": {"field": "gone", "op": "eq", "value": 1}}, "/filter/not/field", "list_filter_field"),
        ({"field": "amount", "op": "eq", "value": {"relative": "today"}}, "/filter/value", "list_filter_value"),
        ({"not": {"not": {"not": {"not": {"not": {"not": ANY}}}}}}, "/filter/not/not/not/not/not", "list_filter_size"),
        ({"all": [{"field": "day", "op": "empty"}] * 101}, "/filter", "list_filter_size"),
    ],
)
def test_what_is_no_condition_is_refused(desk: Desk, condition: Any, path: str, code: str) -> None:
    refused = desk.listed(f"?filter={quote(json.dumps(condition))}")
    assert (refused.status, codes(refused)) == (422, {path: code})
