"""Operands that are looked up when the condition is asked: days relative to today, and what the actor is.

`{"relative": "this_month"}`, `{"relative": "last_days", "n": 7}`, `{"me": true}`, `{"my": "department"}`. Days are
those of the company's zone; weeks begin on Monday; `last_days` and `next_days` include today.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Any, NamedTuple

from ..kernel.clock import in_zone, to_text

MAX_DAYS = 3_660
ACTORS = ("me", "subordinates", "department", "department_and_below")
_MONTHS = {"month": 1, "quarter": 3, "year": 12}
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """When, where and for whom a condition is asked. `actor` gives ids for each name of `ACTORS`."""

    at: datetime
    zone: tzinfo
    actor: Callable[[str], frozenset[str]] = lambda name: frozenset()  # noqa: ARG005


class Relative(NamedTuple):
    """A stretch of whole days. `n` is 0 but for `last_days`, `next_days` and `DAY`."""

    name: str
    n: int = 0

    def days(self, today: date) -> tuple[date, date]:
        """Its first and its last day."""
        return _SPANS[self.name](today, self.n)

    def span(self, around: Surroundings, unit: str) -> tuple[str, str]:
        """Its ends as operands: days, or the first and the last millisecond of them."""
        low, high = self.days(in_zone(around.at, around.zone).date())
        if unit == "day":
            return low.isoformat(), high.isoformat()
        end = _begins(high + _DAY, around.zone) - timedelta(milliseconds=1)
        return to_text(_begins(low, around.zone)), to_text(end)


class Actor(NamedTuple):
    """What the actor is: one of `ACTORS`."""

    name: str


def read_dynamic(raw: Any) -> Relative | Actor | None:
    """The operand that is meant; None if a plain value is. Raises ValueError for what looks like one and is none."""
    if not isinstance(raw, Mapping):
        return None
    if set(raw) == {"me"} and raw["me"] is True:
        return Actor("me")
    if set(raw) == {"my"} and raw["my"] in ACTORS[1:]:
        return Actor(raw["my"])
    name, n = raw.get("relative"), raw.get("n", 0)
    counted = name in COUNTED
    if not set(raw) <= {"relative", "n"} or name not in RELATIVES or counted is not ("n" in raw):
        raise ValueError(raw)
    if counted and (isinstance(n, bool) or not 0 < n <= MAX_DAYS or n != int(n)):
        raise ValueError(raw)
    return Relative(str(name), int(n))


def _begins(day: date, zone: tzinfo) -> datetime:
    """The first moment of a day; where midnight is skipped, the moment at which the clock goes on."""
    return datetime.combine(day, time(), zone).astimezone(UTC)


def _week(shift: int) -> Callable[[date, int], tuple[date, date]]:
    def span(today: date, _: int) -> tuple[date, date]:
        monday = today - timedelta(days=today.weekday()) + timedelta(weeks=shift)
        return monday, monday + timedelta(days=6)

    return span


def _months(unit: str, shift: int) -> Callable[[date, int], tuple[date, date]]:
    length = _MONTHS[unit]

    def span(today: date, _: int) -> tuple[date, date]:
        first = (today.year * 12 + today.month - 1) // length * length + shift * length
        return _month(first), _month(first + length) - _DAY

    return span


def _month(number: int) -> date:
    """The first day of a month, counted from the year 0."""
    return date(number // 12, number % 12 + 1, 1)


def _shifted(days: int) -> Callable[[date, int], tuple[date, date]]:
    return lambda today, _: (today + days * _DAY, today + days * _DAY)


_SHIFTS = {"last": -1, "this": 0, "next": 1}
_SPANS: dict[str, Callable[[date, int], tuple[date, date]]] = {
    "yesterday": _shifted(-1),
    "today": _shifted(0),
    "tomorrow": _shifted(1),
    **{f"{name}_week": _week(shift) for name, shift in _SHIFTS.items()},
    **{f"{name}_{unit}": _months(unit, shift) for unit in _MONTHS for name, shift in _SHIFTS.items()},
    "last_days": lambda today, n: (today - (n - 1) * _DAY, today),
    "next_days": lambda today, n: (today, today + (n - 1) * _DAY),
}
COUNTED = ("last_days", "next_days")
RELATIVES = tuple(_SPANS)
"""Those that may be written."""
DAY = "@day"
"""The day `n` days from today, before it if negative: of tests that the server makes, never of one that is written."""


def _distant(today: date, n: int) -> tuple[date, date]:
    """The first or the last day that there is stands for those beyond."""
    try:
        day = today + n * _DAY
    except OverflowError:
        day = date.max - _DAY if n > 0 else date.min
    return day, day


_SPANS[DAY] = _distant
