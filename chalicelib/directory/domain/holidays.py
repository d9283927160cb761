"""Years of the working calendar that are shipped: mainland China, as the State Council announced them.

A new year is one entry here; until then it is shown as assumed, and a company can enter it itself.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from .calendar import ANNOUNCED, CalendarYear

_FREE = {
    2026: (("01-01", 3), ("02-15", 9), ("04-04", 3), ("05-01", 5), ("06-19", 3), ("09-25", 3), ("10-01", 7)),
}
"""First day and number of days of each holiday: 元旦, 春节, 清明, 劳动节, 端午, 中秋, 国庆."""

_WORKED = {2026: ("01-04", "02-14", "02-28", "05-09", "09-20", "10-10")}
"""Weekends that are worked for them."""


def _days(year: int) -> Iterator[str]:
    for first, count in _FREE[year]:
        begin = date.fromisoformat(f"{year}-{first}")
        yield from ((begin + timedelta(days=number)).isoformat() for number in range(count))


SHIPPED = {
    year: CalendarYear(
        year,
        frozenset(_days(year)),
        frozenset(f"{year}-{each}" for each in _WORKED[year]),
        ANNOUNCED,
    )
    for year in _FREE
}
