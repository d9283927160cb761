"""The calls that other contexts may make. All record on `work`; none commits."""

from collections.abc import Iterable, Mapping
from typing import Any

from ..kernel.session import Claim, SessionRef
from ..kernel.unit_of_work import Key, UnitOfWork
from . import wiring
from .cookies import session_cookies
from .domain.accounts import Account, Membership
from .domain.emails import canonical_email, is_disposable, trial_identity
from .domain.errors import (
    AlreadyMember,
    EmailInvalid,
    LinkUsedOrExpired,
    PasswordWeak,
    PasswordWrong,
    SessionEnded,
)
from .domain.links import INVITE, RESET, SIGN_UP, Link
from .domain.passwords import check_password as check_new_password
from .domain.sessions import Session
from .store import login_key, session_key

__all__ = [
    "INVITE",
    "RESET",
    "SIGN_UP",
    "Account",
    "AlreadyMember",
    "Claim",
    "EmailInvalid",
    "Link",
    "LinkUsedOrExpired",
    "Membership",
    "PasswordWeak",
    "PasswordWrong",
    "Session",
    "SessionEnded",
    "SessionRef",
    "add_membership",
    "canonical_email",
    "check_new_password",
    "check_password",
    "check_session",
    "claim",
    "close_login",
    "find_account",
    "hash_password",
    "is_disposable",
    "is_usable",
    "issue_link",
    "open_account",
    "open_link",
    "read_link",
    "reopen_login",
    "session_cookies",
    "session_needs",
    "start_session",
    "trial_identity",
    "void_link",
]

# -- who is asking


def claim(cookies: Mapping[str, str]) -> Claim | None:
    """What the session cookie says, if we signed it. No I/O (but the secret, once a process)."""
    return wiring.sessions().claim(cookies)


def session_needs(claim: Claim) -> Iterable[tuple[str, Key]]:
    """(tenant id, key) of the rows that `check_session` looks at."""
    yield claim.tenant_id, session_key(claim.member_id, claim.session_id)
    yield claim.tenant_id, login_key(claim.member_id)


def check_session(work: UnitOfWork, claim: Claim) -> Session:
    """The session, if it is good at this moment: not revoked, not expired, its member's login active.

    Raises SessionEnded.
    """
    return wiring.sessions().check(work, claim)


def is_usable(work: UnitOfWork, ref: SessionRef) -> bool:
    """Whether tokens of this generation are still good: the session has not ended, nor been refreshed since."""
    return wiring.sessions().is_usable(work, ref)


# -- accounts


def find_account(work: UnitOfWork, email: str) -> Account | None:
    """`email` canonical."""
    return wiring.accounts().find(work, email)


def open_account(
    work: UnitOfWork, email: str, name: str, password_hash: str, *, tenant_id: str, member_id: str
) -> Account:
    """A new account with its first membership and login. One that came to be meanwhile makes the work run again."""
    return wiring.accounts().open(work, email, name, password_hash, Membership(tenant_id, member_id))


def add_membership(work: UnitOfWork, account: Account, *, tenant_id: str, member_id: str) -> Account:
    """One more company for the account, with a login there. Raises AlreadyMember, TooManyCompanies."""
    return wiring.accounts().join(work, account, Membership(tenant_id, member_id))


def close_login(work: UnitOfWork, member_id: str) -> None:
    """The member of the actor's tenant can no longer sign in, and his next request is refused. Raises NotFound."""
    wiring.accounts().close_login(work, member_id)


def reopen_login(work: UnitOfWork, member_id: str) -> None:
    """He may sign in again; sessions from before stay ended. Raises NotFound."""
    wiring.accounts().reopen_login(work, member_id)


def start_session(
    work: UnitOfWork, account: Account, tenant_id: str, member_id: str, *, user_agent: str = ""
) -> SessionRef:
    """Sign in without asking for the password again: right after sign-up or an accepted invitation. IP from the
    actor. Also right in the work that opened the account or the membership.
    """
    return wiring.sessions().start(work, account, tenant_id, member_id, user_agent)


def hash_password(text: str) -> str:
    """Raises PasswordWeak, with the field `/password`."""
    return wiring.passwords().hash(text)


def check_password(work: UnitOfWork, account: Account, password: str) -> None:
    """Whoever accepts an invitation for an account proves that it is his. Counted like a sign-in.

    Raises PasswordWrong with the field `/password`, LimitReached.
    """
    wiring.passwords().prove(work, account, password)


# -- one-time links


def issue_link(
    work: UnitOfWork, purpose: str, email: str, data: dict[str, Any], hours: int, *, language: str = ""
) -> str:
    """Write the link and ask for its mail, in `language` (default: the actor's). The id, which is no secret.

    An INVITE's `data` holds `company` and `inviter`, which the mail shows.
    """
    return wiring.links().issue(work, purpose, email, data, hours, language=language or work.actor.language)


def read_link(work: UnitOfWork, token: str, purpose: str) -> Link:
    """The link without using it up: to show what it offers, or to ask a password first. Raises LinkUsedOrExpired."""
    return wiring.links().read(work, token, purpose)


def open_link(work: UnitOfWork, token: str, purpose: str) -> Link:
    """The link, used up by this work: of two works that use it, one is committed. Raises LinkUsedOrExpired."""
    return wiring.links().open(work, token, purpose)


def void_link(work: UnitOfWork, link_id: str) -> None:
    """Take a link back (a withdrawn invitation); nothing if it was used."""
    wiring.links().void(work, link_id)
