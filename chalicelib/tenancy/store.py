"""Rows of tenancy. `tenant/state` and `audit/<id>` are the tenant's; the list of tenants and the counters are the
system's, because they are needed before anybody is known.
"""

from collections.abc import Iterable, Iterator

from ..aws.cursor import open_cursor, seal_cursor
from ..aws.table import table
from ..kernel.clock import to_text
from ..kernel.codec import Codec
from ..kernel.errors import NotFound, Stale
from ..kernel.ids import SYSTEM_TENANT, derived_id
from ..kernel.page import MAX_PAGE, Page
from ..kernel.unit_of_work import Key, Row, UnitOfWork
from .domain import AuditEntry, AuditFilter, Counter, Tenant, TrialAlreadyUsed

TENANT = Key("tenant", "state")
TENANTS = "tenants"
AUDIT = "audit"

COMPANIES = Codec(Tenant, outside=("version",))
COUNTERS = Codec(Counter)
ENTRIES = Codec(AuditEntry)

MAX_EXAMINED = 1000
"""Entries looked at for one page of a filtered search; the cursor goes on from there."""


def to_tenant(row: Row) -> Tenant:
    return COMPANIES.load(row.doc, version=row.version)


class TenantRepository:
    def get(self, work: UnitOfWork) -> Tenant:
        """The actor's tenant. Raises NotFound."""
        return to_tenant(self._row(work))

    def names(self, work: UnitOfWork, tenant_ids: Iterable[str]) -> dict[str, str]:
        addresses = [(tenant_id, TENANT) for tenant_id in tenant_ids]
        table().prefetch(work, addresses)
        rows = {tenant_id: work.read[(tenant_id, TENANT)] for tenant_id, _ in addresses}
        return {tenant_id: row.doc["company"] for tenant_id, row in rows.items() if row}

    def add(self, work: UnitOfWork, tenant: Tenant) -> None:
        work.create(TENANT, "tenant", COMPANIES.dump(tenant))
        listed = {"company": tenant.company, "created_at": to_text(tenant.created_at)}
        work.create(Key(TENANTS, tenant.id), "tenant_entry", listed, tenant_id=SYSTEM_TENANT)

    def change(self, work: UnitOfWork, tenant: Tenant) -> None:
        """Raises Stale unless `tenant.version` is the stored one."""
        row = self._row(work)
        if row.version != tenant.version:
            raise Stale()
        work.replace(row, COMPANIES.dump(tenant))

    def ids(self, work: UnitOfWork, start: str = "") -> Iterator[str]:
        """In order, from `start` on."""
        rows = table().each(work, TENANTS, start=start or None, tenant_id=SYSTEM_TENANT)
        return (row.key.sort for row in rows)

    def _row(self, work: UnitOfWork) -> Row:
        row = table().get(work, TENANT)
        if row is None:
            raise NotFound()
        return row


class TrialRepository:
    """A guard row for each person who has opened a trial: only a hash of who it was."""

    def use(self, work: UnitOfWork, person: str) -> None:
        """Raises TrialAlreadyUsed, at the latest when the work is committed."""
        key = Key("trial#" + derived_id(person), "used")
        if table().get(work, key, tenant_id=SYSTEM_TENANT) is not None:
            raise TrialAlreadyUsed()
        work.create(key, "trial", {}, tenant_id=SYSTEM_TENANT, refusal=TrialAlreadyUsed())


class CounterRepository:
    """Counters expire by TTL; a row that TTL has not yet taken is an old window, which the domain ignores."""

    def every(self, work: UnitOfWork, name: str, subject: str, shards: int) -> list[Counter | None]:
        """All rows that a limit is spread over, by one batch read."""
        keys = [_counter_key(name, subject, place) for place in range(shards)]
        rows = table().get_many(work, keys, tenant_id=SYSTEM_TENANT)
        return [COUNTERS.load(row.doc) if row else None for row in map(rows.get, keys)]

    def put(self, work: UnitOfWork, name: str, subject: str, counter: Counter, place: int = 0) -> None:
        """Conditional on what was read: of hits at the same time one is written, and the others count again.

        A hit may be taken back, or a counter cleared, by the work that made the hit.
        """
        key, doc = _counter_key(name, subject, place), COUNTERS.dump(counter)
        row = table().get(work, key, tenant_id=SYSTEM_TENANT)
        if row is None:
            work.create(key, "limit", doc, expires_at=counter.ends_at, tenant_id=SYSTEM_TENANT, amend=True)
        else:
            work.replace(row, doc, expires_at=counter.ends_at, tenant_id=SYSTEM_TENANT, amend=True)


class AuditRepository:
    def add(self, work: UnitOfWork, tenant_id: str, entry: AuditEntry) -> None:
        work.create(Key(AUDIT, entry.id), "audit", ENTRIES.dump(entry), tenant_id=tenant_id)

    def search(self, work: UnitOfWork, wanted: AuditFilter, limit: int, cursor: str | None) -> Page[AuditEntry]:
        """Newest first. A page may be short, or empty, with a cursor: the search looks at a bounded stretch a call."""
        tenant, bound = work.actor.tenant_id, f"{AUDIT}?{wanted.text()}"
        first, last = wanted.bounds()
        position = open_cursor(cursor, tenant, bound) if cursor else None
        if first > last:
            return Page(())
        found: list[AuditEntry] = []
        for _ in range(MAX_EXAMINED // MAX_PAGE):
            stretch = table().stretch(
                work, AUDIT, start=first, end=last, newest_first=True, limit=MAX_PAGE, after=position
            )
            for row in stretch.rows:
                position = row.key.sort
                entry = ENTRIES.load(row.doc)
                if wanted.admits(entry):
                    found.append(entry)
                if len(found) == limit:
                    return Page(tuple(found), seal_cursor(position, tenant, bound))
            if stretch.last is None:
                return Page(tuple(found))
        return Page(tuple(found), seal_cursor(position, tenant, bound) if position else None)


def _counter_key(name: str, subject: str, place: int) -> Key:
    """Each row in a partition of its own: those who come at once shall not meet in one either."""
    return Key("limit#" + derived_id(name, subject, str(place)), "count")
