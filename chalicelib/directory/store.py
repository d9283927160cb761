"""Rows of the directory, all in the tenant's own partitions.

`org/head` is the version of the whole organisation: every write of it replaces the head, so that of two writes at once
one is run again, and rules over several rows (the last administrator, no circles, empty departments) hold under any
race. The rest of `org` is `roles`, `positions` (each one row), `member#<id>` and `department#<id>`. Beside it stand
`invitations/<id>`, `mailboxes/<hash>` (one person a mailbox) and `company/first_steps`.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from ..aws.cursor import open_cursor, seal_cursor
from ..aws.table import table
from ..kernel.codec import Codec
from ..kernel.errors import Contended, NotFound
from ..kernel.page import DEFAULT_PAGE, Page
from ..kernel.unit_of_work import Key, Row, UnitOfWork
from . import row_keys
from .domain.invitations import Invitation
from .org import Department, Org, OrgMember, Position, Role

MAX_CACHED = 32

MAX_DONE = 10_000
_DONE: set[tuple[str, str]] = set()
"""(tenant id, first step) known to be ticked."""

T = TypeVar("T")

MEMBERS = Codec(OrgMember, outside=("id", "version", "position"))
DEPARTMENTS = Codec(Department, outside=("id", "version"))
ROLES = Codec(Role, sparse=("key",))
POSITIONS = Codec(Position)
INVITATIONS = Codec(Invitation, outside=("id", "version"))
_CACHED: dict[str, Org] = {}
"""The newest organisation of some tenants. Used only under the head version that the request itself has just read."""


def rights(work: UnitOfWork, tenant_id: str, member_id: str) -> tuple[OrgMember, frozenset[str]] | None:
    """A member and his permissions, from the rows of `row_keys.rights`; None if he is not there or not active."""
    rows = table().get_many(work, row_keys.rights(member_id), tenant_id=tenant_id)
    member_row, roles_row, _ = rows.values()
    if member_row is None or roles_row is None:
        return None
    member = to_member(member_row, {})
    if not member.active:
        return None
    return member, Org.of(roles=to_roles(roles_row)).permissions_of(member.role_ids)


class OrgRepository:
    def get(self, work: UnitOfWork) -> Org:
        """The organisation of the actor's tenant: no read if head and snapshot are at hand."""
        head = table().get(work, row_keys.HEAD)
        if head is None:
            return Org()
        tenant_id = work.actor.tenant_id
        cached = _CACHED.get(tenant_id)
        if cached is None or cached.version != head.version:
            cached = self._load(work, head.version)
            _CACHED.pop(tenant_id, None)
            _CACHED[tenant_id] = cached
            while len(_CACHED) > MAX_CACHED:
                del _CACHED[next(iter(_CACHED))]
        return cached

    def _load(self, work: UnitOfWork, version: int) -> Org:
        rows = {row.key: row for row in table().every(work, row_keys.ORG)}
        if rows[row_keys.HEAD].version != version:
            raise Contended()
        return to_org(rows)

    def open(self, work: UnitOfWork, org: Org) -> None:
        """The first rows of a new tenant."""
        work.create(row_keys.HEAD, "org_head", {"changed_at": work.at})
        work.create(row_keys.ROLES, "roles", {"items": [ROLES.dump(role) for role in org.roles.values()]})
        positions = [POSITIONS.dump(position) for position in org.positions.values()]
        work.create(row_keys.POSITIONS, "positions", {"items": positions})
        for department in org.departments.values():
            work.create(row_keys.department(department.id), "department", DEPARTMENTS.dump(department))
        for member in org.members.values():
            work.create(row_keys.member(member.id), "member", MEMBERS.dump(member))

    def add_member(self, work: UnitOfWork, member: OrgMember) -> None:
        work.create(row_keys.member(member.id), "member", MEMBERS.dump(member))
        self.touch(work)

    def change_member(self, work: UnitOfWork, member: OrgMember) -> None:
        """`member.version` is the one that was read."""
        work.replace(_row(row_keys.member(member.id), "member", member.version), MEMBERS.dump(member))
        self.touch(work)

    def add_department(self, work: UnitOfWork, department: Department) -> None:
        work.create(row_keys.department(department.id), "department", DEPARTMENTS.dump(department))
        self.touch(work)

    def change_department(self, work: UnitOfWork, department: Department) -> None:
        work.replace(
            _row(row_keys.department(department.id), "department", department.version), DEPARTMENTS.dump(department)
        )
        self.touch(work)

    def drop_department(self, work: UnitOfWork, department: Department) -> None:
        work.remove(_row(row_keys.department(department.id), "department", department.version))
        self.touch(work)

    def change_roles(self, work: UnitOfWork, roles: Iterable[Role]) -> None:
        work.replace(_present(work, row_keys.ROLES), {"items": [ROLES.dump(role) for role in roles]})
        self.touch(work)

    def change_positions(self, work: UnitOfWork, positions: Iterable[Position]) -> None:
        work.replace(
            _present(work, row_keys.POSITIONS), {"items": [POSITIONS.dump(position) for position in positions]}
        )
        self.touch(work)

    def touch(self, work: UnitOfWork) -> None:
        """Make this a write of the organisation: it contends with every other one."""
        work.replace(_present(work, row_keys.HEAD), {"changed_at": work.at}, amend=True)


