"""How identity refuses. Messages stand in `messages.json`."""

from ...kernel.errors import Conflict, FieldError, Invalid, TooLarge, Unauthenticated


class EmailInvalid(Invalid):
    code = "email_invalid"

    def __init__(self) -> None:
        super().__init__(fields=[FieldError.of("/email", "email_invalid")])


class PasswordWeak(Invalid):
    """`reason` is the field code: password_short, password_long or password_common."""

    code = "password_weak"

    def __init__(self, reason: str, **params: int) -> None:
        super().__init__(fields=[FieldError.of("/password", reason, **params)])


class PasswordWrong(Invalid):
    """The password of a known account, asked again to be sure. The failed attempt is counted."""

    code = "password_wrong"
    keeps_work = True

    def __init__(self, path: str = "/old_password") -> None:
        super().__init__(fields=[FieldError.of(path, "password_wrong")])


class SignInRefused(Unauthenticated):
    """One answer for unknown address, wrong password, deactivated and unverified. The failed attempt is counted."""

    code = "sign_in_refused"
    keeps_work = True


class SessionEnded(Unauthenticated):
    """Signed out, revoked, expired, or never there."""

    code = "session_ended"


class RefreshReused(SessionEnded):
    """A refresh token from before the previous one: stolen, or a thief was here first. The session is revoked."""

    keeps_work = True


class LinkUsedOrExpired(Conflict):
    """One answer for used, expired, forged and never issued. The caller can mend nothing: it takes a new link."""

    code = "link_used_or_expired"


class AlreadyMember(Conflict):
    """The account belongs to this company already."""

    code = "already_member"


class TooManyCompanies(TooLarge):
    code = "too_many_companies"
