"""Use cases on the working calendar: read a year, enter it."""

from collections.abc import Collection
from typing import Any

from ...kernel.errors import NotFound, Stale
from ...kernel.unit_of_work import UnitOfWork
from ..domain.calendar import FIRST_YEAR, LAST_YEAR, CalendarYear, WorkingCalendar, entered
from ..domain.holidays import SHIPPED
from .ports import CalendarStore, Tenancy


class Calendars:
    def __init__(self, years: CalendarStore, tenancy: Tenancy) -> None:
        self._years = years
        self._tenancy = tenancy

    def get(self, work: UnitOfWork, year: int) -> CalendarYear:
        """What the company has entered, else what is shipped, else the weekends. Raises NotFound beyond the range."""
        if not FIRST_YEAR <= year <= LAST_YEAR:
            raise NotFound()
        return self._years.get(work, year) or SHIPPED.get(year) or CalendarYear(year)

    def whole(self, work: UnitOfWork) -> WorkingCalendar:
        """All years that are known."""
        return WorkingCalendar({**SHIPPED, **{each.year: each for each in self._years.every(work)}})

    def enter(
        self, work: UnitOfWork, year: int, version: int, holidays: Collection[str], workdays: Collection[str]
    ) -> CalendarYear:
        """The company's own year, in place of a shipped one. Raises NotFound, Stale, DirectoryInvalid."""
        before = self.get(work, year)
        if before.version != version:
            raise Stale()
        after = entered(year, holidays, workdays, version + 1)
        self._years.put(work, after)
        self._tenancy.audit(work, "calendar.changed", "calendar", str(year), before=_shown(before), after=_shown(after))
        return after


def _shown(year: CalendarYear) -> dict[str, Any]:
    return {"holidays": sorted(year.holidays), "workdays": sorted(year.workdays)}
