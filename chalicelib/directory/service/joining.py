"""Accepting an invitation: the mailed token names company and address; nothing in the request can change either."""

from dataclasses import dataclass, replace

from ...identity.api import INVITE, Account, Link
from ...kernel.ids import new_id
from ...kernel.unit_of_work import UnitOfWork
from .. import events
from ..domain.errors import CompanyReadOnly
from ..domain.invitations import Invitation, check_accept, joining
from ..domain.names import clean
from ..org import OrgMember
from .members import shown
from .ports import Identity, InvitationStore, MailboxStore, OrgStore, Tenancy
from .sign_up import Entered


@dataclass(frozen=True, slots=True)
class Offer:
    """What the holder of the token may know before he accepts."""

    company: str
    inviter: str
    invitation: Invitation
    has_account: bool


class Joining:
    def __init__(
        self,
        *,
        orgs: OrgStore,
        invitations: InvitationStore,
        mailboxes: MailboxStore,
        identity: Identity,
        tenancy: Tenancy,
    ) -> None:
        self._orgs = orgs
        self._invitations = invitations
        self._mailboxes = mailboxes
        self._identity = identity
        self._tenancy = tenancy

    def look(self, work: UnitOfWork, token: str) -> Offer:
        """Raises LinkUsedOrExpired, InvitationClosed, CompanyReadOnly."""
        link = self._identity.read_link(work, token, INVITE)
        invitation = self._enter_company(work, link)
        account = self._identity.find_account(work, link.email)
        return Offer(link.data["company"], link.data["inviter"], invitation, account is not None)

    def accept(
        self, work: UnitOfWork, token: str, password: str, user_agent: str, *, name: str, language: str
    ) -> Entered:
        """Join, and be signed in. From here on the new member acts. `name` and `language` "" are the invitation's.

        Raises LinkUsedOrExpired, InvitationClosed, CompanyReadOnly, PasswordWeak, PasswordWrong (counted),
        LimitReached, TooManyCompanies.
        """
        link = self._identity.read_link(work, token, INVITE)
        invitation = self._enter_company(work, link)
        account = self._identity.find_account(work, link.email)
        if account is not None:
            self._identity.check_password(work, account, password)
        self._identity.open_link(work, token, INVITE)
        member = self._join(work, invitation, clean(name) if name else "", language)
        account = self._with_account(work, account, member, password)
        session = self._identity.start_session(work, account, work.actor.tenant_id, member.id, user_agent=user_agent)
        return Entered(member.id, self._tenancy.get_tenant(work).company, session)

    def _enter_company(self, work: UnitOfWork, link: Link) -> Invitation:
        work.act_as(replace(work.actor, tenant_id=link.data["tenant_id"]))
        invitation = self._invitations.get(work, link.data["invitation_id"])
        invitation = check_accept(invitation, link.id, work.now)
        if self._tenancy.get_tenant(work).read_only(work.now):
            raise CompanyReadOnly()
        return invitation

    def _join(self, work: UnitOfWork, invitation: Invitation, name: str, language: str) -> OrgMember:
        org = self._orgs.get(work)
        member = joining(
            org,
            invitation,
            tenant_id=work.actor.tenant_id,
            member_id=new_id(),
            name=name,
            language=language,
            now=work.now,
        )
        work.act_as(replace(work.actor, member_id=member.id, name=member.name))
        self._orgs.add_member(work, member)
        self._invitations.drop(work, invitation)
        self._mailboxes.hold(work, invitation.email, {"member_id": member.id})
        self._tenancy.audit(work, "member.joined", "member", member.id, after=shown(member))
        work.emit(events.member_joined(member, invitation.id))
        return member

    def _with_account(self, work: UnitOfWork, account: Account | None, member: OrgMember, password: str) -> Account:
        tenant_id = work.actor.tenant_id
        if account is not None:
            return self._identity.add_membership(work, account, tenant_id=tenant_id, member_id=member.id)
        return self._identity.open_account(
            work,
            member.email,
            member.name,
            self._identity.hash_password(password),
            tenant_id=tenant_id,
            member_id=member.id,
        )
