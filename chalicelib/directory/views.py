"""The wire form of what the directory answers; the shapes are those of `schemas/`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict
from datetime import datetime
from typing import TYPE_CHECKING, Any

from ..kernel.clock import to_text
from .domain.permissions import ADMINISTRATOR, role_key, role_name, spelled_out

if TYPE_CHECKING:
    from ..kernel.contexts import Permission
    from .domain.invitations import Invitation
    from .org import Department, Org, OrgMember, Position, Role
    from .service.joining import Offer
    from .service.me import Self
    from .service.sign_up import Entered


NAMED = 3
"""So many administrators are named to those who must ask one of them."""


def me(seen: Self, now: datetime, language: str) -> dict[str, Any]:
    org, member, tenant = seen.org, seen.member, seen.tenant
    department = org.department(member.department_id)
    permissions = org.permissions_of(member.role_ids)
    return {
        "id": member.id,
        "name": member.name,
        "email": member.email,
        "language": member.language,
        "position": member.position,
        "department": _named(department) if department else None,
        "roles": [_named_role(org.roles[each], language) for each in sorted(member.role_ids) if each in org.roles],
        "permissions": sorted(spelled_out(permissions)),
        "administrator": ADMINISTRATOR in permissions,
        "company": {
            "id": tenant.id,
            "name": tenant.company,
            "language": tenant.language,
            "zone": tenant.zone,
            "state": tenant.state,
            "trial_ends_at": to_text(tenant.trial_ends_at),
            "trial_days_left": tenant.days_left(now),
            "read_only": tenant.read_only(now),
            "administrators": [each.name for each in org.administrators()[:NAMED]] if tenant.read_only(now) else [],
        },
        "first_steps": [asdict(step) for step in seen.first_steps],
        "version": member.version,
    }


def member(org: Org, member: OrgMember) -> dict[str, Any]:
    department = org.department(member.department_id)
    manager = org.member(member.manager_id)
    return {
        "id": member.id,
        "name": member.name,
        "email": member.email,
        "language": member.language,
        "active": member.active,
        "department_id": member.department_id,
        "department": department.name if department else "",
        "position_id": member.position_id,
        "position": member.position,
        "manager_id": member.manager_id,
        "manager": manager.name if manager else "",
        "role_ids": sorted(member.role_ids),
        "successor_id": member.successor_id,
        "joined_at": member.joined_at,
        "left_at": member.left_at,
        "version": member.version,
    }


def invitation(invitation: Invitation, now: datetime) -> dict[str, Any]:
    return {
        "id": invitation.id,
        "email": invitation.email,
        "name": invitation.name,
        "department_id": invitation.department_id,
        "position_id": invitation.position_id,
        "manager_id": invitation.manager_id,
        "role_ids": sorted(invitation.role_ids),
        "language": invitation.language,
        "invited_by": invitation.invited_by,
        "created_at": invitation.created_at,
        "expires_at": invitation.expires_at,
        "open": invitation.is_open(now),
        "version": invitation.version,
    }


def offer(offer: Offer) -> dict[str, Any]:
    return {
        "company": offer.company,
        "inviter": offer.inviter,
        "name": offer.invitation.name,
        "email": offer.invitation.email,
        "has_account": offer.has_account,
        "expires_at": offer.invitation.expires_at,
    }


def entered(entered: Entered, next_page: str) -> dict[str, Any]:
    return {"member_id": entered.member_id, "company": entered.company, "next": next_page}


def department(org: Org, department: Department) -> dict[str, Any]:
    return _department(org, department, len(org.members_of(department.id)))


def departments(org: Org) -> list[dict[str, Any]]:
    """All of the tree, by name."""
    counts = Counter(member.department_id for member in org.members.values() if member.active)
    found = sorted(org.departments.values(), key=lambda department: (department.name, department.id))
    return [_department(org, each, counts[each.id]) for each in found]


def _department(org: Org, department: Department, members: int) -> dict[str, Any]:
    head = org.member(department.head_id)
    return {
        "id": department.id,
        "name": department.name,
        "parent_id": department.parent_id,
        "head_id": department.head_id,
        "head": head.name if head else "",
        "members": members,
        "version": department.version,
    }


def role(org: Org, role: Role, language: str) -> dict[str, Any]:
    return {
        "id": role.id,
        "key": role_key(role),
        "name": role_name(role, language),
        "permissions": sorted(role.permissions),
        "builtin": role.builtin,
        "members": len(org.members_with_role(role.id)),
        "version": role.version,
    }


def position(position: Position) -> dict[str, Any]:
    return {"id": position.id, "name": position.name, "version": position.version}


def permissions(known: Iterable[Permission], language: str) -> list[dict[str, Any]]:
    return [{"id": permission.id, "name": permission.name(language)} for permission in known]


def _named(thing: Department) -> dict[str, str]:
    return {"id": thing.id, "name": thing.name}


def _named_role(role: Role, language: str) -> dict[str, str]:
    return {"id": role.id, "name": role_name(role, language)}
