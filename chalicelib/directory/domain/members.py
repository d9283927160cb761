"""What may happen to a member: placed, given roles, deactivated, reactivated."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from ...kernel.actor import Actor
from ...kernel.errors import FieldError, NotFound
from ..org import Org, OrgMember
from . import placements
from .errors import (
    BeyondOwnRights,
    DirectoryInvalid,
    LastAdministrator,
    MemberActive,
    MemberInactive,
    NamesYourself,
    SeatsExhausted,
)
from .permissions import ADMINISTRATOR, RECORDS_READ_ALL, ROLES_MANAGE

SEATS = {"active": 2000}
TRIAL_SEATS = 200
"""Active members and open invitations together, by the tenant's state."""

NOBODY = OrgMember("", "")
"""The member before there is one."""

_REFERENCES: Mapping[str, tuple[str, Callable[[Org, str], bool]]] = {
    "department_id": ("unknown_department", lambda org, each: each in org.departments),
    "position_id": ("unknown_position", lambda org, each: not each or each in org.positions),
    "manager_id": ("unknown_member", lambda org, each: not each or org.active(each) is not None),
}


def the_member(org: Org, member_id: str) -> OrgMember:
    """Raises NotFound."""
    member = org.member(member_id)
    if member is None:
        raise NotFound()
    return member


def check_place(org: Org, place: Mapping[str, Any], member: OrgMember = NOBODY, main: str = "") -> None:
    """Whether departments, positions, manager and roles exist; `main` is the path of the main department.

    Raises DirectoryInvalid with every fault at once.
    """
    faults = [
        FieldError.of(f"{main if name in placements.MAIN else ''}/{name}", code)
        for name, (code, known) in _REFERENCES.items()
        if name in place and not known(org, place[name])
    ]
    faults += [
        FieldError.of(f"/role_ids/{index}", "unknown_role")
        for index, role_id in enumerate(place.get("role_ids", ()))
        if role_id not in org.roles
    ]
    faults += placements.faults_of_others(org, member, place)
    if faults:
        raise DirectoryInvalid(fields=faults)


def check_rights(actor: Actor, permissions: frozenset[str]) -> None:
    """Nobody gives or takes a right that he does not hold. Raises BeyondOwnRights."""
    if not all(actor.may(permission) for permission in permissions):
        raise BeyondOwnRights()


def check_not_oneself(actor: Actor, named_id: str) -> None:
    """Whoever arranges who is asked names others: documents would come to them that they may not read otherwise.

    Raises NamesYourself, unless they may read all records anyway.
    """
    if named_id and named_id == actor.member_id and not actor.may(RECORDS_READ_ALL):
        raise NamesYourself()


def check_manager(org: Org, actor: Actor, department_id: str, manager_id: str) -> None:
    """As `check_not_oneself`; but who heads the department, or one above it, leads its people already."""
    if all(actor.member_id not in above.head_ids for above in org.upwards(department_id)):
        check_not_oneself(actor, manager_id)


def check_roles(org: Org, actor: Actor, before: frozenset[str], after: frozenset[str]) -> None:
    """Raises BeyondOwnRights unless the actor manages roles and holds every right that changes hands."""
    changed = before ^ after
    if changed and not actor.may(ROLES_MANAGE):
        raise BeyondOwnRights()
    check_rights(actor, org.permissions_of(changed))


def change(org: Org, actor: Actor, member: OrgMember, wanted: Mapping[str, Any]) -> OrgMember:
    """The member with the fields of `wanted`: name, manager_id, role_ids, other_position_ids, and departments, or only
    department_id and position_id (`placements`).

    Raises DirectoryInvalid, BeyondOwnRights, NamesYourself, LastAdministrator.
    """
    main = "/departments/0" if "departments" in wanted else ""
    unfolded = placements.unfolded(member, wanted)
    wanted = {name: value for name, value in unfolded.items() if _differs(member, name, value)}
    check_place(org, wanted, member, main)
    if "role_ids" in wanted:
        wanted["role_ids"] = frozenset(wanted["role_ids"])
    if "manager_id" in wanted:
        _check_line(org, member.id, wanted["manager_id"])
        check_manager(org, actor, wanted.get("department_id", member.department_id), wanted["manager_id"])
    if "role_ids" in wanted:
        check_roles(org, actor, member.role_ids, wanted["role_ids"])
        if wanted["role_ids"] - member.role_ids:
            check_not_oneself(actor, member.id)
        if ADMINISTRATOR not in org.permissions_of(wanted["role_ids"]):
            check_other_administrator(org, member)
    changed = replace(member, **wanted)
    if set(changed.department_ids) - set(member.department_ids):
        # Rights to records may be those of a department.
        check_not_oneself(actor, member.id)
    position = org.positions.get(changed.position_id)
    return replace(changed, position=position.name if position else "")


def _differs(member: OrgMember, name: str, value: Any) -> bool:
    """What stays as it is needs no check: it may name a department or manager that is gone by now."""
    before = getattr(member, name)
    return bool(before != (frozenset(value) if name == "role_ids" else value))


def _check_line(org: Org, member_id: str, manager_id: str) -> None:
    """Named managers form no circle. Heads may well answer to each other: the line just ends there."""
    seen: set[str] = set()
    above = manager_id
    while above and above not in seen:
        if above == member_id:
            raise DirectoryInvalid(fields=[FieldError.of("/manager_id", "manager_cycle")])
        seen.add(above)
        manager = org.member(above)
        above = manager.manager_id if manager else ""


def check_other_administrator(org: Org, member: OrgMember) -> None:
    """Raises LastAdministrator if the company would be left without one."""
    if [each.id for each in org.administrators()] == [member.id]:
        raise LastAdministrator()


def deactivated(org: Org, actor: Actor, member: OrgMember, successor_id: str, at: str) -> OrgMember:
    """Raises MemberInactive, LastAdministrator, BeyondOwnRights, DirectoryInvalid (the successor), NamesYourself."""
    if not member.active:
        raise MemberInactive()
    check_rights(actor, org.permissions_of(member.role_ids))
    check_other_administrator(org, member)
    if successor_id and (successor_id == member.id or org.active(successor_id) is None):
        raise DirectoryInvalid(fields=[FieldError.of("/successor_id", "unknown_member")])
    check_not_oneself(actor, successor_id)
    return replace(member, active=False, successor_id=successor_id, left_at=at)


def reactivated(org: Org, actor: Actor, member: OrgMember) -> OrgMember:
    """Raises MemberActive, BeyondOwnRights: coming back, he holds his roles again."""
    if member.active:
        raise MemberActive()
    check_rights(actor, org.permissions_of(member.role_ids))
    return replace(member, active=True, successor_id="", left_at="")


def check_seat(org: Org, invited: int, tenant_state: str) -> None:
    """Room for one more beside the active members and `invited` open invitations. Raises SeatsExhausted."""
    maximum = SEATS.get(tenant_state, TRIAL_SEATS)
    if sum(member.active for member in org.members.values()) + invited >= maximum:
        raise SeatsExhausted(maximum=maximum)
