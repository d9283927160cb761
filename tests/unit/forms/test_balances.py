"""What a record takes of a balance, and what that comes to when it changes: an event told twice is one."""

from dataclasses import replace
from datetime import UTC, date, timedelta, timezone
from decimal import Decimal
from typing import Any

import pytest

from chalicelib.forms.domain.balances.checks import own_faults
from chalicelib.forms.domain.balances.contribution import NOTHING, Contribution, contribution, period_of
from chalicelib.forms.domain.balances.figures import CEILING, Figures, amount_of, limit_of, text_of
from chalicelib.forms.domain.balances.movements import Change, Place, changes
from chalicelib.forms.domain.definition import Definition, read_definition
from chalicelib.forms.domain.records import Record

FORM, ONE, TWO = "f" * 26, "1" * 26, "2" * 26
SHANGHAI = timezone(timedelta(hours=8))


def made(**balance: Any) -> Definition:
    """A form with a link, an amount and a day, and one balance."""
    return read_definition(
        {
            "name": "采购",
            "fields": [
                {"id": "item", "type": "link", "name": "预算项", "options": {"forms": [FORM]}},
                {"id": "total", "type": "number", "name": "金额"},
                {"id": "day", "type": "date", "name": "日期"},
                {"id": "kind", "type": "text", "name": "类别"},
            ],
            "balances": [
                {"id": "b", "name": "预算", "on": "item", "limit": {"field": "amount"}, "amount": "total", **balance}
            ],
        }
    )


def record(state: str = "in_approval", **values: Any) -> Record:
    at = "2026-12-31T16:30:00.000Z"
    given = {"item": ONE, "total": "30", **values}
    return Record("r" * 26, FORM, 1, {k: v for k, v in given.items() if v is not None}, state, "m", at, "m", at)


def taken(definition: Definition, of: Record) -> Contribution:
    return contribution(definition.balances[0], definition, of, SHANGHAI)


@pytest.mark.parametrize(
    ("state", "held", "used"),
    [
        ("draft", 0, 0),
        ("active", 0, 30),
        ("in_approval", 30, 0),
        ("approved", 0, 30),
        ("rejected", 0, 0),
        ("withdrawn", 0, 0),
    ],
)
def test_what_a_record_takes_follows_its_state(state: str, held: int, used: int) -> None:
    found = taken(made(), record(state))
    assert [found.held, found.used] == [held, used]


def test_the_form_may_say_otherwise() -> None:
    definition = made(moves={"rejected": "hold", "approved": "release"})
    assert taken(definition, record("rejected")).held == 30
    assert taken(definition, record("approved")) == NOTHING


@pytest.mark.parametrize("values", [{"item": None}, {"total": None}, {"total": "-5"}, {"total": "0"}])
def test_without_a_limit_or_an_amount_nothing_is_taken(values: dict[str, Any]) -> None:
    assert taken(made(), record(**values)) == NOTHING


def test_the_condition_decides_who_takes_part() -> None:
    definition = made(when={"field": "kind", "op": "eq", "value": "设备"})
    assert taken(definition, record(kind="设备")).held == 30
    assert taken(definition, record(kind="服务")) == NOTHING


def test_the_period_is_that_of_the_day_and_of_the_creation_where_there_is_none() -> None:
    definition = made(period={"every": "month", "by": "day"})
    assert taken(definition, record(day="2026-03-31")).period == "2026-03"
    assert taken(definition, record()).period == "2027-01"  # already the new year in Shanghai
    assert contribution(definition.balances[0], definition, record(), UTC).period == "2026-12"


def test_periods_have_names_that_sort() -> None:
    day = date(2026, 10, 1)
    assert [period_of(day, every) for every in ("year", "quarter", "month")] == ["2026", "2026-Q4", "2026-10"]


def test_an_amount_that_changes_moves_by_the_difference() -> None:
    before, after = Contribution(ONE, held=Decimal("0.1")), Contribution(ONE, held=Decimal("0.3"))
    assert changes(FORM, "b", before, after) == [Change(Place(ONE, FORM, "b"), Decimal("0.2"), Decimal(0))]
    assert changes(FORM, "b", after, after) == []


def test_approving_moves_from_held_to_used_and_takes_nothing_more() -> None:
    before, after = Contribution(ONE, held=Decimal(30)), Contribution(ONE, used=Decimal(30))
    (change,) = changes(FORM, "b", before, after)
    assert [change.held, change.used, change.taken] == [-30, 30, 0]


def test_another_limit_is_taken_of_after_the_first_is_given_back() -> None:
    before = Contribution(ONE, held=Decimal(30))
    back, forth = changes(FORM, "b", before, replace(before, limit_id=TWO))
    assert [back.place.limit_id, forth.place.limit_id] == [ONE, TWO]
    assert [back.taken, forth.taken] == [-30, 30]


def test_the_figures_of_the_acceptance() -> None:
    budget = Figures(Decimal(100_000), held=Decimal(30_000), used=Decimal(55_000))
    assert [budget.free, budget.missing(Decimal(18_000))] == [15_000, 3_000]
    credit = Figures(Decimal(100_000), used=Decimal(85_000))
    assert credit.missing(Decimal(15_000)) == 0
    assert credit.missing(Decimal("15000.01")) == Decimal("0.01")


def test_amounts_keep_every_digit_and_stay_within_what_can_be_stored() -> None:
    long = "9" * 28 + "." + "9" * 12
    assert limit_of(long) == CEILING
    assert amount_of(long) == CEILING * 10
    assert amount_of("123456789012345678901234.000000000001") == Decimal("123456789012345678901234.000000000001")
    assert [text_of(Decimal(each)) for each in ("10.50", "100", "-0", "0.00")] == ["10.5", "100", "0", "0"]


def test_what_approval_takes_is_held_before() -> None:
    codes = [fault.code for fault in own_faults(made(moves={"in_approval": "release"}))]
    assert codes == ["balance_late"]
    assert not list(own_faults(made(moves={"in_approval": "release", "approved": "release"})))


def test_a_balance_that_was_only_begun_says_what_is_missing() -> None:
    definition = read_definition({"name": "F", "fields": [], "balances": [{"id": "b", "name": "B"}]})
    paths = {fault.path: fault.code for fault in own_faults(definition)}
    assert paths == {
        "/balances/0/on": "balance_link",
        "/balances/0/amount": "balance_amount",
        "/balances/0/limit": "balance_limit",
    }


@pytest.mark.parametrize(
    "field",
    [
        {"id": "total", "type": "formula", "options": {"expression": "DAY(TODAY())", "result": "number"}},
        {"id": "total", "type": "formula", "options": {"expression": "cost * 2", "result": "number"}},
        {
            "id": "total",
            "type": "lookup",
            "options": {"link": "item", "from": "cost", "mode": "live", "source": {"type": "number", "options": {}}},
        },
    ],
)
def test_an_amount_does_not_change_with_the_day_or_with_other_records(field: dict[str, Any]) -> None:
    source = {"type": "number", "options": {}}
    cost = {"link": "item", "from": "cost", "mode": "live", "source": source}
    fields = [
        {"id": "item", "type": "link", "name": "项目", "options": {"forms": ["f" * 26]}},
        {"id": "cost", "type": "lookup", "name": "成本", "options": cost},
        {"name": "金额", **field},
    ]
    balance = {"id": "b", "name": "预算", "on": "item", "limit": {"fixed": "5"}, "amount": "total"}
    found = own_faults(read_definition({"name": "F", "fields": fields, "balances": [balance]}))
    assert [(each.path, each.code) for each in found] == [("/balances/0/amount", "balance_amount_moves")]