def cut(
    work: UnitOfWork,
    bound: str,
    items: Sequence[T],
    sort_of: Callable[[T], str],
    *,
    limit: int | None,
    cursor: str | None,
) -> Page[T]:
    """A page of a list that is in memory and sorted by `sort_of`. `bound` ties the cursor to the question asked."""
    tenant_id, size = work.actor.tenant_id, limit or DEFAULT_PAGE
    if cursor:
        last = open_cursor(cursor, tenant_id, bound)
        items = [item for item in items if sort_of(item) > last]
    more = len(items) > size
    return Page(tuple(items[:size]), seal_cursor(sort_of(items[size - 1]), tenant_id, bound) if more else None)


class InvitationRepository:
    def get(self, work: UnitOfWork, invitation_id: str) -> Invitation | None:
        row = table().get(work, row_keys.invitation(invitation_id))
        return _invitation(row) if row else None

    def every(self, work: UnitOfWork) -> list[Invitation]:
        """Oldest first; at most as many as the domain has room for."""
        return [_invitation(row) for row in table().every(work, row_keys.INVITATIONS)]

    def add(self, work: UnitOfWork, invitation: Invitation) -> None:
        work.create(row_keys.invitation(invitation.id), "invitation", INVITATIONS.dump(invitation))

    def change(self, work: UnitOfWork, invitation: Invitation) -> None:
        key = row_keys.invitation(invitation.id)
        work.replace(_row(key, "invitation", invitation.version), INVITATIONS.dump(invitation))

    def drop(self, work: UnitOfWork, invitation: Invitation) -> None:
        work.remove(_row(row_keys.invitation(invitation.id), "invitation", invitation.version))


class MailboxRepository:
    """`{"member_id"}` or `{"invitation_id"}` by canonical address: nobody is invited or joins twice."""

    def holder(self, work: UnitOfWork, email: str) -> dict[str, str] | None:
        row = table().get(work, row_keys.mailbox(email))
        return row.doc if row else None

    def hold(self, work: UnitOfWork, email: str, holder: dict[str, str]) -> None:
        row = table().get(work, row_keys.mailbox(email))
        if row is None:
            work.create(row_keys.mailbox(email), "mailbox", holder)
        else:
            work.replace(row, holder)

    def release(self, work: UnitOfWork, email: str) -> None:
        row = table().get(work, row_keys.mailbox(email))
        if row is not None:
            work.remove(row)


class FirstStepRepository:
    def get(self, work: UnitOfWork) -> dict[str, str]:
        """`{step: moment}` of the steps done."""
        row = table().get(work, row_keys.FIRST_STEPS)
        return dict(row.doc) if row else {}

    def tick(self, work: UnitOfWork, *steps: str) -> None:
        """Read at most once a process and step once it is done, because a step is never undone."""
        tenant_id = work.actor.tenant_id
        open_steps = [step for step in steps if (tenant_id, step) not in _DONE]
        if not open_steps:
            return
        row = table().get(work, row_keys.FIRST_STEPS)
        done = row.doc if row else {}
        new = {step: work.at for step in open_steps if step not in done}
        if row is None:
            work.create(row_keys.FIRST_STEPS, "first_steps", new)
        elif new:
            work.replace(row, {**done, **new}, amend=True)
        if len(_DONE) < MAX_DONE:
            _DONE.update((tenant_id, step) for step in open_steps if step in done)


def to_org(rows: dict[Key, Row]) -> Org:
    positions = {item["id"]: POSITIONS.load(item) for item in rows[row_keys.POSITIONS].doc["items"]}
    return Org.of(
        members=[to_member(row, positions) for row in rows.values() if row.kind == "member"],
        departments=[_department(row) for row in rows.values() if row.kind == "department"],
        roles=to_roles(rows[row_keys.ROLES]),
        positions=positions.values(),
        version=rows[row_keys.HEAD].version,
    )


def to_roles(row: Row) -> list[Role]:
    return [ROLES.load(item) for item in row.doc["items"]]


def to_member(row: Row, positions: dict[str, Position]) -> OrgMember:
    position = positions.get(row.doc.get("position_id", ""))
    return MEMBERS.load(row.doc, id=_id_of(row), version=row.version, position=position.name if position else "")


def _department(row: Row) -> Department:
    return DEPARTMENTS.load(row.doc, id=_id_of(row), version=row.version)


def _invitation(row: Row) -> Invitation:
    return INVITATIONS.load(row.doc, id=row.key.sort, version=row.version)


def _id_of(row: Row) -> str:
    return row.key.sort.partition("#")[2]


def _row(key: Key, kind: str, version: int) -> Row:
    """A row known from the snapshot: its version is all that a conditional write needs."""
    return Row(key, kind, {}, version)


def _present(work: UnitOfWork, key: Key) -> Row:
    row = table().get(work, key)
    if row is None:
        raise NotFound()
    return row
