"""The company around the forms, as tenancy and directory know it."""

from __future__ import annotations

from datetime import datetime, tzinfo
from typing import TYPE_CHECKING, Any

from ..kernel.unit_of_work import UnitOfWork

if TYPE_CHECKING:
    from .domain.formula import Calendar
    from .service.ports import Org


class TenantCompany:
    """The company as tenancy and directory know it."""

    def org(self, work: UnitOfWork) -> Org:
        from ..directory import api as directory

        return directory.org(work)

    def actor_ids(self, work: UnitOfWork, member_id: str, name: str) -> frozenset[str]:
        from ..directory import api as directory
        from ..directory.actor_ids import actor_ids

        return actor_ids(directory.org(work), member_id)(name)

    def zone(self, work: UnitOfWork) -> tzinfo:
        from zoneinfo import ZoneInfo

        from ..tenancy import api as tenancy

        return ZoneInfo(tenancy.get_tenant(work).zone)

    def calendar(self, work: UnitOfWork) -> Calendar:
        from ..directory import api as directory
        from .domain.formula import Calendar, Year

        known = {year.year: Year.of(year.holidays, year.workdays) for year in directory.announced_years(work)}
        return Calendar(known)

    def language(self, work: UnitOfWork) -> str:
        from ..tenancy import api as tenancy

        return tenancy.get_tenant(work).language

    def working_seconds(self, work: UnitOfWork, start: datetime, end: datetime) -> int:
        from ..directory import api as directory

        return directory.working_seconds(work, start, end, self.zone(work))

    def after_working_hours(self, work: UnitOfWork, start: datetime, hours: int) -> datetime:
        from ..directory import api as directory

        return directory.after_working_hours(work, start, hours, self.zone(work))

    def audit(self, work: UnitOfWork, action: str, form_id: str, before: Any, after: Any) -> None:
        from ..tenancy import api as tenancy

        tenancy.audit(work, action, "form", form_id, before=before, after=after)

    def audit_record(self, work: UnitOfWork, action: str, record_id: str, told: dict[str, Any]) -> None:
        from ..tenancy import api as tenancy

        tenancy.audit(work, action, "record", record_id, after=told)

    def hold_org(self, work: UnitOfWork) -> None:
        from ..directory import api as directory

        directory.hold_org(work)

    def form_published(self, work: UnitOfWork) -> None:
        from ..directory import api as directory

        directory.tick_step(work, "form_published")
