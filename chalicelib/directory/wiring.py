"""Which adapter stands behind which port of the directory."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache
from typing import TYPE_CHECKING

from ..kernel.extensions import every
from ..kernel.unit_of_work import UnitOfWork
from .extensions import HANDOVER, REFERENCES

if TYPE_CHECKING:
    from .authenticator import DirectoryAuthenticator
    from .domain.uses import Use
    from .service.calendars import Calendars
    from .service.delegations import Delegations
    from .service.departments import Departments
    from .service.invitations import Invitations
    from .service.joining import Joining
    from .service.me import Me
    from .service.members import Members
    from .service.roles import Positions, Roles
    from .service.sign_up import SignUp
    from .store import FirstStepRepository, OrgRepository


class AllHandovers:
    """The to-dos of every context that keeps some."""

    def count_open(self, work: UnitOfWork, member_id: str) -> int:
        return sum(each.count_open(work, member_id) for each in every(HANDOVER))

    def hand_over(self, work: UnitOfWork, from_id: str, to_id: str) -> None:
        for each in every(HANDOVER):
            each.hand_over(work, from_id, to_id)


def uses_of(work: UnitOfWork, ids: Collection[str]) -> list[Use]:
    """Where definitions name any of these ids."""
    return [use for each in every(REFERENCES) for use in each.uses_of(work, ids)]


@cache
def authenticator() -> DirectoryAuthenticator:
    from .authenticator import DirectoryAuthenticator

    return DirectoryAuthenticator()


@cache
def orgs() -> OrgRepository:
    from .store import OrgRepository

    return OrgRepository()


@cache
def first_steps() -> FirstStepRepository:
    from .store import FirstStepRepository

    return FirstStepRepository()


@cache
def calendars() -> Calendars:
    from ..tenancy import api as tenancy
    from .service.calendars import Calendars
    from .store import CalendarRepository

    return Calendars(CalendarRepository(), tenancy)


@cache
def delegations() -> Delegations:
    from ..tenancy import api as tenancy
    from .service.delegations import Delegations

    return Delegations(orgs(), tenancy)


@cache
def sign_up() -> SignUp:
    from ..identity import api as identity
    from ..tenancy import api as tenancy
    from .service.sign_up import SignUp
    from .store import MailboxRepository

    return SignUp(orgs(), MailboxRepository(), identity, tenancy)


@cache
def me() -> Me:
    from ..tenancy import api as tenancy
    from .service.me import Me

    return Me(orgs(), first_steps(), tenancy)


@cache
def members() -> Members:
    from ..identity import api as identity
    from ..tenancy import api as tenancy
    from .service.members import Members
    from .store import InvitationRepository, cut

    return Members(orgs(), InvitationRepository(), identity, tenancy, cut=cut, handover=AllHandovers(), uses_of=uses_of)


@cache
def invitations() -> Invitations:
    from ..identity import api as identity
    from ..tenancy import api as tenancy
    from .service.invitations import Invitations
    from .store import InvitationRepository, MailboxRepository

    return Invitations(
        orgs=orgs(),
        invitations=InvitationRepository(),
        mailboxes=MailboxRepository(),
        steps=first_steps(),
        identity=identity,
        tenancy=tenancy,
        uses_of=uses_of,
    )


@cache
def joining() -> Joining:
    from ..identity import api as identity
    from ..tenancy import api as tenancy
    from .service.joining import Joining
    from .store import InvitationRepository, MailboxRepository

    return Joining(
        orgs=orgs(),
        invitations=InvitationRepository(),
        mailboxes=MailboxRepository(),
        identity=identity,
        tenancy=tenancy,
    )


@cache
def departments() -> Departments:
    from ..tenancy import api as tenancy
    from .service.departments import Departments

    return Departments(orgs(), first_steps(), tenancy, uses_of)


@cache
def roles() -> Roles:
    from ..tenancy import api as tenancy
    from .service.roles import Roles

    return Roles(orgs(), first_steps(), tenancy, uses_of)


@cache
def positions() -> Positions:
    from ..tenancy import api as tenancy
    from .service.roles import Positions

    return Positions(orgs(), tenancy, uses_of)
