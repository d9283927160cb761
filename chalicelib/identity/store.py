"""Rows of identity. Accounts, e-mail guards and links are the system's; logins and sessions the tenant's."""

from collections.abc import Iterable
from typing import Any

from ..aws.table import table
from ..kernel.clock import from_text, to_text
from ..kernel.errors import Contended
from ..kernel.ids import SYSTEM_TENANT, derived_id
from ..kernel.page import Page
from ..kernel.unit_of_work import Key, Row, UnitOfWork
from .domain.accounts import Account, Login, Membership
from .domain.errors import LinkUsedOrExpired
from .domain.links import Link
from .domain.sessions import Session


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
        return _to_account(row) if row else None

    def add(self, work: UnitOfWork, account: Account) -> None:
        """The guard by e-mail makes the commit contended if the address has got an account meanwhile."""
        work.create(_account_key(account.id), "account", _account_doc(account), tenant_id=SYSTEM_TENANT)
        guard = {"account_id": account.id}
        work.create(_email_key(account.email), "email", guard, tenant_id=SYSTEM_TENANT)

    def change(self, work: UnitOfWork, account: Account) -> None:
        row = _present(table().get(work, _account_key(account.id), tenant_id=SYSTEM_TENANT))
        work.replace(row, _account_doc(account), tenant_id=SYSTEM_TENANT)


class LoginRepository:
    def get(self, work: UnitOfWork, tenant_id: str, member_id: str) -> Login | None:
        row = table().get(work, login_key(member_id), tenant_id=tenant_id)
        if row is None:
            return None
        return Login(tenant_id, member_id, row.doc["account_id"], row.doc["active"], row.doc["epoch"])

    def open_among(self, work: UnitOfWork, memberships: Iterable[Membership]) -> tuple[Membership, ...]:
        """Those whose login is active, by one batch read however many there are."""
        held = tuple(memberships)
        table().prefetch(work, [(each.tenant_id, login_key(each.member_id)) for each in held])
        rows = [work.read[(each.tenant_id, login_key(each.member_id))] for each in held]
        return tuple(each for each, row in zip(held, rows, strict=True) if row and row.doc["active"])

    def add(self, work: UnitOfWork, login: Login) -> None:
        work.create(login_key(login.member_id), "login", _login_doc(login), tenant_id=login.tenant_id)

    def change(self, work: UnitOfWork, login: Login) -> None:
        row = _present(table().get(work, login_key(login.member_id), tenant_id=login.tenant_id))
        work.replace(row, _login_doc(login), tenant_id=login.tenant_id)


class SessionRepository:
    def get(self, work: UnitOfWork, tenant_id: str, member_id: str, session_id: str) -> Session | None:
        row = table().get(work, session_key(member_id, session_id), tenant_id=tenant_id)
        return _to_session(row) if row else None

    def page(self, work: UnitOfWork, member_id: str, limit: int, cursor: str | None) -> Page[Session]:
        return table().query(work, "session#" + member_id, limit=limit, after=cursor).map(_to_session)

    def add(self, work: UnitOfWork, session: Session) -> None:
        key = session_key(session.member_id, session.id)
        expires = int(session.expires_at.timestamp())
        work.create(key, "session", _session_doc(session), expires_at=expires, tenant_id=session.tenant_id)

    def change(self, work: UnitOfWork, session: Session) -> None:
        expires = int(session.expires_at.timestamp())
        work.replace(self._row(work, session), _session_doc(session), expires_at=expires, tenant_id=session.tenant_id)

    def remove(self, work: UnitOfWork, session: Session) -> None:
        work.remove(self._row(work, session), tenant_id=session.tenant_id)

    def _row(self, work: UnitOfWork, session: Session) -> Row:
        return _present(table().get(work, session_key(session.member_id, session.id), tenant_id=session.tenant_id))


class LinkRepository:
    def get(self, work: UnitOfWork, link_id: str) -> Link | None:
        row = table().get(work, _link_key(link_id), tenant_id=SYSTEM_TENANT)
        if row is None:
            return None
        doc = row.doc
        return Link(link_id, doc["purpose"], doc["email"], from_text(doc["expires_at"]), doc["data"])

    def add(self, work: UnitOfWork, link: Link) -> None:
        doc = {
            "purpose": link.purpose,
            "email": link.email,
            "expires_at": to_text(link.expires_at),
            "data": link.data,
        }
        expires = int(link.expires_at.timestamp())
        work.create(_link_key(link.id), "link", doc, expires_at=expires, tenant_id=SYSTEM_TENANT)

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


def _to_account(row: Row) -> Account:
    doc = row.doc
    held = tuple(Membership(**membership) for membership in doc["memberships"])
    since = from_text(doc["password_since"]) if doc.get("password_since") else None
    return Account(doc["id"], doc["email"], doc["name"], doc["password_hash"], held, since)


def _account_doc(account: Account) -> dict[str, Any]:
    return {
        "id": account.id,
        "email": account.email,
        "name": account.name,
        "password_hash": account.password_hash,
        "password_since": to_text(account.password_since) if account.password_since else None,
        "memberships": [{"tenant_id": held.tenant_id, "member_id": held.member_id} for held in account.memberships],
    }


def _login_doc(login: Login) -> dict[str, Any]:
    return {"account_id": login.account_id, "active": login.active, "epoch": login.epoch}


def _to_session(row: Row) -> Session:
    doc = row.doc
    return Session(
        id=row.key.sort,
        tenant_id=doc["tenant_id"],
        member_id=doc["member_id"],
        account_id=doc["account_id"],
        generation=doc["generation"],
        epoch=doc["epoch"],
        created_at=from_text(doc["created_at"]),
        rotated_at=from_text(doc["rotated_at"]),
        ip=doc["ip"],
        user_agent=doc["user_agent"],
        ends_at=from_text(doc["ends_at"]) if doc["ends_at"] else None,
    )


def _session_doc(session: Session) -> dict[str, Any]:
    return {
        "tenant_id": session.tenant_id,
        "member_id": session.member_id,
        "account_id": session.account_id,
        "generation": session.generation,
        "epoch": session.epoch,
        "created_at": to_text(session.created_at),
        "rotated_at": to_text(session.rotated_at),
        "ip": session.ip,
        "user_agent": session.user_agent,
        "ends_at": to_text(session.ends_at) if session.ends_at else None,
    }
