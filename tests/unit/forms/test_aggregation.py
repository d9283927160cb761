"""Figures of records: exact, rounded once, and the same in groups as over all."""

from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from chalicelib.forms.domain.aggregation import MOST_GROUPS, Figures, Grouping, Groups, Measure, in_order
from chalicelib.forms.domain.errors import ListInvalid
from chalicelib.forms.domain.fields import Field

MONEY = Field("m", "money", "金额", options={"currency": "CNY"})
NUMBER = Field("n", "number", "数量")
PERCENT = Field("p", "percent", "税率", options={"decimals": 1})
RATING = Field("r", "rating", "评分")
SHANGHAI = ZoneInfo("Asia/Shanghai")


def told(field: Field, function: str, *values: Any) -> str | None:
    figures = Figures([Measure(field, function)])
    for value in values:
        figures.add({field.id: value})
    return figures.told()[0]


@pytest.mark.parametrize(
    ("field", "function", "values", "expected"),
    [
        (MONEY, "sum", ["0.10", "0.20", None], "0.30"),
        (MONEY, "avg", ["0.01", "0.02"], "0.02"),
        (NUMBER, "avg", ["1", "2", "2"], "1.666666666667"),
        (NUMBER, "sum", ["9" * 28, "1", "0.000000000001"], "1" + "0" * 28 + ".000000000001"),
        (PERCENT, "avg", ["0.1", "0.15", "0.15"], "0.1333"),
        (RATING, "avg", ["4", "5"], "4.5"),
        (NUMBER, "min", ["10", "9"], "9"),
        (NUMBER, "max", [], None),
        (NUMBER, "count", ["1", None, "2"], "2"),
    ],
)
def test_figures(field: Field, function: str, values: list[Any], expected: str | None) -> None:
    assert told(field, function, *values) == expected


def test_groups_come_to_the_whole() -> None:
    groups = Groups([Measure(NUMBER, "sum")])
    for at in range(9):
        groups.add({"n": str(at)}, at % 3, grouped=True)
    parts = [Decimal(each.told()[0] or 0) for each in groups.by_key.values()]
    assert sum(parts) == Decimal(groups.whole.told()[0] or 0) == 36


def test_joined_figures_are_those_of_all_records() -> None:
    measures = [Measure(NUMBER, each) for each in ("sum", "min", "max", "count")]
    one, other, both = Figures(measures), Figures(measures), Figures(measures)
    for figures, value in ((one, "1"), (other, "5"), (other, "-2")):
        figures.add({"n": value})
        both.add({"n": value})
    one.join(other)
    assert (one.records, one.told()) == (3, both.told())


def test_a_moment_belongs_to_its_day_in_the_companys_zone() -> None:
    grouping = Grouping(Field("at", "datetime", "时刻"), "month")
    assert grouping.key("2026-10-31T16:30:00.000Z", SHANGHAI) == "2026-11"
    assert Grouping(Field("d", "date", "日期"), "year").key("2026-10-31", SHANGHAI) == "2026"


def test_too_many_groups_are_refused() -> None:
    groups = Groups([])
    for at in range(MOST_GROUPS):
        groups.add({}, at, grouped=True)
    with pytest.raises(ListInvalid):
        groups.add({}, MOST_GROUPS, grouped=True)


def test_numbers_are_in_their_order_and_blanks_last() -> None:
    assert in_order(Grouping(NUMBER), ["10", None, "9"], str) == ["9", "10", None]
