"""An account: one person by e-mail, with a membership in each company that he works for."""

from dataclasses import dataclass, replace
from datetime import datetime

from .errors import AlreadyMember, TooManyCompanies

MAX_MEMBERSHIPS = 20
"""A password change touches the login of each, in one transaction."""


@dataclass(frozen=True, slots=True)
class Membership:
    tenant_id: str
    member_id: str


@dataclass(frozen=True, slots=True)
class Account:
    """`email` is canonical. `password_hash` is argon2id's text with its parameters; `password_since` is when its owner
    last set it, None if he never changed the first.
    """

    id: str
    email: str
    name: str
    password_hash: str
    memberships: tuple[Membership, ...]
    password_since: datetime | None = None

    def membership_in(self, tenant_id: str) -> Membership | None:
        return next((held for held in self.memberships if held.tenant_id == tenant_id), None)

    def joined(self, membership: Membership) -> "Account":
        """Raises AlreadyMember, TooManyCompanies."""
        if self.membership_in(membership.tenant_id):
            raise AlreadyMember()
        if len(self.memberships) >= MAX_MEMBERSHIPS:
            raise TooManyCompanies(limit=MAX_MEMBERSHIPS)
        return replace(self, memberships=(*self.memberships, membership))


@dataclass(frozen=True, slots=True)
class Login:
    """Whether a member may be signed in. A session lives only while its epoch is the login's."""

    tenant_id: str
    member_id: str
    account_id: str
    active: bool = True
    epoch: int = 0

    def closed(self) -> "Login":
        return replace(self, active=False, epoch=self.epoch + 1)

    def reopened(self) -> "Login":
        return replace(self, active=True)

    def without_sessions(self) -> "Login":
        return replace(self, epoch=self.epoch + 1)
