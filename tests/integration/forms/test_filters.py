"""What a filter compares: whole values, as exactly as they were stored, and whatever a field ever could hold."""

from typing import Any
from urllib.parse import quote

import pytest

from ..directory.company import Company
from .quote import Desk, codes, field, formula
from .test_lists import where

LONG = "华" * 170
"""Longer than the key of an index holds."""
LONGER = "东" * 230
"""Longer than a list entry holds."""


def definition(*kinds: str) -> dict[str, Any]:
    choices = {"choices": [{"value": each, "name": f"等级{each}"} for each in kinds or ("a", "A", "b")]}
    fields = [
        field("no", "serial", "编号", options={"template": "NO-{0000}"}, indexed=True),
        field("name", "text", "名称", options={"max_length": 200}, indexed=True),
        field("note", "text", "备注", options={"max_length": 1000}),
        field("story", "long_text", "说明"),
        formula("both", "合并", "CONCAT(note, story)", "text", indexed=True),
        formula("big", "大", "rate > 1", "boolean"),
        field("rate", "number", "数量", indexed=True),
        field("level", "choice", "等级", options=choices, indexed=True),
        field("team", "member", "成员", options={"multiple": True}, indexed=True),
        field("day", "date", "日期"),
    ]
    return {"name": "物料", "fields": fields, "title": "{name}", "list": [each["id"] for each in fields]}


@pytest.fixture
def desk(company: Company) -> Desk:
    return Desk.open(company, definition())


def found(desk: Desk, *filters: tuple[str, str, object], more: str = "") -> list[str]:
    answer = desk.listed(f"?filter={where(*filters)}{more}")
    assert answer.status == 200, answer.body
    return sorted(card["title"] for card in answer.body["items"])


def filled(desk: Desk, name: str, **values: Any) -> dict[str, Any]:
    return desk.filled({"name": name, **values})


@pytest.mark.parametrize("sort", ["", "&sort=name", "&sort=-both"])
@pytest.mark.parametrize(
    ("name", "text"),
    [("note", LONG), ("note", LONGER), ("story", LONGER), ("story", f"{LONGER}\n第二行"), ("both", LONGER)],
)
def test_long_texts_that_differ_at_their_end_are_two(desk: Desk, name: str, text: str, sort: str) -> None:
    stored = "note" if name == "both" else name
    for title, end in (("一", "甲"), ("二", "乙")):
        filled(desk, title, **{stored: text + end})
    assert found(desk, (name, "eq", f"{text}甲"), more=sort) == ["一"]
    assert found(desk, (name, "in", [f"{text}乙", "其他"]), more=sort) == ["二"]
    assert found(desk, (name, "eq", text), more=sort) == []
    assert found(desk, (name, "prefix", text), more=sort) == ["一", "二"]
    assert found(desk, (name, "prefix", f"{text}乙"), more=sort) == ["二"]
    assert found(desk, (name, "contains", f"{text[-5:]}甲"), more=sort) == ["一"]
    assert found(desk, (name, "lt", f"{text}甲"), more=sort) == ["二"]
    assert found(desk, (name, "between", [f"{text}乙", f"{text}甲"]), more=sort) == ["一", "二"]


def test_an_indexed_text_of_which_the_index_holds_a_part(desk: Desk) -> None:
    filled(desk, f"{LONG}甲")
    filled(desk, f"{LONG}乙")
    for more in ("", "&sort=name", "&sort=rate"):
        assert found(desk, ("name", "eq", f"{LONG}甲"), more=more) == [f"{LONG}甲"]
        assert found(desk, ("name", "gt", f"{LONG}乙"), more=more) == [f"{LONG}甲"]


def test_choices_that_differ_in_case_are_two(desk: Desk) -> None:
    filled(desk, "大", level="A")
    filled(desk, "小", level="a")
    assert found(desk, ("level", "eq", "A")) == ["大"]
    assert found(desk, ("level", "in", ["a"])) == ["小"]


def test_texts_are_equal_in_any_case(desk: Desk) -> None:
    filled(desk, "Ball Valve")
    assert found(desk, ("name", "eq", "ball valve")) == ["Ball Valve"]
    assert found(desk, ("no", "eq", "no-0001")) == ["Ball Valve"]


def test_many_members_are_compared_to_the_last(desk: Desk, company: Company) -> None:
    crew = [company.join(f"m{n}@east.example.cn", f"m{n}")[1] for n in range(20)]
    filled(desk, "一", team=crew)
    filled(desk, "二", team=[*crew[:-1], company.boss_id])
    assert found(desk, ("team", "eq", crew)) == ["一"]
    assert found(desk, ("team", "has", [crew[-1]])) == ["一"]


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ('[{"field": "rate", "op": "eq", "value": 1.5}]', ["一点五"]),
        ('[{"field": "rate", "op": "in", "value": [1.50, 7]}]', ["一点五"]),
        ('[{"field": "rate", "op": "between", "value": [0.1, 15e-1]}]', ["一点五", "零点二"]),
        ('[{"field": "rate", "op": "eq", "value": 0.2}]', ["零点二"]),
        ('[{"field": "big", "op": "eq", "value": true}]', ["一点五"]),
        ('[{"field": "big", "op": "in", "value": [false]}]', ["零点二"]),
        ('[{"field": "rate", "op": "between", "value": [2, 1]}]', []),
        ('[{"field": "rate", "op": "gte", "value": 1}, {"field": "rate", "op": "lt", "value": 1.6}]', ["一点五"]),
    ],
)
def test_json_numbers_and_truths_are_read_exactly(desk: Desk, filters: str, expected: list[str]) -> None:
    filled(desk, "一点五", rate="1.5")
    filled(desk, "零点二", rate=0.2)
    for sort in ("", "&sort=rate"):
        answer = desk.listed(f"?filter={quote(filters)}{sort}")
        assert answer.status == 200, answer.body
        assert sorted(card["title"] for card in answer.body["items"]) == sorted(expected)


