"""The two cookies of a session: HttpOnly, SameSite=Strict, Secure wherever the web app is served over https."""

from ..aws.secrets import signing_key
from ..aws.settings import setting
from ..kernel.session import SessionRef
from .domain.sessions import ACCESS_LIFE, REFRESH_LIFE
from .domain.tokens import ACCESS, REFRESH, write_token
from .service.sessions import ACCESS_COOKIE, REFRESH_COOKIE

ACCESS_PATH = "/v1"
REFRESH_PATH = "/v1/session"


def session_cookies(ref: SessionRef | None) -> list[str]:
    """Set-Cookie values for a session, or those that take both cookies away."""
    if ref is None:
        return [_cookie(ACCESS_COOKIE, "", ACCESS_PATH, 0), _cookie(REFRESH_COOKIE, "", REFRESH_PATH, 0)]
    key = signing_key("session")
    return [
        _cookie(ACCESS_COOKIE, write_token(key, ACCESS, ref), ACCESS_PATH, int(ACCESS_LIFE.total_seconds())),
        _cookie(REFRESH_COOKIE, write_token(key, REFRESH, ref), REFRESH_PATH, int(REFRESH_LIFE.total_seconds())),
    ]


def _cookie(name: str, value: str, path: str, seconds: int) -> str:
    secure = "; Secure" if setting("BANLI_WEB_ORIGIN").startswith("https://") else ""
    return f"{name}={value}; Path={path}; Max-Age={seconds}; HttpOnly; SameSite=Strict{secure}"
