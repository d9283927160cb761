"""Operands that are looked up: stretches of days at the edges of the calendar, and what the actor is."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from chalicelib.conditions.dynamic import RELATIVES, Relative, Surroundings, read_dynamic

from .language import around, ask, holds

SHANGHAI, NEW_YORK = ZoneInfo("Asia/Shanghai"), ZoneInfo("America/New_York")


def span(name: str, at: str, zone: ZoneInfo, n: int = 0, unit: str = "day") -> tuple[str, str]:
    return Relative(name, n).span(Surroundings(datetime.fromisoformat(at), zone), unit)


@pytest.mark.parametrize(
    ("name", "n", "first", "last"),
    [
        ("yesterday", 0, "2027-12-31", "2027-12-31"),
        ("today", 0, "2028-01-01", "2028-01-01"),
        ("tomorrow", 0, "2028-01-02", "2028-01-02"),
        ("this_week", 0, "2027-12-27", "2028-01-02"),
        ("last_week", 0, "2027-12-20", "2027-12-26"),
        ("next_week", 0, "2028-01-03", "2028-01-09"),
        ("this_month", 0, "2028-01-01", "2028-01-31"),
        ("last_month", 0, "2027-12-01", "2027-12-31"),
        ("next_month", 0, "2028-02-01", "2028-02-29"),
        ("this_quarter", 0, "2028-01-01", "2028-03-31"),
        ("last_quarter", 0, "2027-10-01", "2027-12-31"),
        ("next_quarter", 0, "2028-04-01", "2028-06-30"),
        ("this_year", 0, "2028-01-01", "2028-12-31"),
        ("last_year", 0, "2027-01-01", "2027-12-31"),
        ("next_year", 0, "2029-01-01", "2029-12-31"),
        ("last_days", 7, "2027-12-26", "2028-01-01"),
        ("next_days", 7, "2028-01-01", "2028-01-07"),
    ],
)
def test_every_stretch_on_the_first_day_of_a_year(name: str, n: int, first: str, last: str) -> None:
    found = Relative(name, n).days(date(2028, 1, 1))
    assert found == (date.fromisoformat(first), date.fromisoformat(last))


def test_every_stretch_is_tested() -> None:
    assert len(RELATIVES) == 17


@pytest.mark.parametrize(
    ("at", "zone", "day"),
    [
        ("2026-12-31T15:59:59.999+00:00", SHANGHAI, "2026-12-31"),
        ("2026-12-31T16:00:00+00:00", SHANGHAI, "2027-01-01"),
        ("2027-01-01T04:59:59.999+00:00", NEW_YORK, "2026-12-31"),
        ("2027-01-01T05:00:00+00:00", NEW_YORK, "2027-01-01"),
        ("2026-02-28T16:00:00+00:00", SHANGHAI, "2026-03-01"),
        ("2026-03-01T04:59:00+00:00", NEW_YORK, "2026-02-28"),
    ],
)
def test_today_begins_at_midnight_of_the_company(at: str, zone: ZoneInfo, day: str) -> None:
    assert span("today", at, zone) == (day, day)


def test_a_day_of_moments_ends_a_millisecond_before_the_next() -> None:
    assert span("today", "2026-12-31T16:00:00+00:00", SHANGHAI, unit="moment") == (
        "2026-12-31T16:00:00.000Z",
        "2027-01-01T15:59:59.999Z",
    )


def test_the_days_on_which_clocks_change_have_their_own_length() -> None:
    spring = span("today", "2026-03-08T12:00:00+00:00", NEW_YORK, unit="moment")
    autumn = span("today", "2026-11-01T12:00:00+00:00", NEW_YORK, unit="moment")
    assert spring == ("2026-03-08T05:00:00.000Z", "2026-03-09T03:59:59.999Z")
    assert autumn == ("2026-11-01T04:00:00.000Z", "2026-11-02T04:59:59.999Z")


@pytest.mark.parametrize(
    ("op", "passing"),
    [
        ("eq", ["2026-11-01", "2026-11-30"]),
        ("ne", ["2026-10-31", "2026-12-01", None]),
        ("lt", ["2026-10-31"]),
        ("lte", ["2026-10-31", "2026-11-01", "2026-11-30"]),
        ("gt", ["2026-12-01"]),
        ("gte", ["2026-11-01", "2026-11-30", "2026-12-01"]),
    ],
)
def test_an_operator_takes_the_end_of_the_stretch_that_it_means(op: str, passing: list[str | None]) -> None:
    days = ["2026-10-31", "2026-11-01", "2026-11-30", "2026-12-01", None]
    raw = ask("due", op, {"relative": "this_month"})
    assert [day for day in days if holds(raw, {"due": day})] == passing


def test_stretches_stand_among_others() -> None:
    between = ask("due", "between", [{"relative": "last_month"}, "2026-11-02"])
    assert [holds(between, {"due": day}) for day in ("2026-09-30", "2026-10-01", "2026-11-02", "2026-11-03")] == [
        False, True, True, False,
    ]  # fmt: skip
    among = ask("due", "in", [{"relative": "today"}, "2026-01-01"])
    assert [holds(among, {"due": day}) for day in ("2026-11-25", "2026-01-01", "2026-11-26")] == [True, True, False]
    none = ask("due", "not_in", [{"relative": "today"}, "2026-01-01"])
    assert [holds(none, {"due": day}) for day in ("2026-11-25", "2026-01-01", None)] == [False, False, True]


def test_a_moment_lies_in_a_day_of_the_zone() -> None:
    raw = ask("at", "eq", {"relative": "today"})
    late = around(datetime(2026, 12, 31, 16, tzinfo=UTC), SHANGHAI)
    assert holds(raw, {"at": "2026-12-31T16:00:00Z"}, late)
    assert not holds(raw, {"at": "2026-12-31T15:59:59.999Z"}, late)


def test_the_actor_has_ids() -> None:
    mine = around(me={"rep"}, subordinates={"a", "b"}, department={"sales"}, department_and_below={"sales", "east"})
    assert holds(ask("owner", "eq", {"me": True}), {"owner": "rep"}, mine)
    assert not holds(ask("owner", "ne", {"me": True}), {"owner": "rep"}, mine)
    assert holds(ask("owner", "ne", {"me": True}), {}, mine)
    assert holds(ask("owner", "in", [{"my": "subordinates"}, "c"]), {"owner": "c"}, mine)
    assert holds(ask("owner", "eq", {"my": "subordinates"}), {"owner": "b"}, mine)
    assert holds(ask("team", "has", [{"me": True}]), {"team": ["x", "rep"]}, mine)
    assert holds(ask("unit", "eq", {"my": "department_and_below"}), {"unit": "east"}, mine)
    assert not holds(ask("unit", "eq", {"my": "department"}), {"unit": "east"}, mine)


def test_whoever_leads_nobody_has_no_subordinates_records() -> None:
    assert not holds(ask("owner", "eq", {"my": "subordinates"}), {"owner": "b"})
    assert holds(ask("owner", "ne", {"my": "subordinates"}), {"owner": "b"})


def test_a_plain_value_is_looked_up_nowhere() -> None:
    assert read_dynamic("2026-01-01") is None
    assert read_dynamic(["me"]) is None
