"""The working calendar: which days are worked, and what lies between two moments."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from chalicelib.directory.domain.calendar import (
    ANNOUNCED,
    ASSUMED,
    CalendarYear,
    WorkingCalendar,
    add_workdays,
    after_working_time,
    entered,
    is_workday,
    working_seconds,
)
from chalicelib.directory.domain.errors import DirectoryInvalid
from chalicelib.directory.domain.holidays import SHIPPED
from chalicelib.directory.store import CALENDAR_YEARS

CHINA = WorkingCalendar(SHIPPED)
BEIJING = timezone(timedelta(hours=8))
HOUR = 3600

NOTICE_2026 = {
    "free": [
        *["2026-01-01", "2026-01-02", "2026-01-03"],
        *(f"2026-02-{day}" for day in range(15, 24)),
        *["2026-04-04", "2026-04-05", "2026-04-06"],
        *(f"2026-05-0{day}" for day in range(1, 6)),
        *["2026-06-19", "2026-06-20", "2026-06-21", "2026-09-25", "2026-09-26", "2026-09-27"],
        *(f"2026-10-0{day}" for day in range(1, 8)),
    ],
    "worked": ["2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10"],
}
"""The State Council's notice, day by day, as the package chinesecalendar 1.11 has it."""


def test_2026_is_the_year_of_the_notice() -> None:
    year = SHIPPED[2026]
    assert sorted(year.holidays) == NOTICE_2026["free"]
    assert sorted(year.workdays) == NOTICE_2026["worked"]
    assert all(date.fromisoformat(day).weekday() >= 5 for day in year.workdays)
    days = [date(2026, 1, 1) + timedelta(days=number) for number in range(365)]
    assert sum(is_workday(CHINA, day) for day in days) == 248


@pytest.mark.parametrize(
    ("day", "worked"),
    [
        ("2026-02-13", True),
        ("2026-02-14", True),
        ("2026-02-16", False),
        ("2026-02-28", True),
        ("2026-03-01", False),
        ("2027-10-01", True),
        ("2027-10-02", False),
    ],
)
def test_weekends_are_free_unless_the_year_says_otherwise(day: str, worked: bool) -> None:
    assert is_workday(CHINA, date.fromisoformat(day)) is worked


def test_a_year_without_data_is_assumed() -> None:
    assert (CHINA.year(2026).state, CHINA.year(2027).state) == (ANNOUNCED, ASSUMED)


@pytest.mark.parametrize(
    ("day", "count", "found"),
    [
        ("2026-02-13", 0, "2026-02-13"),
        ("2026-02-15", 0, "2026-02-24"),
        ("2026-02-13", 1, "2026-02-14"),
        ("2026-02-13", 2, "2026-02-24"),
        ("2026-02-15", 1, "2026-02-24"),
        ("2026-12-31", 1, "2027-01-01"),
    ],
)
def test_working_days_are_counted_over_holidays(day: str, count: int, found: str) -> None:
    assert add_workdays(CHINA, date.fromisoformat(day), count) == date.fromisoformat(found)


def test_a_calendar_in_which_nothing_is_worked_ends() -> None:
    years = {
        year: CalendarYear(year, frozenset(str(date(year, 1, 1) + timedelta(days=number)) for number in range(366)))
        for year in range(2026, 2033)
    }
    assert add_workdays(WorkingCalendar(years), date(2026, 1, 1), 1) > date(2030, 1, 1)


@pytest.mark.parametrize(
    ("start", "end", "hours"),
    [
        ("2026-02-13T09:00", "2026-02-13T18:00", 9),
        ("2026-02-13T17:00", "2026-02-14T10:00", 2),
        ("2026-02-14T17:00", "2026-02-24T10:00", 2),
        ("2026-02-15T00:00", "2026-02-23T23:59", 0),
        ("2026-02-13T20:00", "2026-02-13T22:00", 0),
        ("2026-02-13T12:00", "2026-02-13T09:00", 0),
    ],
)
def test_working_time_is_that_of_days_worked_by_the_clock_of_the_company(start: str, end: str, hours: int) -> None:
    begins, ends = (datetime.fromisoformat(text).replace(tzinfo=BEIJING) for text in (start, end))
    assert working_seconds(CHINA, begins, ends, BEIJING) == hours * HOUR
    assert working_seconds(CHINA, begins.astimezone(UTC), ends.astimezone(UTC), BEIJING) == hours * HOUR


@pytest.mark.parametrize(
    ("start", "hours", "end"),
    [
        ("2026-11-23T09:00+08:00", 4, "2026-11-23T13:00+08:00"),
        ("2026-11-23T09:00+08:00", 9, "2026-11-23T18:00+08:00"),
        ("2026-11-27T16:00+08:00", 3, "2026-11-30T10:00+08:00"),
        ("2026-09-30T17:00+08:00", 2, "2026-10-08T10:00+08:00"),
        ("2026-11-28T03:00+08:00", 1, "2026-11-30T10:00+08:00"),
    ],
)
def test_a_time_limit_runs_while_people_work(start: str, hours: int, end: str) -> None:
    began = datetime.fromisoformat(start)
    due = after_working_time(CHINA, began, hours * HOUR, BEIJING)
    assert due == datetime.fromisoformat(end)
    assert working_seconds(CHINA, began, due, BEIJING) == hours * HOUR


def test_a_time_limit_without_working_time_ends() -> None:
    never = WorkingCalendar({year: CalendarYear(year, frozenset(_every_day(year))) for year in range(2026, 2033)})
    began = datetime(2026, 11, 23, tzinfo=UTC)
    assert after_working_time(never, began, HOUR, BEIJING) > began


@pytest.mark.parametrize(
    ("holidays", "workdays", "faults"),
    [
        (["2026-10-01", "2027-02-30"], [], [("/holidays/0", "not_of_year"), ("/holidays/1", "not_of_year")]),
        ([], ["2027-10-08"], [("/workdays/0", "workday_no_weekend")]),
        (["2027-10-09"], ["2027-10-09"], [("/workdays/0", "day_in_both")]),
    ],
)
def test_a_year_is_entered_with_days_that_can_be(
    holidays: list[str], workdays: list[str], faults: list[tuple[str, str]]
) -> None:
    with pytest.raises(DirectoryInvalid) as caught:
        entered(2027, holidays, workdays, 1)
    assert [(field.path, field.code) for field in caught.value.fields] == faults


def test_a_year_entered_is_announced_and_stored() -> None:
    year = entered(2027, ["2027-10-01"], ["2027-10-09"], 1)
    assert year.state == ANNOUNCED
    assert CALENDAR_YEARS.load(CALENDAR_YEARS.dump(year), version=1) == year


def _every_day(year: int) -> list[str]:
    return [(date(year, 1, 1) + timedelta(days=number)).isoformat() for number in range(366)]
