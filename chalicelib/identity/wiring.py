"""Which adapter stands behind which port of identity."""

from functools import cache, partial

from ..aws.mail import send_mail
from ..aws.secrets import signing_key
from ..aws.settings import setting
from ..tenancy import api as tenancy
from .hashing import Argon2Hasher
from .service.accounts import Accounts
from .service.links import Links
from .service.mails import Mails
from .service.passwords import Passwords
from .service.sessions import Sessions
from .service.sign_in import SignIn
from .store import AccountRows, LinkRows, LoginRows, SessionRows


@cache
def hasher() -> Argon2Hasher:
    return Argon2Hasher()


@cache
def accounts() -> Accounts:
    return Accounts(AccountRows(), LoginRows())


@cache
def links() -> Links:
    return Links(LinkRows(), partial(signing_key, "link"))


@cache
def sessions() -> Sessions:
    return Sessions(SessionRows(), LoginRows(), AccountRows(), tenancy, partial(signing_key, "session"))


@cache
def passwords() -> Passwords:
    return Passwords(
        hasher=hasher(),
        accounts=AccountRows(),
        logins=LoginRows(),
        sessions=SessionRows(),
        links=links(),
        tenancy=tenancy,
    )


@cache
def sign_in() -> SignIn:
    return SignIn(hasher(), AccountRows(), LoginRows(), sessions(), tenancy)


@cache
def mails() -> Mails:
    return Mails(links(), AccountRows(), send_mail, partial(setting, "BANLI_WEB_ORIGIN"))
