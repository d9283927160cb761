"""The calls that other contexts may make. All record on `work`; none commits."""

from datetime import datetime, tzinfo

from ..kernel.unit_of_work import UnitOfWork
from . import wiring
from .domain import calendar
from .domain.permissions import ADMINISTRATOR, builtin_role_id
from .domain.uses import Use
from .org import Department, Org, OrgMember, Position, Role
from .service.ports import Handover, References

__all__ = [
    "ADMINISTRATOR",
    "Department",
    "Handover",
    "Org",
    "OrgMember",
    "Position",
    "References",
    "Role",
    "Use",
    "after_working_hours",
    "builtin_role_id",
    "hold_org",
    "org",
    "tick_step",
    "working_seconds",
]


def org(work: UnitOfWork) -> Org:
    """The organisation of the actor's tenant, as of now. Cached in the process under the version of its head, which a
    signed-in request has read already: then it costs no call. Raises Contended if it changes while being read.
    """
    return wiring.orgs().get(work)


def hold_org(work: UnitOfWork) -> None:
    """Commit only if the organisation is still the one that was read, and let whoever drops something of it at the same
    moment look again: for a work that puts a definition into use which names roles, departments or members.
    """
    wiring.orgs().touch(work)


def tick_step(work: UnitOfWork, step: str) -> None:
    """Mark a first step of the company (`form_published`, `flow_published`, `record_submitted`) done; again is nothing,
    and costs nothing once this process has seen it done.
    """
    wiring.first_steps().tick(work, step)


def working_seconds(work: UnitOfWork, start: datetime, end: datetime, zone: tzinfo) -> int:
    """Working time between two moments by the company's calendar, in seconds; its years are read."""
    return calendar.working_seconds(wiring.calendars().whole(work), start, end, zone)


def after_working_hours(work: UnitOfWork, start: datetime, hours: int, zone: tzinfo) -> datetime:
    """The moment at which so many hours of working time have passed since `start`."""
    return calendar.after_working_time(wiring.calendars().whole(work), start, hours * 3600, zone)
