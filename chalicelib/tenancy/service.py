"""Use cases of tenancy: open and change a tenant, end its trial, count attempts, write and search the audit log."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any, Protocol
from zlib import crc32

from ..kernel.errors import Stale
from ..kernel.ids import new_ordered_id
from ..kernel.page import Page
from ..kernel.unit_of_work import UnitOfWork
from .domain import (
    EXPIRED,
    ON_TRIAL,
    AuditEntry,
    AuditFilter,
    Counter,
    Tenant,
    audit_name,
    audit_sides,
    changed_tenant,
    check_limit,
    current_counter,
    new_tenant,
)
from .events import tenant_opened, trial_expired


class TenantStore(Protocol):
    def get(self, work: UnitOfWork) -> Tenant: ...
    def names(self, work: UnitOfWork, tenant_ids: Iterable[str]) -> dict[str, str]: ...
    def add(self, work: UnitOfWork, tenant: Tenant) -> None: ...
    def change(self, work: UnitOfWork, tenant: Tenant) -> None: ...
    def ids(self, work: UnitOfWork, start: str = ...) -> Iterator[str]: ...


class CounterStore(Protocol):
    def every(self, work: UnitOfWork, name: str, subject: str, shards: int) -> list[Counter | None]: ...
    def put(self, work: UnitOfWork, name: str, subject: str, counter: Counter, place: int = 0) -> None: ...


class AuditStore(Protocol):
    def add(self, work: UnitOfWork, tenant_id: str, entry: AuditEntry) -> None: ...
    def search(self, work: UnitOfWork, wanted: AuditFilter, limit: int, cursor: str | None) -> Page[AuditEntry]: ...


class AuditLog:
    def __init__(self, store: AuditStore) -> None:
        self._store = store

    def write(
        self,
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
        actor = work.actor
        shown_before, shown_after = audit_sides(before, after)
        entry = AuditEntry(
            id=new_ordered_id(work.now),
            at=work.at,
            actor_id=actor.member_id,
            actor_name=actor.name,
            ip=actor.ip,
            correlation_id=actor.correlation_id,
            action=action,
            target_kind=target_kind,
            target_id=target_id,
            before=shown_before,
            after=shown_after,
            note=note[:500],
            target_name=audit_name(before, after),
        )
        self._store.add(work, tenant_id or actor.tenant_id, entry)

    def search(self, work: UnitOfWork, wanted: AuditFilter, limit: int, cursor: str | None) -> Page[AuditEntry]:
        return self._store.search(work, wanted, limit, cursor)


class Tenants:
    def __init__(self, store: TenantStore, log: AuditLog) -> None:
        self._store = store
        self._log = log

    def get(self, work: UnitOfWork) -> Tenant:
        """Raises NotFound."""
        return self._store.get(work)

    def open(self, work: UnitOfWork, company: str, language: str) -> Tenant:
        """Raises CompanyInvalid."""
        tenant = new_tenant(work.actor.tenant_id, company, language, work.now)
        self._store.add(work, tenant)
        self._log.write(work, "company.opened", "company", tenant.id, after=_settings(tenant))
        work.emit(tenant_opened(tenant))
        return tenant

    def update(self, work: UnitOfWork, version: int, changes: dict[str, Any]) -> Tenant:
        """The tenant with its next version. Raises Stale, CompanyInvalid."""
        tenant = self._store.get(work)
        if tenant.version != version:
            raise Stale()
        changed = changed_tenant(tenant, changes)
        self._store.change(work, changed)
        self._log.write(
            work, "company.changed", "company", tenant.id, before=_settings(tenant), after=_settings(changed)
        )
        return replace(changed, version=version + 1)

    def end_trial(self, work: UnitOfWork) -> None:
        """Does nothing unless the trial is over by the clock and not yet marked so: a schedule may ring twice."""
        tenant = self._store.get(work)
        if tenant.state != ON_TRIAL or not tenant.read_only(work.now):
            return
        expired = replace(tenant, state=EXPIRED)
        self._store.change(work, expired)
        self._log.write(
            work, "company.trial_expired", "company", tenant.id, before={"state": ON_TRIAL}, after={"state": EXPIRED}
        )
        work.emit(trial_expired(expired))

    def names(self, work: UnitOfWork, tenant_ids: Iterable[str]) -> dict[str, str]:
        return self._store.names(work, tenant_ids)

    def ids(self, work: UnitOfWork, start: str = "") -> Iterator[str]:
        return self._store.ids(work, start)


class Limits:
    def __init__(self, store: CounterStore) -> None:
        self._store = store

    def hit(self, work: UnitOfWork, name: str, subject: str, maximum: int, window_seconds: int, *, shards: int) -> None:
        """Raises LimitReached."""
        counters = self._current(work, name, subject, window_seconds, shards)
        check_limit(counters, work.now, maximum)
        place = _place(work, shards)
        self._store.put(work, name, subject, counters[place].hit(), place)

    def refund(self, work: UnitOfWork, name: str, subject: str, window_seconds: int, *, shards: int) -> None:
        """Take back the hit that this work has made."""
        place = _place(work, shards)
        counters = self._current(work, name, subject, window_seconds, shards)
        self._store.put(work, name, subject, counters[place].taken_back(), place)

    def clear(self, work: UnitOfWork, name: str, subject: str) -> None:
        self._store.put(work, name, subject, Counter(0, int(work.now.timestamp())))

    def _current(self, work: UnitOfWork, name: str, subject: str, window_seconds: int, shards: int) -> list[Counter]:
        stored = self._store.every(work, name, subject, shards)
        return [current_counter(counter, work.now, window_seconds) for counter in stored]


def _place(work: UnitOfWork, shards: int) -> int:
    """Which of the rows this work counts in: the same however often it asks, another one when it is run again."""
    return crc32(work.operation_id.encode()) % shards


def _settings(tenant: Tenant) -> dict[str, Any]:
    return {"company": tenant.company, "language": tenant.language, "zone": tenant.zone}
