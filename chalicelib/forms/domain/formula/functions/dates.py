"""TODAY and what is reckoned from days: parts of a date, dates by months, whole units between two days.

What is asked of a blank day is a blank.
"""

import re
from datetime import date, timedelta
from decimal import Decimal

from ..faults import FormulaError
from ..ordering import read_day
from ..values import Kind, Value, as_integer, as_text, kind_of
from .base import Arguments, Body

_WRITTEN = re.compile(
    r"([0-9]{4})(?:-([0-9]{1,2})-([0-9]{1,2})|/([0-9]{1,2})/([0-9]{1,2})|年([0-9]{1,2})月([0-9]{1,2})日)\Z"
)
_MONTHS = {"M": 1, "Q": 3, "Y": 12}
_DAYS = {"D": 1, "W": 7}


def day_of(value: Value) -> date | None:
    """Raises FormulaError formula_type."""
    if value is None or isinstance(value, date):
        return value
    raise FormulaError("formula_type", found=kind_of(value).value, expected=Kind.DATE.value)


def shifted(day: date, days: int) -> date:
    """Raises FormulaError formula_too_large."""
    try:
        return day + timedelta(days=days)
    except OverflowError as error:
        raise FormulaError("formula_too_large") from error


def months_later(day: date, months: int) -> date:
    """The same day of a month, or its last where it is shorter. Raises FormulaError formula_too_large."""
    first = month_begin(day.year * 12 + day.month - 1 + months)
    return first.replace(day=min(day.day, _length(first)))


def month_begin(number: int) -> date:
    """The first day of a month, counted from January of the year 0. Raises FormulaError formula_too_large."""
    if not 12 <= number < 120_000:
        raise FormulaError("formula_too_large")
    return date(number // 12, number % 12 + 1, 1)


def _length(first: date) -> int:
    return 31 if first.month == 12 else (first.replace(month=first.month + 1) - first).days


def between(start: date, end: date, unit: str) -> int:
    """Whole units, negative if the end lies before the start."""
    if start > end:
        return -between(end, start, unit)
    if unit == "D":
        return (end - start).days
    months = (end.year - start.year) * 12 + end.month - start.month - (end.day < start.day)
    return months if unit == "M" else months // 12


def _difference(given: Arguments) -> Value:
    start, end = day_of(given.value(0)), day_of(given.value(1))
    unit = as_text(given.value(2)).upper()
    if unit not in ("D", "M", "Y"):
        raise FormulaError("formula_date_unit", found=unit[:10])
    return None if start is None or end is None else Decimal(between(start, end, unit))


def _days(given: Arguments) -> Value:
    end, start = day_of(given.value(0)), day_of(given.value(1))
    return None if end is None or start is None else Decimal((end - start).days)


def _age(given: Arguments) -> Value:
    born = day_of(given.value(0))
    return None if born is None else Decimal(between(born, given.today, "Y"))


def _date(given: Arguments) -> Value:
    parts = [given.value(index) for index in range(3)]
    if None in parts:
        return None
    year, month, day = map(as_integer, parts)
    return shifted(month_begin(year * 12 + month - 1), day - 1)


def _read(given: Arguments) -> Value:
    value = given.value(0)
    if value is None or isinstance(value, date):
        return value
    text = as_text(value).strip(" ")
    if not text:
        return None
    match = _WRITTEN.match(text)
    year, month, day = [each for each in match.groups() if each is not None] if match else ("", "", "")
    found = read_day(f"{year}-{month:0>2}-{day:0>2}") if match else None
    if found is None:
        raise FormulaError("formula_no_date", found=text[:20])
    return found


def _part(given: Arguments, name: str) -> Value:
    day = day_of(given.value(0))
    if day is None:
        return None
    return Decimal((day.month + 2) // 3 if name == "quarter" else getattr(day, name))


def _weekday(given: Arguments) -> Value:
    day, kind = day_of(given.value(0)), given.whole(1, 1, 1, 3)
    if day is None:
        return None
    return Decimal({1: day.isoweekday() % 7 + 1, 2: day.isoweekday(), 3: day.weekday()}[kind])


def _week(given: Arguments) -> Value:
    """Week 1 holds the first of January; weeks begin on Sunday (1) or Monday (2). 21 is the week of ISO 8601."""
    day, kind = day_of(given.value(0)), given.whole(1, 1, 1, 21)
    if kind not in (1, 2, 21):
        raise FormulaError("formula_range", found=str(kind), low=1, high=2)
    if day is None:
        return None
    if kind == 21:
        return Decimal(day.isocalendar().week)
    first = date(day.year, 1, 1)
    begins = first.isoweekday() % 7 if kind == 1 else first.weekday()
    return Decimal(((day - first).days + begins) // 7 + 1)


def _iso_week(given: Arguments) -> Value:
    day = day_of(given.value(0))
    return None if day is None else Decimal(day.isocalendar().week)


def _edate(given: Arguments) -> Value:
    day, months = day_of(given.value(0)), as_integer(given.value(1))
    return None if day is None else months_later(day, months)


def _month_end(given: Arguments) -> Value:
    day, months = day_of(given.value(0)), as_integer(given.value(1))
    if day is None:
        return None
    first = months_later(day.replace(day=1), months)
    return first.replace(day=_length(first))


def _added(given: Arguments) -> Value:
    day, number, unit = day_of(given.value(0)), as_integer(given.value(1)), as_text(given.value(2)).upper()
    if unit not in _MONTHS and unit not in _DAYS:
        raise FormulaError("formula_added_unit", found=unit[:10])
    if day is None:
        return None
    return months_later(day, number * _MONTHS[unit]) if unit in _MONTHS else shifted(day, number * _DAYS[unit])


BODIES: dict[str, Body] = {
    "TODAY": lambda given: given.today,
    "DATE": _date,
    "DATEVALUE": _read,
    "YEAR": lambda given: _part(given, "year"),
    "MONTH": lambda given: _part(given, "month"),
    "DAY": lambda given: _part(given, "day"),
    "QUARTER": lambda given: _part(given, "quarter"),
    "WEEKDAY": _weekday,
    "WEEKNUM": _week,
    "ISOWEEKNUM": _iso_week,
    "EDATE": _edate,
    "EOMONTH": _month_end,
    "DATEADD": _added,
    "DATEDIF": _difference,
    "DAYS": _days,
    "AGE": _age,
}
