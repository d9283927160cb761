"""Rows of identity. Accounts, e-mail guards and links are the system's; logins and sessions the tenant's."""

from collections.abc import Iterable

from ..aws.table import table
from ..kernel.codec import Codec
from ..kernel.errors import Contended
from ..kernel.ids import SYSTEM_TENANT, derived_id
from ..kernel.page import Page
from ..kernel.unit_of_work import Key, Row, UnitOfWork
from .domain.accounts import Account, Login, Membership
from .domain.errors import LinkUsedOrExpired
from .domain.links import Link
from .domain.sessions import Session

ACCOUNTS = Codec(Account)
LOGINS = Codec(Login, outside=("tenant_id", "member_id"))
SESSIONS = Codec(Session, outside=("id",))
LINKS = Codec(Link, outside=("id",))


def login_key(member_id: str) -> Key:
    return Key("login#" + member_id, "state")


def session_key(member_id: str, session_id: str) -> Key:
    return Key("session#" + member_id, session_id)


class AccountRepository:
    def find(self, work: UnitOfWork, email: str) -> Account | None:
        """By canonical e-mail. Reads as much for an address without an account, so that time does not tell."""
        guard = table().get(work, _email_key(email), tenant_id=SYSTEM_TENANT)
        return self.get(work, guard.doc["account_id"] if guard else derived_id("nobody", email))

    def get(self, work: UnitOfWork, account_id: str) -> Account | None:
        row = table().get(work, _account_key(account_id), tenant_id=SYSTEM_TENANT)
        return ACCOUNTS.load(row.doc) if row else None

    def add(self, work: UnitOfWork, account: Account) -> None:
        """The guard by e-mail makes the commit contended if the address has got an account meanwhile."""
        work.create(_account_key(account.id), "account", ACCOUNTS.dump(account), tenant_id=SYSTEM_TENANT)
        guard = {"account_id": account.id}
        work.create(_email_key(account.email), "email", guard, tenant_id=SYSTEM_TENANT)

    def change(self, work: UnitOfWork, account: Account) -> None:
        row = _present(table().get(work, _account_key(account.id), tenant_id=SYSTEM_TENANT))
        work.replace(row, ACCOUNTS.dump(account), tenant_id=SYSTEM_TENANT)


class LoginRepository:
    def get(self, work: UnitOfWork, tenant_id: str, member_id: str) -> Login | None:
        row = table().get(work, login_key(member_id), tenant_id=tenant_id)
        if row is None:
            return None
        return LOGINS.load(row.doc, tenant_id=tenant_id, member_id=member_id)

    def open_among(self, work: UnitOfWork, memberships: Iterable[Membership]) -> tuple[Membership, ...]:
        """Those whose login is active, by one batch read however many there are."""
        held = tuple(memberships)
        table().prefetch(work, [(each.tenant_id, login_key(each.member_id)) for each in held])
        rows = [work.read[(each.tenant_id, login_key(each.member_id))] for each in held]
        return tuple(each for each, row in zip(held, rows, strict=True) if row and row.doc["active"])

    def add(self, work: UnitOfWork, login: Login) -> None:
        work.create(login_key(login.member_id), "login", LOGINS.dump(login), tenant_id=login.tenant_id)

    def change(self, work: UnitOfWork, login: Login) -> None:
        row = _present(table().get(work, login_key(login.member_id), tenant_id=login.tenant_id))
        work.replace(row, LOGINS.dump(login), tenant_id=login.tenant_id)


class SessionRepository:
    def get(self, work: UnitOfWork, tenant_id: str, member_id: str, session_id: str) -> Session | None:
        row = table().get(work, session_key(member_id, session_id), tenant_id=tenant_id)
        return _to_session(row) if row else None

    def page(self, work: UnitOfWork, member_id: str, limit: int, cursor: str | None) -> Page[Session]:
        return table().query(work, "session#" + member_id, limit=limit, after=cursor).map(_to_session)

    def add(self, work: UnitOfWork, session: Session) -> None:
        key = session_key(session.member_id, session.id)
        expires = int(session.expires_at.timestamp())
        work.create(key, "session", SESSIONS.dump(session), expires_at=expires, tenant_id=session.tenant_id)

    def change(self, work: UnitOfWork, session: Session) -> None:
        expires = int(session.expires_at.timestamp())
        work.replace(self._row(work, session), SESSIONS.dump(session), expires_at=expires, tenant_id=session.tenant_id)

    def remove(self, work: UnitOfWork, session: Session) -> None:
        work.remove(self._row(work, session), tenant_id=session.tenant_id)

    def _row(self, work: UnitOfWork, session: Session) -> Row:
        return _present(table().get(work, session_key(session.member_id, session.id), tenant_id=session.tenant_id))


class LinkRepository:
    def get(self, work: UnitOfWork, link_id: str) -> Link | None:
        row = table().get(work, _link_key(link_id), tenant_id=SYSTEM_TENANT)
        return LINKS.load(row.doc, id=link_id) if row else None

    def add(self, work: UnitOfWork, link: Link) -> None:
        expires = int(link.expires_at.timestamp())
        work.create(_link_key(link.id), "link", LINKS.dump(link), expires_at=expires, tenant_id=SYSTEM_TENANT)

    def remove(self, work: UnitOfWork, link: Link) -> None:
        """Of two that use it at once, the later commit is refused with LinkUsedOrExpired."""
        row = _present(table().get(work, _link_key(link.id), tenant_id=SYSTEM_TENANT))
        work.remove(row, tenant_id=SYSTEM_TENANT, refusal=LinkUsedOrExpired())


def _account_key(account_id: str) -> Key:
    return Key("account#" + account_id, "state")


def _email_key(email: str) -> Key:
    return Key("email#" + derived_id(email), "state")


def _link_key(link_id: str) -> Key:
    return Key("link#" + link_id, "state")


def _present(row: Row | None) -> Row:
    """A row that a change needs. Gone since it was loaded: somebody else came first, so run again."""
    if row is None:
        raise Contended()
    return row


def _to_session(row: Row) -> Session:
    return SESSIONS.load(row.doc, id=row.key.sort)
