"""Which adapter stands behind which port of identity."""

from __future__ import annotations

from functools import cache, partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .hashing import Argon2Hasher
    from .service.accounts import Accounts
    from .service.links import Links
    from .service.mails import Mails
    from .service.passwords import Passwords
    from .service.sessions import Sessions
    from .service.sign_in import SignIn


@cache
def hasher() -> Argon2Hasher:
    from .hashing import Argon2Hasher

    return Argon2Hasher()


@cache
def accounts() -> Accounts:
    from .service.accounts import Accounts
    from .store import AccountRepository, LoginRepository

    return Accounts(AccountRepository(), LoginRepository())


@cache
def links() -> Links:
    from ..aws.secrets import signing_key
    from .service.links import Links
    from .store import LinkRepository

    return Links(LinkRepository(), partial(signing_key, "link"))


@cache
def sessions() -> Sessions:
    from ..aws.secrets import signing_key
    from ..tenancy import api as tenancy
    from .service.sessions import Sessions
    from .store import AccountRepository, LoginRepository, SessionRepository

    return Sessions(
        SessionRepository(), LoginRepository(), AccountRepository(), tenancy, partial(signing_key, "session")
    )


@cache
def passwords() -> Passwords:
    from ..tenancy import api as tenancy
    from .service.passwords import Passwords
    from .store import AccountRepository, LoginRepository, SessionRepository

    return Passwords(
        hasher=hasher(),
        accounts=AccountRepository(),
        logins=LoginRepository(),
        sessions=SessionRepository(),
        links=links(),
        tenancy=tenancy,
    )


@cache
def sign_in() -> SignIn:
    from ..tenancy import api as tenancy
    from .service.sign_in import SignIn
    from .store import AccountRepository, LoginRepository

    return SignIn(hasher(), AccountRepository(), LoginRepository(), sessions(), tenancy)


@cache
def mails() -> Mails:
    from ..aws.mail import send_mail
    from ..aws.settings import setting
    from .service.mails import Mails
    from .store import AccountRepository

    return Mails(links(), AccountRepository(), send_mail, partial(setting, "BANLI_WEB_ORIGIN"))
