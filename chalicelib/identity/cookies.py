"""The cookies of a session and of a device: HttpOnly, SameSite=Strict, Secure wherever the web app uses https."""

from datetime import timedelta

from ..aws.secrets import signing_key
from ..aws.settings import setting
from ..kernel.session import SessionRef
from .domain.sessions import ACCESS_LIFE, REFRESH_LIFE
from .domain.tokens import ACCESS, DEVICE, REFRESH, write_token
from .service.sessions import ACCESS_COOKIE, DEVICE_COOKIE, REFRESH_COOKIE

ACCESS_PATH = "/v1"
REFRESH_PATH = "/v1/session"
DEVICE_LIFE = timedelta(days=365)


def session_cookies(ref: SessionRef | None) -> list[str]:
    """Set-Cookie values for a session and its device, or those that take the session's away; the device stays known."""
    if ref is None:
        return [_cookie(ACCESS_COOKIE, "", ACCESS_PATH, 0), _cookie(REFRESH_COOKIE, "", REFRESH_PATH, 0)]
    key = signing_key("session")
    return [
        _cookie(ACCESS_COOKIE, write_token(key, ACCESS, ref), ACCESS_PATH, int(ACCESS_LIFE.total_seconds())),
        _cookie(REFRESH_COOKIE, write_token(key, REFRESH, ref), REFRESH_PATH, int(REFRESH_LIFE.total_seconds())),
        _cookie(DEVICE_COOKIE, write_token(key, DEVICE, ref), REFRESH_PATH, int(DEVICE_LIFE.total_seconds())),
    ]


def _cookie(name: str, value: str, path: str, seconds: int) -> str:
    secure = "; Secure" if setting("BANLI_WEB_ORIGIN").startswith("https://") else ""
    return f"{name}={value}; Path={path}; Max-Age={seconds}; HttpOnly; SameSite=Strict{secure}"
