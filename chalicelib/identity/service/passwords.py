"""Passwords: hashed, changed, reset. Either way every other session of the account ends, in all its companies."""

from dataclasses import replace
from datetime import timedelta

from ...kernel.errors import NotFound
from ...kernel.unit_of_work import UnitOfWork
from ..domain.accounts import Account
from ..domain.emails import canonical_email
from ..domain.errors import LinkUsedOrExpired, PasswordWrong
from ..domain.links import RESET
from ..domain.passwords import check_password
from .guesses import Guesses
from .hashing import fits, hashed
from .links import Links
from .ports import AccountStore, Hasher, LoginStore, SessionStore, Tenancy

RESET_HOURS = 1
QUARTER = 15 * 60
HOUR = 60 * 60
PROOFS = 10


class Passwords:
    def __init__(
        self,
        *,
        hasher: Hasher,
        accounts: AccountStore,
        logins: LoginStore,
        sessions: SessionStore,
        links: Links,
        tenancy: Tenancy,
    ) -> None:
        self._hasher = hasher
        self._accounts = accounts
        self._logins = logins
        self._sessions = sessions
        self._links = links
        self._tenancy = tenancy
        self._guesses = Guesses(tenancy)

    def hash(self, password: str) -> str:
        """Raises PasswordWeak."""
        check_password(password)
        return self._hasher.hash(password)

    def change(self, work: UnitOfWork, old: str, new: str) -> None:
        """The actor's own. Raises PasswordWeak, PasswordWrong, LimitReached."""
        actor = work.actor
        check_password(new)
        session = self._sessions.get(work, actor.tenant_id, actor.member_id, actor.session_id)
        account = self._accounts.get(work, session.account_id) if session else None
        if session is None or account is None:
            raise NotFound()
        self._tenancy.limit(work, "password", account.id, PROOFS, QUARTER)
        if not fits(self._hasher, work, account.password_hash, old):
            raise PasswordWrong()
        self._tenancy.clear_limit(work, "password", account.id)
        epochs = self._set(work, account, new, "password.changed")
        self._sessions.change(work, replace(session, epoch=epochs[actor.tenant_id]))

    def prove(self, work: UnitOfWork, account: Account, password: str) -> None:
        """Raises PasswordWrong, LimitReached."""
        self._guesses.count(work, account.email, account)
        if not fits(self._hasher, work, account.password_hash, password):
            raise PasswordWrong("/password")
        self._guesses.clear(work, account.email, account)

    def request_reset(self, work: UnitOfWork, email: str, language: str) -> None:
        """The same work for any address; whether it has an account is looked up when the mail is made.

        Raises EmailInvalid, LimitReached.
        """
        address = canonical_email(email)
        self._tenancy.limit(work, "reset_ip", work.actor.ip, 30, HOUR)
        self._tenancy.limit(work, "reset", address, 5, HOUR)
        self._links.issue(work, RESET, address, {}, RESET_HOURS, language=language)

    def reset(self, work: UnitOfWork, token: str, password: str) -> None:
        """A link from before the last change of the password is over: whoever changed it has shut the doors behind him.

        Raises LinkUsedOrExpired, PasswordWeak.
        """
        check_password(password)
        link = self._links.open(work, token, RESET)
        account = self._accounts.find(work, link.email)
        asked_at = link.expires_at - timedelta(hours=RESET_HOURS)
        if account is None or (account.password_since is not None and asked_at <= account.password_since):
            raise LinkUsedOrExpired()
        self._set(work, account, password, "password.reset")
        self._guesses.clear(work, account.email, account)

    def _set(self, work: UnitOfWork, account: Account, password: str, action: str) -> dict[str, int]:
        """The new epoch by tenant."""
        chosen = hashed(self._hasher, work, password)
        self._accounts.change(work, replace(account, password_hash=chosen, password_since=work.now))
        epochs = {}
        for held in account.memberships:
            login = self._logins.get(work, held.tenant_id, held.member_id)
            if login is None:
                continue
            ended = login.without_sessions()
            self._logins.change(work, ended)
            epochs[held.tenant_id] = ended.epoch
            self._tenancy.audit(work, action, "member", held.member_id, tenant_id=held.tenant_id)
        return epochs
