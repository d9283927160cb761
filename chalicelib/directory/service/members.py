"""Use cases on those who are members: find, place, deactivate with a successor, reactivate, change oneself."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from ...kernel.errors import Stale
from ...kernel.page import Page
from ...kernel.unit_of_work import UnitOfWork
from .. import events
from ..domain import members as rules
from ..domain.errors import SuccessorNeeded
from ..domain.invitations import count_open
from ..domain.names import clean, with_clean_name
from ..domain.uses import check_grants, check_unused, unproven
from ..org import Org, OrgMember
from .ports import Cut, Handover, InvitationStore, Logins, OrgStore, Tenancy, UsesOf

CHANGEABLE = (
    "name",
    "department_id",
    "position_id",
    "other_placements",
    "other_position_ids",
    "manager_id",
    "role_ids",
)

PUBLISHED = {"other_placements": "departments"}
"""What the API calls a field otherwise."""


class Members:
    def __init__(
        self,
        orgs: OrgStore,
        invitations: InvitationStore,
        logins: Logins,
        tenancy: Tenancy,
        *,
        cut: Cut,
        handover: Handover,
        uses_of: UsesOf,
    ) -> None:
        self._orgs = orgs
        self._invitations = invitations
        self._logins = logins
        self._tenancy = tenancy
        self._cut = cut
        self._handover = handover
        self._uses_of = uses_of

    def find(
        self, work: UnitOfWork, wanted: Mapping[str, Any], limit: int | None, cursor: str | None
    ) -> tuple[Org, Page[OrgMember]]:
        """`wanted` may hold department_id, state (active or inactive) and search, the beginning of a name."""
        org = self._orgs.get(work)
        state = wanted.get("state")
        found = org.find(
            department_id=wanted.get("department_id", ""),
            active=None if state is None else state == "active",
            search=wanted.get("search", ""),
        )
        bound = "members?" + "&".join(f"{name}={wanted[name]}" for name in sorted(wanted))
        return org, self._cut(work, bound, found, lambda member: member.sort_text, limit=limit, cursor=cursor)

    def get(self, work: UnitOfWork, member_id: str) -> tuple[Org, OrgMember]:
        """Raises NotFound."""
        org = self._orgs.get(work)
        return org, rules.the_member(org, member_id)

    def change(self, work: UnitOfWork, member_id: str, version: int, wanted: dict[str, Any]) -> tuple[Org, OrgMember]:
        """Raises NotFound, Stale, DirectoryInvalid, BeyondOwnRights, NamesYourself, LastAdministrator."""
        org = self._orgs.get(work)
        before = _expected(org, member_id, version)
        after = rules.change(org, work.actor, before, with_clean_name(wanted))
        self._check_grants(work, after.role_ids - before.role_ids)
        return org, self._save(work, before, after)

    def change_own(self, work: UnitOfWork, version: int, name: str, language: str) -> tuple[Org, OrgMember]:
        """What a member may change of himself. Raises Stale."""
        org = self._orgs.get(work)
        before = _expected(org, work.actor.member_id, version)
        return org, self._save(work, before, replace(before, name=clean(name), language=language))

    def _save(self, work: UnitOfWork, before: OrgMember, after: OrgMember) -> OrgMember:
        changed = [name for name in (*CHANGEABLE, "language") if getattr(before, name) != getattr(after, name)]
        if not changed:
            return before
        self._orgs.change_member(work, after)
        self._tenancy.audit(work, "member.changed", "member", before.id, before=shown(before), after=shown(after))
        work.emit(events.member_changed(after, {PUBLISHED.get(name, name) for name in changed}))
        return replace(after, version=before.version + 1)

    def deactivate(self, work: UnitOfWork, member_id: str, successor_id: str) -> tuple[Org, OrgMember]:
        """The member is out with his very next request; his open to-dos go to the successor.

        Raises NotFound, MemberInactive, LastAdministrator, BeyondOwnRights, NamesYourself, DirectoryInvalid;
        without a successor SuccessorNeeded, and InUse if published definitions would have nobody in their place.
        """
        org = self._orgs.get(work)
        before = rules.the_member(org, member_id)
        after = rules.deactivated(org, work.actor, before, successor_id, work.at)
        if successor_id:
            self._handover.hand_over(work, member_id, successor_id)
        else:
            count = self._handover.count_open(work, member_id)
            if count:
                raise SuccessorNeeded(count=count)
            self._check_replaceable(work, org, before)
        self._orgs.change_member(work, after)
        self._logins.close_login(work, member_id)
        self._tenancy.audit(work, "member.deactivated", "member", member_id, before=shown(before), after=shown(after))
        work.emit(events.member_deactivated(after))
        return org, replace(after, version=before.version + 1)

    def reactivate(self, work: UnitOfWork, member_id: str) -> tuple[Org, OrgMember]:
        """He signs in again as who he was. Raises NotFound, MemberActive, SeatsExhausted, BeyondOwnRights."""
        org = self._orgs.get(work)
        before = rules.the_member(org, member_id)
        after = rules.reactivated(org, work.actor, before)
        waiting = count_open(self._invitations.every(work), work.now)
        rules.check_seat(org, waiting, self._tenancy.get_tenant(work).state)
        self._check_grants(work, after.role_ids)
        self._orgs.change_member(work, after)
        self._logins.reopen_login(work, member_id)
        self._tenancy.audit(work, "member.reactivated", "member", member_id, before=shown(before), after=shown(after))
        work.emit(events.member_reactivated(after))
        return org, replace(after, version=before.version + 1)

    def _check_grants(self, work: UnitOfWork, role_ids: frozenset[str]) -> None:
        """Raises BeyondOwnRights if a form gives these roles more than the actor holds."""
        if roles := unproven(work.actor, role_ids):
            check_grants(work.actor, self._uses_of(work, roles))

    def _check_replaceable(self, work: UnitOfWork, org: Org, member: OrgMember) -> None:
        """Raises InUse if published definitions need the member, or somebody who left and whose place they took."""
        ids = [each.id for each in org.members.values() if org.standing_for(each.id) is member]
        uses = self._uses_of(work, ids)
        check_unused(member.name, [use for use in uses if use.vital and not use.draft])


def shown(member: OrgMember) -> dict[str, Any]:
    """What the audit log keeps of a member."""
    return {
        "name": member.name,
        "language": member.language,
        "department_id": member.department_id,
        "position_id": member.position_id,
        "other_departments": [each.department_id for each in member.other_placements],
        "other_positions": [
            *(each.position_id for each in member.other_placements if each.position_id),
            *member.other_position_ids,
        ],
        "manager_id": member.manager_id,
        "role_ids": sorted(member.role_ids),
        "active": member.active,
        "successor_id": member.successor_id,
    }


def _expected(org: Org, member_id: str, version: int) -> OrgMember:
    member = rules.the_member(org, member_id)
    if member.version != version:
        raise Stale()
    return member
