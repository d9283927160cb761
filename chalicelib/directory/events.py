"""What the directory tells the others. Ids and names only; `schemas/events/` holds the published shapes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from ..kernel.events import Event

if TYPE_CHECKING:
    from .domain.invitations import Invitation
    from .org import OrgMember

MEMBER_INVITED = "directory.MemberInvited"
MEMBER_JOINED = "directory.MemberJoined"
MEMBER_CHANGED = "directory.MemberChanged"
MEMBER_DEACTIVATED = "directory.MemberDeactivated"
MEMBER_REACTIVATED = "directory.MemberReactivated"
DEPARTMENT_CHANGED = "directory.DepartmentChanged"
ROLE_CHANGED = "directory.RoleChanged"

CREATED, CHANGED, REMOVED = "created", "changed", "removed"


def member_invited(invitation: Invitation) -> Event:
    data = {
        "invitation_id": invitation.id,
        "name": invitation.name,
        "department_id": invitation.department_id,
        "role_ids": sorted(invitation.role_ids),
    }
    return Event(MEMBER_INVITED, data, subject=invitation.id)


def member_joined(member: OrgMember, invitation_id: str = "") -> Event:
    """`invitation_id` "" is the first administrator."""
    data = {
        "member_id": member.id,
        "name": member.name,
        "department_id": member.department_id,
        "role_ids": sorted(member.role_ids),
        "invitation_id": invitation_id,
    }
    return Event(MEMBER_JOINED, data, subject=member.id)


def member_changed(member: OrgMember, changed: Iterable[str]) -> Event:
    """`changed` are names of fields, such as `role_ids`."""
    return Event(MEMBER_CHANGED, {"member_id": member.id, "changed": sorted(changed)}, subject=member.id)


def member_deactivated(member: OrgMember) -> Event:
    data = {"member_id": member.id, "successor_id": member.successor_id}
    return Event(MEMBER_DEACTIVATED, data, subject=member.id)


def member_reactivated(member: OrgMember) -> Event:
    return Event(MEMBER_REACTIVATED, {"member_id": member.id}, subject=member.id)


def department_changed(department_id: str, change: str) -> Event:
    return Event(DEPARTMENT_CHANGED, {"department_id": department_id, "change": change}, subject=department_id)


def role_changed(role_id: str, change: str) -> Event:
    return Event(ROLE_CHANGED, {"role_id": role_id, "change": change}, subject=role_id)
