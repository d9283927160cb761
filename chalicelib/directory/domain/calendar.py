"""The working calendar of a company: which days are worked, and how much working time lies between two moments.

Saturday and Sunday are free, unless the calendar of the year says otherwise: `holidays` are free days, `workdays` are
worked weekends (调休). China announces them once a year, so a year is *announced* (shipped with the product, or entered
by the company) or only *assumed* to have its weekends. Pure; due times are counted with it.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta, tzinfo
from itertools import islice

from ...kernel.clock import in_zone
from ...kernel.errors import FieldError
from .errors import DirectoryInvalid

ANNOUNCED, ASSUMED = "announced", "assumed"
FIRST_YEAR, LAST_YEAR = 2000, 2100
MAX_DAYS = 200
"""Entries of one list of a year; the contract says so too."""

SATURDAY = 5
HOURS = (time(9), time(18))
"""When a day worked begins and ends, by the clock of the company."""
LONGEST = 366 * 5
"""Days that are looked at for the next working day, so that a calendar without one ends."""


@dataclass(frozen=True, slots=True)
class CalendarYear:
    """Days are ISO dates. `version` is 0 for a year that the company has not entered itself."""

    year: int
    holidays: frozenset[str] = frozenset()
    workdays: frozenset[str] = frozenset()
    state: str = ASSUMED
    version: int = 0


@dataclass(frozen=True, slots=True)
class WorkingCalendar:
    """Years that are not in `years` are assumed."""

    years: Mapping[int, CalendarYear] = field(default_factory=dict)

    def year(self, year: int) -> CalendarYear:
        return self.years.get(year) or CalendarYear(year)


def is_workday(calendar: WorkingCalendar, day: date) -> bool:
    year, text = calendar.year(day.year), day.isoformat()
    return text in year.workdays or (day.weekday() < SATURDAY and text not in year.holidays)


def add_workdays(calendar: WorkingCalendar, day: date, count: int) -> date:
    """The day that is `count` (0 to 1,000) working days after `day`; 0 is the day itself, or the next one worked.

    A calendar in which nothing is worked for years gives the last day that was looked at.
    """
    after = day + timedelta(days=1 if count else 0)
    days = (after + timedelta(days=number) for number in range(LONGEST))
    worked = (each for each in days if is_workday(calendar, each))
    return next(islice(worked, max(count - 1, 0), None), after + timedelta(days=LONGEST))


def working_seconds(
    calendar: WorkingCalendar, start: datetime, end: datetime, zone: tzinfo, hours: tuple[time, time] = HOURS
) -> int:
    """Seconds of working time from `start` to `end`, both aware: on days worked in `zone`, within `hours` by the
    clock there. 0 if `end` is not after `start`.
    """
    first, last = in_zone(start, zone).date(), in_zone(end, zone).date()
    total = timedelta()
    for number in range((last - first).days + 1):
        day = first + timedelta(days=number)
        if is_workday(calendar, day):
            begins, ends = (datetime.combine(day, at, zone) for at in hours)
            total += max(min(end, ends) - max(start, begins), timedelta())
    return int(total.total_seconds())


def after_working_time(
    calendar: WorkingCalendar, start: datetime, seconds: int, zone: tzinfo, hours: tuple[time, time] = HOURS
) -> datetime:
    """The moment at which that much working time has passed since `start`; the end of the day's hours if it is used up
    exactly then. A calendar in which nothing is worked for years gives the last moment that was looked at.
    """
    left, first = timedelta(seconds=seconds), in_zone(start, zone).date()
    for number in range(LONGEST):
        day = first + timedelta(days=number)
        begins, ends = (datetime.combine(day, at, zone) for at in hours)
        begins = max(begins, start)
        if begins >= ends or not is_workday(calendar, day):
            continue
        if left <= ends - begins:
            return begins + left
        left -= ends - begins
    return start + timedelta(days=LONGEST)


def entered(year: int, holidays: Collection[str], workdays: Collection[str], version: int) -> CalendarYear:
    """A year as the company enters it, from ISO dates; announced from then on.

    Raises DirectoryInvalid for a date that is not of the year, is named in both lists, or a workday that is no weekend.
    """
    lists = {"holidays": list(holidays), "workdays": list(workdays)}
    faults = [
        FieldError.of(f"/{name}/{number}", "not_of_year", year=year)
        for name, texts in lists.items()
        for number, text in enumerate(texts)
        if _date(text) is None or not text.startswith(f"{year:04}-")
    ]
    if not faults:
        faults = [
            FieldError.of(f"/workdays/{number}", "workday_no_weekend")
            for number, text in enumerate(lists["workdays"])
            if date.fromisoformat(text).weekday() < SATURDAY
        ]
        faults += [
            FieldError.of(f"/workdays/{number}", "day_in_both")
            for number, text in enumerate(lists["workdays"])
            if text in lists["holidays"]
        ]
    if faults:
        raise DirectoryInvalid(fields=faults)
    return CalendarYear(year, frozenset(holidays), frozenset(workdays), ANNOUNCED, version)


def _date(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
