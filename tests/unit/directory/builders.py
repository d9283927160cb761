"""A small organisation for tests of rules and services."""

from datetime import UTC, datetime

from chalicelib.directory.org import Department, Org, OrgMember, Position, Role
from chalicelib.kernel.actor import Actor
from chalicelib.kernel.unit_of_work import UnitOfWork

TENANT = "t" * 26
NOW = datetime(2026, 11, 22, 8, tzinfo=UTC)

ADMIN, HR, AUDIT, PLAIN = "admin", "hr", "audit", "plain"
ROLES = (
    Role(ADMIN, "Administrator", frozenset({"*"}), builtin=True),
    Role(HR, "HR", frozenset({"members.manage", "roles.manage"})),
    Role(AUDIT, "Auditor", frozenset({"audit.read"})),
    Role(PLAIN, "Member", frozenset(), builtin=True),
)
DEPARTMENTS = (
    Department("root", "East", head_id="boss", version=1),
    Department("sales", "Sales", parent_id="root", version=4),
    Department("field", "Field", parent_id="sales", version=1),
)


def member(member_id: str, *role_ids: str, **about: object) -> OrgMember:
    given = {"department_id": "root", "version": 7, "email": f"{member_id}@east.example.cn", **about}
    return OrgMember(member_id, member_id.title(), role_ids=frozenset(role_ids or (PLAIN,)), **given)  # type: ignore[arg-type]


BOSS = member("boss", ADMIN)
REP = member("rep", department_id="field")


def org(*members: OrgMember, departments: tuple[Department, ...] = DEPARTMENTS) -> Org:
    return Org.of(members or (BOSS, REP), departments, ROLES, (Position("seller", "Seller"),), version=3)


def actor(*permissions: str, member_id: str = "boss") -> Actor:
    return Actor(TENANT, member_id, "Boss", frozenset(permissions or ("*",)))


def work(*permissions: str, member_id: str = "boss") -> UnitOfWork:
    return UnitOfWork(actor(*permissions, member_id=member_id), NOW)