@pytest.mark.parametrize(
    "filters",
    [
        '[{"field": "rate", "op": "eq", "value": NaN}]',
        '[{"field": "rate", "op": "eq", "value": 1e999999999}]',
        '[{"field": "rate", "field": "name", "op": "eq", "value": 1}]',
        '[{"field": "rate", "op": ["eq"], "value": 1}]',
        "[1]",
        "null",
    ],
)
def test_what_is_no_filter_is_refused(desk: Desk, filters: str) -> None:
    refused = desk.listed(f"?filter={quote(filters)}")
    assert (refused.status, set(codes(refused).values())) == (422, {"list_filter_shape"})


@pytest.mark.parametrize(
    ("filters", "path"),
    [
        (r'[{"field": "name", "op": "eq", "value": "\ud800"}]', "/filter/0/value"),
        (r'[{"field": "name", "op": "contains", "value": "a\udfff"}]', "/filter/0/value"),
        (r'[{"field": "\udc00", "op": "eq", "value": "a"}]', "/filter/0/field"),
        (r'[{"field": "name", "op": "\ud800", "value": "a"}]', "/filter/0/op"),
        (r'[{"field": "team", "op": "has", "value": ["\ud800"]}]', "/filter/0/value/0"),
        (r'[{"field": "@state", "op": "in", "value": ["draft", "\u0000"]}]', "/filter/0/value/1"),
        (r'[{"\ud800": 1}]', "/filter/0"),
    ],
)
def test_half_a_character_is_refused_wherever_it_stands(desk: Desk, filters: str, path: str) -> None:
    for route in ("", "/count"):
        refused = desk.listed(f"{route}?filter={quote(filters)}")
        assert (refused.status, codes(refused)) == (422, {path: "control_characters"})


def test_removed_options_can_be_asked_for_and_what_never_was_one_is_refused(desk: Desk) -> None:
    filled(desk, "旧", level="b")
    filled(desk, "新", level="a")
    assert desk.republish(definition("a", "A")).status == 200
    assert found(desk, ("level", "eq", "b")) == ["旧"]
    assert found(desk, ("level", "in", ["a", "b"])) == ["新", "旧"]
    refused = desk.listed(f"?filter={where(('level', 'eq', 'c'))}")
    assert codes(refused) == {"/filter/0/value": "not_a_choice"}


@pytest.mark.parametrize("asked", ["ball", "ＢＡＬＬ", "ba\u200bll", "Valve DN", "dn50"])
def test_contains_knows_neither_case_nor_width(desk: Desk, asked: str) -> None:
    filled(desk, "一", story="Ball\u00ad Valve ＤＮ50")
    filled(desk, "二", story="gate valve")
    assert found(desk, ("story", "contains", asked)) == ["一"]


def test_contains_is_for_texts(desk: Desk) -> None:
    for name in ("rate", "level", "day", "team"):
        assert codes(desk.listed(f"?filter={where((name, 'contains', '1'))}")) == {"/filter/0/op": "list_filter_op"}
    assert codes(desk.listed(f"?filter={where(('name', 'contains', ' '))}")) == {}
    assert codes(desk.listed(f"?filter={where(('name', 'contains', ''))}")) == {"/filter/0/value": "not_text"}


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("阀", ["一阀"]),
        ("no-0002", ["二"]),
        ("１２３４", ["一阀"]),
        ("1234.5", ["一阀"]),
        ("等级b", ["二"]),
        ("2026-11", ["二"]),
        ("王总", ["一阀", "二"]),
        ("小组", ["二"]),
        ("没有", []),
        ("  ", ["一阀", "二"]),
    ],
)
def test_one_text_over_the_list(desk: Desk, company: Company, asked: str, expected: list[str]) -> None:
    member = company.join("crew@east.example.cn", "小组成员")[1]
    filled(desk, "一阀", rate="1234.5")
    filled(desk, "二", level="b", day="2026-11-30", team=[member])
    for sort in ("", "&sort=-rate"):
        answer = desk.listed(f"?q={quote(asked)}{sort}")
        assert answer.status == 200, answer.body
        assert sorted(card["title"] for card in answer.body["items"]) == sorted(expected)
    counted = desk.listed(f"/count?q={quote(asked)}").body
    assert counted == {"count": len(expected), "exact": True}


def test_a_stretch_of_time_reads_only_its_part(desk: Desk) -> None:
    made = [filled(desk, name) for name in ("一", "二", "三")]
    at = made[1]["created_at"]
    assert "二" in found(desk, ("@created_at", "eq", at))
    assert "一" not in found(desk, ("@created_at", "gt", at))
    assert "三" not in found(desk, ("@created_at", "lt", at))
    assert found(desk, ("@created_at", "between", [made[0]["created_at"], made[2]["created_at"]])) == ["一", "三", "二"]
    assert found(desk, ("@created_at", "lt", "0001-01-01T00:00:00Z")) == []
