"""The working days of the company, as formulas ask for them: an input of evaluation, never a call."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from .faults import FormulaError

SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Year:
    """Weekdays that are free and weekends that are worked, as sorted ISO dates."""

    free: tuple[str, ...] = ()
    worked: tuple[str, ...] = ()

    @classmethod
    def of(cls, holidays: frozenset[str], workdays: frozenset[str]) -> "Year":
        """Of days that are free and days that are worked; one that is named in both is worked."""
        free = sorted(each for each in holidays - workdays if date.fromisoformat(each).weekday() < SATURDAY)
        worked = sorted(each for each in workdays if date.fromisoformat(each).weekday() >= SATURDAY)
        return cls(tuple(free), tuple(worked))


@dataclass(frozen=True, slots=True)
class Calendar:
    """Only `years` are known: of another nobody can say which days are free, so it is an error that names the year."""

    years: Mapping[int, Year] = field(default_factory=dict)

    def is_workday(self, day: date) -> bool:
        """Raises FormulaError formula_calendar_missing."""
        year, text = self._year(day.year), day.isoformat()
        return _count(year.worked, text, text) == 1 if day.weekday() >= SATURDAY else not _count(year.free, text, text)

    def workdays(self, first: date, last: date) -> int:
        """Days worked from `first` to `last`, both included. Raises FormulaError formula_calendar_missing."""
        total = _weekdays(first, last)
        for number in range(first.year, last.year + 1):
            year, low, high = self._year(number), first.isoformat(), last.isoformat()
            total += _count(year.worked, low, high) - _count(year.free, low, high)
        return total

    def _year(self, number: int) -> Year:
        found = self.years.get(number)
        if found is None:
            raise FormulaError("formula_calendar_missing", year=number)
        return found


def _count(days: tuple[str, ...], low: str, high: str) -> int:
    return bisect_right(days, high) - bisect_left(days, low)


def _weekdays(first: date, last: date) -> int:
    """Mondays to Fridays from `first` to `last`, both included."""
    weeks, rest = divmod((last - first).days + 1, 7)
    return weeks * 5 + sum((first + timedelta(days=number)).weekday() < SATURDAY for number in range(rest))
