"""Which adapter stands behind which port of the directory."""

from functools import cache

from ..identity import api as identity
from ..kernel.work import Work
from ..tenancy import api as tenancy
from .authenticator import DirectoryAuthenticator
from .service.departments import Departments
from .service.invitations import Invitations
from .service.joining import Joining
from .service.me import Me
from .service.members import Members
from .service.ports import Handover
from .service.roles import Positions, Roles
from .service.sign_up import SignUp
from .store import FirstStepRows, InvitationRows, MailboxRows, OrgRows, cut


class NothingToHandOver:
    """Until an upper context says what a member has to do, nobody has anything."""

    def count_open(self, work: Work, member_id: str) -> int:  # noqa: ARG002 - the port's signature
        return 0

    def hand_over(self, work: Work, from_id: str, to_id: str) -> None:
        pass


_handover: list[Handover] = [NothingToHandOver()]


def use_handover(handover: Handover) -> None:
    _handover[:] = [handover]


def handover() -> Handover:
    return _handover[0]


@cache
def authenticator() -> DirectoryAuthenticator:
    return DirectoryAuthenticator()


@cache
def orgs() -> OrgRows:
    return OrgRows()


@cache
def first_steps() -> FirstStepRows:
    return FirstStepRows()


@cache
def sign_up() -> SignUp:
    return SignUp(orgs(), MailboxRows(), identity, tenancy)


@cache
def me() -> Me:
    return Me(orgs(), first_steps(), tenancy)


@cache
def members() -> Members:
    return Members(orgs(), InvitationRows(), identity, tenancy, cut=cut, handover=handover)


@cache
def invitations() -> Invitations:
    return Invitations(
        orgs=orgs(),
        invitations=InvitationRows(),
        mailboxes=MailboxRows(),
        steps=first_steps(),
        identity=identity,
        tenancy=tenancy,
    )


@cache
def joining() -> Joining:
    return Joining(
        orgs=orgs(), invitations=InvitationRows(), mailboxes=MailboxRows(), identity=identity, tenancy=tenancy
    )


@cache
def departments() -> Departments:
    return Departments(orgs(), first_steps(), tenancy)


@cache
def roles() -> Roles:
    return Roles(orgs(), tenancy)


@cache
def positions() -> Positions:
    return Positions(orgs(), tenancy)
