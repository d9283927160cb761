"""Sessions: begun, checked on every request, refreshed, listed, ended."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from ...kernel.errors import NotFound
from ...kernel.ids import new_id
from ...kernel.page import Page
from ...kernel.session import Claim, SessionRef
from ...kernel.unit_of_work import UnitOfWork
from ..domain.accounts import Account, Membership
from ..domain.errors import RefreshReused, SessionEnded
from ..domain.sessions import MAX_USER_AGENT, Session
from ..domain.tokens import ACCESS, DEVICE, REFRESH, read_token
from .ports import AccountStore, LoginStore, SessionStore, Tenancy

ACCESS_COOKIE = "banli_session"
REFRESH_COOKIE = "banli_refresh"
DEVICE_COOKIE = "banli_device"
"""Outlives the session: it opens nothing, it only says that its member has signed in on this device before."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What somebody who has just come in wants to know. `companies`: name by tenant id, of those that admit him."""

    ref: SessionRef
    name: str
    companies: dict[str, str]


class Sessions:
    """`key` gives the signing key of sessions; a callable, because the secret is read when first needed."""

    def __init__(
        self,
        sessions: SessionStore,
        logins: LoginStore,
        accounts: AccountStore,
        tenancy: Tenancy,
        key: Callable[[], bytes],
    ) -> None:
        self._sessions = sessions
        self._logins = logins
        self._accounts = accounts
        self._tenancy = tenancy
        self._key = key

    def claim(self, cookies: Mapping[str, str]) -> Claim | None:
        """What the access cookie claims, if its signature is ours."""
        return read_token(self._key(), ACCESS, cookies.get(ACCESS_COOKIE, ""))

    def refresh_claim(self, cookies: Mapping[str, str]) -> Claim | None:
        return read_token(self._key(), REFRESH, cookies.get(REFRESH_COOKIE, ""))

    def device_claim(self, cookies: Mapping[str, str]) -> Claim | None:
        return read_token(self._key(), DEVICE, cookies.get(DEVICE_COOKIE, ""))

    def start(self, work: UnitOfWork, account: Account, tenant_id: str, member_id: str, user_agent: str) -> SessionRef:
        """A login that is opened in this very work has no row to read yet: its epoch is the first."""
        login = self._logins.get(work, tenant_id, member_id)
        session = Session(
            id=new_id(),
            tenant_id=tenant_id,
            member_id=member_id,
            account_id=account.id,
            generation=1,
            epoch=login.epoch if login else 0,
            created_at=work.now,
            rotated_at=work.now,
            ip=work.actor.ip,
            user_agent=user_agent[:MAX_USER_AGENT],
        )
        self._sessions.add(work, session)
        return session.ref

    def check(self, work: UnitOfWork, claim: Claim) -> Session:
        """Raises SessionEnded."""
        session = self._open_session(work, claim)
        if session is None or not session.admits(claim.generation, work.now):
            raise SessionEnded()
        return session

    def refresh(self, work: UnitOfWork, cookies: Mapping[str, str]) -> SessionRef:
        """The next generation of both tokens. Raises SessionEnded, RefreshReused."""
        claim = self.refresh_claim(cookies)
        session = self._open_session(work, claim) if claim else None
        if claim is None or session is None:
            raise SessionEnded()
        refreshed = session.refreshed(claim.generation, work.now)
        if refreshed is None:
            self._sessions.remove(work, session)
            self._tenancy.audit(
                work, "session.reuse_detected", "member", session.member_id, tenant_id=session.tenant_id
            )
            raise RefreshReused()
        if refreshed is not session:
            self._sessions.change(work, refreshed)
        return refreshed.ref

    def is_usable(self, work: UnitOfWork, ref: SessionRef) -> bool:
        """Whether tokens of this generation may be handed out once more, as the answer of a repeated request."""
        session = self._open_session(work, Claim(*ref))
        return session is not None and session.ref == ref

    def sign_out(self, work: UnitOfWork, cookies: Mapping[str, str]) -> None:
        """End the session that either cookie names. Not signed in is signed out already: never an error."""
        claim = self.claim(cookies) or self.refresh_claim(cookies)
        session = self._stored(work, claim) if claim else None
        if session is None:
            return
        self._sessions.remove(work, session)
        self._tenancy.audit(work, "session.ended", "member", session.member_id, tenant_id=session.tenant_id)

    def mine(self, work: UnitOfWork, limit: int, cursor: str | None) -> Page[Session]:
        """The actor's sessions that still work. A page may be short: ended ones are left out."""
        actor = work.actor
        login = self._logins.get(work, actor.tenant_id, actor.member_id)
        page = self._sessions.page(work, actor.member_id, limit, cursor)
        return Page(tuple(held for held in page.items if held.is_open(login, work.now)), page.next_cursor)

    def revoke(self, work: UnitOfWork, session_id: str) -> None:
        """End a session of the actor's own. Raises NotFound."""
        actor = work.actor
        session = self._sessions.get(work, actor.tenant_id, actor.member_id, session_id)
        if session is None:
            raise NotFound()
        self._sessions.remove(work, session)
        self._tenancy.audit(work, "session.revoked", "member", actor.member_id)

    def current(self, work: UnitOfWork) -> Entry:
        """Raises NotFound."""
        session, account = self._own(work)
        return self.entry(work, account, session.ref)

    def switch(self, work: UnitOfWork, tenant_id: str, user_agent: str) -> Entry:
        """Leave this company's session and begin one in another company of the same account. Raises NotFound."""
        session, account = self._own(work)
        membership = account.membership_in(tenant_id)
        if membership is None or not self._logins.open_among(work, (membership,)):
            raise NotFound()
        self._sessions.change(work, session.left(work.now))
        self._tenancy.audit(work, "session.ended", "member", session.member_id)
        return self.enter(work, account, membership, user_agent)

    def enter(self, work: UnitOfWork, account: Account, membership: Membership, user_agent: str) -> Entry:
        """Begin a session, audited; from here on the member acts."""
        tenant_id, member_id = membership.tenant_id, membership.member_id
        work.act_as(replace(work.actor, tenant_id=tenant_id, member_id=member_id, name=account.name))
        ref = self.start(work, account, tenant_id, member_id, user_agent)
        self._tenancy.audit(work, "session.started", "member", member_id)
        return self.entry(work, account, ref)

    def entry(self, work: UnitOfWork, account: Account, ref: SessionRef) -> Entry:
        admitting = self._logins.open_among(work, account.memberships)
        names = self._tenancy.company_names(work, [held.tenant_id for held in admitting])
        return Entry(ref, account.name, names)

    def _own(self, work: UnitOfWork) -> tuple[Session, Account]:
        actor = work.actor
        session = self._sessions.get(work, actor.tenant_id, actor.member_id, actor.session_id)
        account = self._accounts.get(work, session.account_id) if session else None
        if session is None or account is None:
            raise NotFound()
        return session, account

    def _open_session(self, work: UnitOfWork, claim: Claim) -> Session | None:
        session = self._stored(work, claim)
        login = self._logins.get(work, claim.tenant_id, claim.member_id)
        return session if session is not None and session.is_open(login, work.now) else None

    def _stored(self, work: UnitOfWork, claim: Claim) -> Session | None:
        return self._sessions.get(work, claim.tenant_id, claim.member_id, claim.session_id)
