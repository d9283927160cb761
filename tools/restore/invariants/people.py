"""Of members, their places, logins and accounts."""

from collections.abc import Iterator

from chalicelib.directory import row_keys
from chalicelib.identity.store import login_key
from chalicelib.kernel.ids import SYSTEM_TENANT, derived_id
from chalicelib.kernel.unit_of_work import Key

from .rows import Fault, Rows, Stored

ORGANISATION = "an organisation names only what it has"


def organisation_whole(rows: Rows) -> Iterator[Fault]:
    for tenant in {each.tenant for each in rows.kind("tenant")}:
        for key in (row_keys.HEAD, row_keys.ROLES, row_keys.POSITIONS):
            if rows.get(tenant, key) is None:
                yield Fault(ORGANISATION, tenant, key, "missing")
    for each in (*rows.kind("member"), *rows.kind("department")):
        for key in _named_by(each):
            if rows.get(each.tenant, key) is None:
                yield Fault(ORGANISATION, each.tenant, each.key, f"{key.sort} is missing")


def roles_known(rows: Rows) -> Iterator[Fault]:
    for each in rows.kind("member"):
        roles = rows.get(each.tenant, row_keys.ROLES)
        known = {role["id"] for role in roles.doc["items"]} if roles else set()
        for role in set(each.doc["role_ids"]) - known:
            yield Fault(ORGANISATION, each.tenant, each.key, f"role {role} is missing")


def _named_by(row: Stored) -> Iterator[Key]:
    """Members and departments that a member or department names."""
    for name, key_of in (
        ("department_id", row_keys.department),
        ("parent_id", row_keys.department),
        ("manager_id", row_keys.member),
        ("head_id", row_keys.member),
    ):
        if row.doc.get(name):
            yield key_of(row.doc[name])


def members_sign_in(rows: Rows) -> Iterator[Fault]:
    rule = "a member has a login and a login its member, a login an account, an account its address"
    for each in rows.kind("member"):
        login = rows.get(each.tenant, login_key(_id(each)))
        if login is None:
            yield Fault(rule, each.tenant, each.key, "no login")
            continue
        account = rows.get(SYSTEM_TENANT, Key("account#" + login.doc["account_id"], "state"))
        held = account.doc["memberships"] if account else []
        if {"tenant_id": each.tenant, "member_id": _id(each)} not in held:
            yield Fault(rule, each.tenant, login.key, "its account is missing or does not know it")
    for each in rows.kind("login"):
        if rows.get(each.tenant, row_keys.member(each.key.partition.partition("#")[2])) is None:
            yield Fault(rule, each.tenant, each.key, "of a member who is not there")
    for each in rows.kind("account"):
        guard = rows.get(SYSTEM_TENANT, Key("email#" + derived_id(each.doc["email"]), "state"))
        if guard is None or guard.doc["account_id"] != each.doc["id"]:
            yield Fault(rule, each.tenant, each.key, "its address leads elsewhere or nowhere")
        for membership in each.doc["memberships"]:
            if rows.get(membership["tenant_id"], login_key(membership["member_id"])) is None:
                yield Fault(rule, each.tenant, each.key, f"no login of {membership['member_id']}")


def _id(member: Stored) -> str:
    return member.key.sort.partition("#")[2]


RULES = (organisation_whole, roles_known, members_sign_in)
