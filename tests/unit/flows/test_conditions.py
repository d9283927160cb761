"""What each operator says of each kind of value, above all at the boundaries and where there is no value."""

from typing import Any

import pytest

from chalicelib.flows.engine import DONE
from chalicelib.flows.engine.builder import Builder
from chalicelib.flows.engine.conditions import Condition, condition, covered
from chalicelib.flows.engine.context import Context

from .builders import FORM, ORG, when


def compiled(raw: dict[str, Any]) -> Condition:
    builder = Builder(FORM, {})
    found = condition(builder, raw, "/condition")
    assert builder.problems == []
    return found


def holds(raw: dict[str, Any], initiator: str = "rep", **values: Any) -> bool:
    return compiled(raw).holds(Context(ORG, initiator, values))


@pytest.mark.parametrize(
    ("op", "value", "given", "expected"),
    [
        ("lte", "0.1", "0.10", True),
        ("lte", "0.1", "0.1000000001", False),
        ("eq", "0.3", "0.30", True),
        ("gt", 500000, "500000.00", False),
        ("gt", 500000, "500000.01", True),
        ("gte", "500000", "500000.00", True),
        ("lt", "-1", "-1.5", True),
        ("between", ["0.1", "0.25"], "0.25", True),
        ("between", ["0.1", "0.25"], "0.1", True),
        ("between", ["0.1", "0.25"], "0.2500001", False),
        ("in", ["1", "2.0"], "2", True),
        ("not_in", ["1", "2.0"], "2", False),
        ("ne", "1", "1.0", False),
        ("empty", None, "0", False),
        ("not_empty", None, "0", True),
    ],
)
def test_decimals_compare_exactly(op: str, value: Any, given: str, expected: bool) -> None:
    assert holds(when("total", op, value), total=given) is expected


@pytest.mark.parametrize("op", ["lt", "lte", "gt", "gte", "eq"])
def test_no_value_meets_no_comparison(op: str) -> None:
    assert not holds(when("total", op, "0"))
    assert not holds(when("total", op, "0"), total=None)


def test_no_value_differs_from_every_value() -> None:
    assert holds(when("total", "ne", "0"))
    assert holds(when("grade", "not_in", ["A"]))
    assert holds(when("note", "empty"), note="")
    assert holds(when("files", "empty"), files=[])


def test_zero_is_a_value() -> None:
    assert holds(when("total", "eq", "0"), total="0")
    assert holds(when("total", "eq", 0), total=0)


def test_texts_choices_and_people() -> None:
    assert holds(when("note", "contains", "急"), note="加急件")
    assert holds(when("grade", "in", ["B", "C"]), grade="C")
    assert holds(when("owner", "eq", "pm_a"), owner="pm_a")
    assert not holds(when("unit", "ne", "east"), unit="east")


def test_dates_and_instants() -> None:
    assert holds(when("due", "lte", "2026-12-31"), due="2026-12-31")
    assert holds(when("at", "eq", "2026-12-31T09:00:00+08:00"), at="2026-12-31T01:00:00.000Z")


def test_yes_and_no() -> None:
    assert holds(when("rush", "eq", False), rush=False)
    assert not holds(when("rush", "eq", True), rush=False)
    assert not holds(when("rush", "eq", False))


def test_several_choices_ask_for_one_of_them() -> None:
    assert holds(when("tags", "contains", "urgent"), tags=["export", "urgent"])
    assert holds(when("tags", "in", ["urgent"]), tags=["export", "urgent"])
    assert not holds(when("tags", "not_in", ["urgent"]), tags=["export", "urgent"])
    assert holds(when("tags", "not_in", ["urgent"]), tags=[])


def test_the_initiator_himself() -> None:
    assert holds(when("@initiator.member", "eq", "rep"))
    assert holds(when("@initiator.role", "eq", "finance"), initiator="cfo")
    assert not holds(when("@initiator.role", "eq", "finance"))
    assert holds(when("@initiator.department", "eq", "sales"))
    assert not holds(when("@initiator.department", "eq", "empty"))


def group(*tests: tuple[str, str, Any]) -> dict[str, Any]:
    return {"any": [{"all": [{"field": field, "op": op, "value": value} for field, op, value in tests]}]}


@pytest.mark.parametrize(
    "tests",
    [
        [("total", "gt", "5"), ("total", "lt", "5")],
        [("total", "gt", "5"), ("total", "lte", "5")],
        [("total", "between", ["9", "1"])],
        [("total", "eq", "5"), ("total", "ne", "5.0")],
        [("total", "eq", "5"), ("total", "gt", "6")],
        [("grade", "eq", "A"), ("grade", "eq", "B")],
        [("grade", "in", ["A", "B"]), ("grade", "not_in", ["B", "A"])],
        [("note", "empty", None), ("note", "eq", "x")],
        [("due", "gt", "2026-12-31"), ("due", "lt", "2026-01-01")],
    ],
)
def test_contradictions_are_recognised(tests: list[tuple[str, str, Any]]) -> None:
    assert compiled(group(*tests)).impossible


@pytest.mark.parametrize(
    "tests",
    [
        [("total", "gte", "5"), ("total", "lte", "5")],
        [("total", "gt", "5"), ("total", "lt", "5.01")],
        [("total", "ne", "5"), ("total", "empty", None)],
        [("tags", "eq", "urgent"), ("tags", "eq", "export")],
        [("note", "contains", "a"), ("note", "contains", "b")],
    ],
)
def test_what_can_hold_is_left_alone(tests: list[tuple[str, str, Any]]) -> None:
    assert not compiled(group(*tests)).impossible


@pytest.mark.parametrize(
    ("earlier", "later", "expected"),
    [
        (when("total", "lte", "25"), when("total", "lte", "10"), True),
        (when("total", "lte", "10"), when("total", "lte", "25"), False),
        (when("total", "lt", "10"), when("total", "lte", "10"), False),
        (when("total", "gt", "1"), when("total", "between", ["2", "3"]), True),
        (when("total", "not_empty"), when("total", "eq", "3"), True),
        (when("total", "ne", "3"), when("total", "eq", "4"), True),
        (when("total", "ne", "3"), when("total", "lt", "4"), False),
        (when("grade", "in", ["A", "B"]), when("grade", "eq", "B"), True),
        (when("grade", "in", ["A", "B"]), when("grade", "in", ["B", "C"]), False),
        (when("grade", "eq", "A"), group(("grade", "eq", "A"), ("total", "gt", "1")), True),
        (group(("grade", "eq", "A"), ("total", "gt", "1")), when("grade", "eq", "A"), False),
        (when("note", "contains", "a"), when("note", "eq", "abc"), False),
    ],
)
def test_what_an_earlier_condition_takes_away(earlier: dict[str, Any], later: dict[str, Any], expected: bool) -> None:
    assert covered(compiled(later), [compiled(earlier)]) is expected


def test_the_end_needs_no_node() -> None:
    assert Builder(FORM, {}).steps([], "/steps", DONE, 1) == DONE
