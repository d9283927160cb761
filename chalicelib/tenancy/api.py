"""The calls that other contexts may make. All record on `work`; none commits."""

from collections.abc import Iterable, Iterator
from typing import Any

from ..kernel.unit_of_work import Key, Row, UnitOfWork
from . import wiring
from .domain import CompanyInvalid, LimitReached, Tenant, TrialAlreadyUsed
from .store import TENANT, to_tenant

__all__ = [
    "CompanyInvalid",
    "LimitReached",
    "Tenant",
    "TrialAlreadyUsed",
    "audit",
    "clear_limit",
    "company_names",
    "get_tenant",
    "limit",
    "open_tenant",
    "read_tenant",
    "refund",
    "tenant_ids",
    "tenant_key",
    "use_trial",
]


def tenant_key() -> Key:
    """The row of the tenant, in the tenant's own partition: what the edge reads with every session."""
    return TENANT


def read_tenant(row: Row) -> Tenant:
    return to_tenant(row)


def get_tenant(work: UnitOfWork) -> Tenant:
    """The actor's tenant; no read if the edge fetched it already. Raises NotFound."""
    return wiring.tenants().get(work)


def company_names(work: UnitOfWork, tenant_ids: Iterable[str]) -> dict[str, str]:
    """What the companies are called today, by tenant id, in one batch read. For somebody who belongs to all of them."""
    return wiring.tenants().names(work, tenant_ids)


def tenant_ids(work: UnitOfWork, start: str = "") -> Iterator[str]:
    """All companies, in the order of their ids, from `start` on: for periodic work of the platform."""
    return wiring.tenants().ids(work, start)


def open_tenant(work: UnitOfWork, company: str, language: str) -> Tenant:
    """Open the tenant of the actor (call `work.act_as` first): its row with a 14-day trial, its place in the list of
    all tenants, its first audit entry, and TenantOpened. Raises CompanyInvalid.
    """
    return wiring.tenants().open(work, company, language)


def use_trial(work: UnitOfWork, person: str) -> None:
    """One trial a person; `person` is whatever names him across spellings of his address.

    Raises TrialAlreadyUsed, at the latest when the work is committed.
    """
    wiring.trials().use(work, person)


def limit(work: UnitOfWork, name: str, subject: str, maximum: int, window_seconds: int, *, shards: int = 1) -> None:
    """Count one attempt of `subject` (an address, an IP) at `name`; at most `maximum` in a window.

    The hit is written with this work: an attempt that fails must raise an error with `keeps_work`, or it is not
    counted. Concurrent hits are serialised by the row's version, so racing cannot pass the limit. What many share (the
    IP of an office at nine o'clock) is `shards` over so many rows: those who come at once seldom wait for each other,
    and racing passes the limit by less than that number. Raises LimitReached with `retry_after` seconds.
    """
    wiring.limits().hit(work, name, subject, maximum, window_seconds, shards=shards)


def refund(work: UnitOfWork, name: str, subject: str, window_seconds: int, *, shards: int = 1) -> None:
    """Take back the hit of this work (a sign-in that succeeded), while still writing the row: a guess that happens to
    be right must not slip past a limit that others reach at the same moment.
    """
    wiring.limits().refund(work, name, subject, window_seconds, shards=shards)


def clear_limit(work: UnitOfWork, name: str, subject: str) -> None:
    """Start over: whoever proved to own the address is not held to the guesses of others. Not for a spread one."""
    wiring.limits().clear(work, name, subject)


def audit(
    work: UnitOfWork,
    action: str,
    target_kind: str,
    target_id: str,
    *,
    before: dict[str, Any] | None = None,
    after: dict[str, Any] | None = None,
    note: str = "",
    tenant_id: str | None = None,
) -> None:
    """Append to the audit log of the actor's tenant (or of `tenant_id`): who, from where, did what to which thing.

    `action` is `<thing>.<past participle>` (`member.deactivated`); the log is searched by its beginning. Of `before`
    and `after` only what differs is kept; members named like secrets are masked, and huge ones are left out. What the
    thing is called is taken from their `name`, `company` or `url`, so give it even where it does not change.
    """
    wiring.audit_log().write(
        work, action, target_kind, target_id, before=before, after=after, note=note, tenant_id=tenant_id
    )
