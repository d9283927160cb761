"""Sign-in: the same answer, and the same work, for every reason to refuse."""

from dataclasses import replace

from ...kernel.ids import derived_id
from ...kernel.session import Claim
from ...kernel.unit_of_work import UnitOfWork
from ..domain.accounts import Account, Membership
from ..domain.emails import canonical_email
from ..domain.errors import SignInRefused
from .guesses import WINDOW, Guesses
from .hashing import fits, hashed
from .ports import AccountStore, Hasher, LoginStore, Tenancy
from .sessions import Entry, Sessions

PER_IP = 100
SHARDS = 16
"""An office signs in from one IP, at nine o'clock, all at once."""


class SignIn:
    def __init__(
        self, hasher: Hasher, accounts: AccountStore, logins: LoginStore, sessions: Sessions, tenancy: Tenancy
    ) -> None:
        self._hasher = hasher
        self._accounts = accounts
        self._logins = logins
        self._sessions = sessions
        self._tenancy = tenancy
        self._guesses = Guesses(tenancy)

    def enter(
        self,
        work: UnitOfWork,
        email: str,
        password: str,
        *,
        tenant_id: str | None,
        user_agent: str,
        device: Claim | None = None,
    ) -> Entry:
        """Into the named company, or the first that admits the account. `device` is what its device cookie says.

        Raises EmailInvalid, SignInRefused, LimitReached.
        """
        address = canonical_email(email)
        self._tenancy.limit(work, "sign_in_ip", work.actor.ip, PER_IP, WINDOW, shards=SHARDS)
        account = self._accounts.find(work, address)
        self._guesses.count(work, address, account, device)
        membership = self._admitting(work, account, address, tenant_id)
        right = fits(self._hasher, work, account.password_hash if account else None, password)
        if account is None or membership is None or not right:
            self._note_refusal(work, account, address, tenant_id)
            raise SignInRefused()
        self._tenancy.refund(work, "sign_in_ip", work.actor.ip, WINDOW, shards=SHARDS)
        self._guesses.clear(work, address, account, device)
        if self._hasher.is_outdated(account.password_hash):
            self._accounts.change(work, replace(account, password_hash=hashed(self._hasher, work, password)))
        return self._sessions.enter(work, account, membership, user_agent)

    def _admitting(
        self, work: UnitOfWork, account: Account | None, address: str, tenant_id: str | None
    ) -> Membership | None:
        """One batch read even for an address without an account, so that time does not tell."""
        nobody = derived_id("nobody", address)
        held = account.memberships if account else (Membership(nobody, nobody),)
        admitting = self._logins.open_among(work, held)
        return next((each for each in admitting if tenant_id in (None, each.tenant_id)), None)

    def _note_refusal(self, work: UnitOfWork, account: Account | None, address: str, tenant_id: str | None) -> None:
        """One audit entry in any case: for the administrator of the company, or the operator of the platform."""
        named = account.membership_in(tenant_id) if account and tenant_id else None
        known = named or (account.memberships[0] if account else None)
        if known:
            self._tenancy.audit(work, "session.refused", "member", known.member_id, tenant_id=known.tenant_id)
        else:
            self._tenancy.audit(work, "session.refused", "address", derived_id(address))
