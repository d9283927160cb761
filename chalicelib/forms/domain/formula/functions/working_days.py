"""WORKDAY, NETWORKDAYS, ISWORKDAY: by the working calendar of the company, which evaluation is given."""

from decimal import Decimal

from ..calendar import Calendar
from ..values import Value
from .base import Arguments, Body
from .dates import day_of, shifted

MAX_DAYS = 2_000
_NOTHING = Calendar()
"""Of evaluation without a calendar: no year is known."""


def _later(given: Arguments) -> Value:
    """So many working days after the day, before it if negative; 0 is the day itself."""
    day, calendar = day_of(given.value(0)), given.calendar or _NOTHING
    count = given.whole(1, 0, -MAX_DAYS, MAX_DAYS)
    if day is None:
        return None
    step, left = (1 if count > 0 else -1), abs(count)
    while left:
        given.spend(1)
        day = shifted(day, step)
        left -= calendar.is_workday(day)
    return day


def _between(given: Arguments) -> Value:
    """Both ends included; negative if the end lies before the start."""
    start, end = day_of(given.value(0)), day_of(given.value(1))
    if start is None or end is None:
        return None
    calendar = given.calendar or _NOTHING
    days = calendar.workdays(start, end) if start <= end else -calendar.workdays(end, start)
    return Decimal(days)


def _is(given: Arguments) -> Value:
    day = day_of(given.value(0))
    return None if day is None else (given.calendar or _NOTHING).is_workday(day)


BODIES: dict[str, Body] = {"WORKDAY": _later, "NETWORKDAYS": _between, "ISWORKDAY": _is}
