"""Trees: how tests join, what is not filled in, what is refused and where."""

from typing import Any

import pytest

from chalicelib.conditions.reader import MAX_DEPTH, MAX_TESTS
from chalicelib.conditions.tree import AllOf, AnyOf, Cut, Not

from .language import FIELDS, ask, faults, holds, read

BIG, URGENT = ask("total", "gt", "100"), ask("tags", "has", ["urgent"])


@pytest.mark.parametrize(
    ("raw", "values", "expected"),
    [
        ({"all": [BIG, URGENT]}, {"total": "101", "tags": ["urgent"]}, True),
        ({"all": [BIG, URGENT]}, {"total": "101"}, False),
        ({"any": [BIG, URGENT]}, {"total": "101"}, True),
        ({"any": [BIG, URGENT]}, {}, False),
        ({"not": BIG}, {"total": "100"}, True),
        ({"not": BIG}, {}, True),
        ({"all": [BIG, {"not": {"any": [URGENT, ask("rush", "eq", value=True)]}}]}, {"total": "101"}, True),
        (
            {"all": [BIG, {"not": {"any": [URGENT, ask("rush", "eq", value=True)]}}]},
            {"total": "101", "rush": True},
            False,
        ),
        ({"all": []}, {}, True),
    ],
)
def test_groups_join_tests(raw: dict[str, Any], values: dict[str, Any], expected: bool) -> None:
    assert holds(raw, values) is expected


@pytest.mark.parametrize("blank", [None, "", []])
@pytest.mark.parametrize("field", FIELDS)
def test_what_is_not_filled_in_meets_only_what_is_about_absence(field: str, blank: Any) -> None:
    values = {"total": "1", "due": "2026-01-01", "at": "2026-01-01T00:00:00Z", "rush": True}
    value = values.get(field, "x")
    asked = {
        "eq": value, "ne": value, "in": [value], "not_in": [value], "lt": value, "lte": value, "gt": value,
        "gte": value, "between": [value, value], "contains": value, "prefix": value, "has": [value],
        "has_none": [value], "empty": None, "not_empty": None,
    }  # fmt: skip
    suitable = {op: given for op, given in asked.items() if not faults(ask(field, op, given))}
    meets = {op for op, given in suitable.items() if holds(ask(field, op, given), {field: blank})}
    assert meets == {"empty", "ne", "not_in", "has_none"} & suitable.keys()


def test_names_of_earlier_releases_are_taken() -> None:
    assert holds(ask("note", "blank"), {})
    assert holds(ask("note", "filled"), {"note": "x"})


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (5, [("", "condition_shape")]),
        ({}, [("", "condition_shape")]),
        ({"all": [], "any": []}, [("", "condition_shape")]),
        ({"any": [{"all": [BIG, {"not": ask("total", "like", "1")}]}]}, [("/any/0/all/1/not", "condition_shape")]),
        ({"not": {"any": [ask("gone", "eq", "1")]}}, [("/not/any/0/field", "field_unknown")]),
        (ask("files", "eq", "1"), [("/op", "operator_unsuitable")]),
        (ask("note", "gt", "1"), [("/op", "operator_unsuitable")]),
        (ask("total", "in", "1"), [("/value", "value_shape")]),
        (ask("total", "eq", "一"), [("/value", "value_unsuitable")]),
        (ask("total", "eq", ""), [("/value", "value_missing")]),
        (ask("total", "eq", {"relative": "today"}), [("/value", "value_unsuitable")]),
        (ask("due", "eq", {"relative": "someday"}), [("/value", "value_unsuitable")]),
        (ask("due", "eq", {"relative": "last_days"}), [("/value", "value_unsuitable")]),
        (ask("due", "eq", {"relative": "last_days", "n": 0}), [("/value", "value_unsuitable")]),
        (ask("unit", "eq", {"me": True}), [("/value", "value_unsuitable")]),
        ({"all": [BIG] * (MAX_TESTS + 1)}, [("", "condition_too_long")]),
    ],
)
def test_a_fault_is_told_where_it_stands(raw: Any, expected: list[tuple[str, str]]) -> None:
    assert faults(raw) == expected


def test_a_tree_is_not_deeper_than_the_limit() -> None:
    raw: Any = BIG
    for _ in range(MAX_DEPTH):
        raw = {"not": raw}
    assert faults(raw) == []
    assert [code for _, code in faults({"not": raw})] == ["condition_too_deep"]


class Answer:
    """A part whose answer is given."""

    def __init__(self, answer: bool | None) -> None:
        self.answer = answer

    def holds(self, row: Any) -> bool | None:
        return self.answer


@pytest.mark.parametrize(
    ("parts", "every", "some"),
    [
        ((None, False), False, None),
        ((None, True), None, True),
        ((None,), None, None),
        ((True, False), False, True),
    ],
)
def test_what_is_not_known_joins_as_unknown(parts: tuple[bool | None, ...], every: Any, some: Any) -> None:
    given: Any = tuple(Answer(each) for each in parts)
    assert AllOf(given).holds({}) is every
    assert AnyOf(given).holds({}) is some
    assert Not(AllOf(given)).holds({}) is (None if every is None else not every)


def test_a_beginning_answers_only_what_its_end_cannot_change() -> None:
    beginning = Cut("天" * 200)
    assert holds(ask("note", "prefix", "天天"), {"note": beginning}) is True
    assert holds(ask("note", "prefix", "地"), {"note": beginning}) is False
    assert holds(ask("note", "eq", "天" * 201), {"note": beginning}) is None
    assert holds(ask("note", "ne", "天" * 201), {"note": beginning}) is None
    assert holds(ask("note", "eq", "地"), {"note": beginning}) is False
    assert holds(ask("note", "contains", "地"), {"note": beginning}) is None
    assert holds(ask("note", "empty"), {"note": beginning}) is False


def test_reading_keeps_the_order_of_the_parts() -> None:
    found = read({"any": [{"all": [BIG, URGENT]}, {"not": BIG}]})
    assert isinstance(found, AnyOf)
    assert [type(part) for part in found.parts] == [AllOf, Not]
