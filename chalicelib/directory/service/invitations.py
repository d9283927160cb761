"""Invitations as the company sees them: sent, listed, sent again, revoked. Accepting is `joining.py`."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from ...identity.api import INVITE
from ...kernel.errors import Faults, NotFound
from ...kernel.ids import new_ordered_id
from ...kernel.unit_of_work import UnitOfWork
from .. import events
from ..domain import members as rules
from ..domain.errors import AlreadyInvited, MemberExists
from ..domain.invitations import HOURS, Invitation, check_room, count_open, expiry
from ..domain.names import clean
from ..domain.permissions import builtin_role_id
from ..domain.uses import check_grants, unproven
from .ports import FirstStepStore, Identity, InvitationStore, MailboxStore, OrgStore, Tenancy, UsesOf

HOUR = 60 * 60
PER_COMPANY = 200
PER_ADDRESS = 5
"""Mails an hour: nobody may use us to fill a stranger's mailbox."""


class Invitations:
    def __init__(
        self,
        *,
        orgs: OrgStore,
        invitations: InvitationStore,
        mailboxes: MailboxStore,
        steps: FirstStepStore,
        identity: Identity,
        tenancy: Tenancy,
        uses_of: UsesOf,
    ) -> None:
        self._orgs = orgs
        self._invitations = invitations
        self._mailboxes = mailboxes
        self._steps = steps
        self._identity = identity
        self._tenancy = tenancy
        self._uses_of = uses_of

    def every(self, work: UnitOfWork) -> list[Invitation]:
        """All that are not accepted or revoked, oldest first."""
        return self._invitations.every(work)

    def send(self, work: UnitOfWork, email: str, name: str, place: Mapping[str, Any]) -> Invitation:
        """`place` may hold department_id, position_id, manager_id, role_ids and language.

        Raises EmailInvalid, DirectoryInvalid, or Invalid for both; BeyondOwnRights, NamesYourself, MemberExists,
        AlreadyInvited, SeatsExhausted, TooMany, LimitReached.
        """
        faults, address = Faults(), ""
        org = self._orgs.get(work)
        member_role = builtin_role_id(work.actor.tenant_id, "member")
        roles = frozenset(place.get("role_ids", (member_role,)))
        with faults.noted():
            name = clean(name)
        with faults.noted():
            address = self._identity.canonical_email(email)
        with faults.noted():
            rules.check_place(org, place)
        faults.settle()
        rules.check_roles(org, work.actor, frozenset({member_role}), roles)
        rules.check_manager(org, work.actor, place.get("department_id", org.root.id), place.get("manager_id", ""))
        if given := unproven(work.actor, roles):
            check_grants(work.actor, self._uses_of(work, given))
        tenant = self._tenancy.get_tenant(work)
        self._check_free(work, address)
        others = self._invitations.every(work)
        check_room(others)
        rules.check_seat(org, count_open(others, work.now), tenant.state)
        invitation = Invitation(
            id=new_ordered_id(work.now),
            email=address,
            name=name,
            department_id=place.get("department_id", org.root.id),
            role_ids=roles,
            language=place.get("language", tenant.language),
            invited_by=work.actor.member_id,
            created_at=work.at,
            expires_at=expiry(work.now),
            position_id=place.get("position_id", ""),
            manager_id=place.get("manager_id", ""),
        )
        invitation = self._with_mail(work, invitation)
        self._invitations.add(work, invitation)
        self._mailboxes.hold(work, address, {"invitation_id": invitation.id})
        self._orgs.touch(work)
        self._steps.tick(work, "member_invited")
        self._tenancy.audit(work, "invitation.sent", "invitation", invitation.id, after=_shown(invitation))
        work.emit(events.member_invited(invitation))
        return replace(invitation, version=1)

    def send_again(self, work: UnitOfWork, invitation_id: str) -> Invitation:
        """A new mail with a new link and a new week; the old link is dead. Raises NotFound, SeatsExhausted,
        LimitReached.
        """
        invitation = self._the_invitation(work, invitation_id)
        if not invitation.is_open(work.now):
            waiting = count_open(self._invitations.every(work), work.now)
            rules.check_seat(self._orgs.get(work), waiting, self._tenancy.get_tenant(work).state)
        self._identity.void_link(work, invitation.link_id)
        renewed = self._with_mail(work, replace(invitation, expires_at=expiry(work.now)))
        self._invitations.change(work, renewed)
        self._orgs.touch(work)
        self._tenancy.audit(work, "invitation.sent_again", "invitation", invitation_id, after=_shown(renewed))
        return replace(renewed, version=invitation.version + 1)

    def revoke(self, work: UnitOfWork, invitation_id: str) -> None:
        """Raises NotFound."""
        invitation = self._the_invitation(work, invitation_id)
        self._identity.void_link(work, invitation.link_id)
        self._invitations.drop(work, invitation)
        self._mailboxes.release(work, invitation.email)
        self._tenancy.audit(work, "invitation.revoked", "invitation", invitation_id, before=_shown(invitation))

    def _with_mail(self, work: UnitOfWork, invitation: Invitation) -> Invitation:
        self._tenancy.limit(work, "invite", work.actor.tenant_id, PER_COMPANY, HOUR)
        self._tenancy.limit(work, "invite_address", invitation.email, PER_ADDRESS, HOUR)
        data = {
            "tenant_id": work.actor.tenant_id,
            "invitation_id": invitation.id,
            "company": self._tenancy.get_tenant(work).company,
            "inviter": work.actor.name,
        }
        link_id = self._identity.issue_link(work, INVITE, invitation.email, data, HOURS, language=invitation.language)
        return replace(invitation, link_id=link_id)

    def _the_invitation(self, work: UnitOfWork, invitation_id: str) -> Invitation:
        invitation = self._invitations.get(work, invitation_id)
        if invitation is None:
            raise NotFound()
        return invitation

    def _check_free(self, work: UnitOfWork, address: str) -> None:
        holder = self._mailboxes.holder(work, address)
        if holder is not None:
            raise MemberExists() if "member_id" in holder else AlreadyInvited()


def _shown(invitation: Invitation) -> dict[str, Any]:
    return {
        "email": invitation.email,
        "name": invitation.name,
        "department_id": invitation.department_id,
        "role_ids": sorted(invitation.role_ids),
        "expires_at": invitation.expires_at,
    }
