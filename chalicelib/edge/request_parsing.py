"""Reading an HTTP request: body, headers and query become checked values, or an error that says what is wrong."""

import hmac
import re
from collections.abc import Mapping
from functools import cached_property
from http.cookies import CookieError, SimpleCookie
from typing import Any

from jsonschema import Draft202012Validator

from ..aws.settings import setting
from ..kernel.errors import Denied, FieldError, Invalid, PreconditionRequired, Stale, TooLarge
from ..kernel.exact_json import read_exact, texts_with, unstorable
from .errors import Malformed, UnsupportedMedia
from .schemas import MAX_FAULTS, field_errors, make_validator

MAX_BODY_BYTES = 1_000_000
SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})

_VISIBLE = re.compile(r"[\x21-\x7e]{1,200}\Z")
_REPLACEMENT = re.compile("\ufffd")
"""What a decoder writes for bytes that it cannot read."""
_ETAG = re.compile(r'"(0|[1-9][0-9]{0,14})"\Z')
_CHARSET = re.compile(r';\s*charset\s*=\s*"?([^\s;"]*)"?', re.IGNORECASE)
_UTF_8 = frozenset({"utf-8", "utf8", "us-ascii"})


class IfMatchMissing(PreconditionRequired):
    code = "if_match_missing"


class IfMatchWeak(Stale):
    """If-Match compares strongly (RFC 9110, 13.1.1), so a weak validator never matches."""

    code = "if_match_weak"


class IdempotencyKeyMissing(Malformed):
    code = "idempotency_key_missing"


class CharsetUnsupported(UnsupportedMedia):
    """Params: `charset`."""

    code = "charset_unsupported"


class NotUtf8(Invalid):
    code = "body_not_utf8"


class OriginRefused(Denied):
    code = "origin_refused"


def refuse_foreign_charset(headers: Mapping[str, str]) -> None:
    """Raises CharsetUnsupported. Content-Type names the charset; JSON is UTF-8 (RFC 8259, 8.1)."""
    found = _CHARSET.search(headers.get("content-type", ""))
    if found and found[1].lower() not in _UTF_8:
        raise CharsetUnsupported(charset=found[1][:40])


def read_json(raw: bytes) -> dict[str, Any]:
    """The JSON object of a body; numbers with a point are Decimals. An empty body is an empty object.

    Raises TooLarge, Malformed, NotUtf8, Invalid. Keys given twice are refused: two readers could disagree on which one
    counts. API Gateway hands bytes that are not UTF-8 on as U+FFFD, so a body that holds one has lost characters.
    """
    if len(raw) > MAX_BODY_BYTES:
        raise TooLarge(limit=MAX_BODY_BYTES // 1000, unit="KB")
    if not raw.strip():
        return {}
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        raise NotUtf8() from None
    try:
        value = read_exact(text)
    except (ValueError, RecursionError) as error:
        if _REPLACEMENT.search(text):  # GBK's second byte may have been a quote
            raise NotUtf8() from error
        raise Malformed(reason=str(error)[:120]) from error
    if not isinstance(value, dict):
        raise Malformed(reason=type(value).__name__)
    escaped = b"\\u" in raw
    if escaped or _REPLACEMENT.search(text):
        _refuse_lost(value)
    if escaped:
        _refuse_unstorable(value)
    return value


def _refuse_lost(value: Any) -> None:
    """Raises NotUtf8."""
    faults = [FieldError.of(path, "not_utf8") for path in texts_with(_REPLACEMENT, value)]
    if faults:
        raise NotUtf8(fields=faults[:MAX_FAULTS])


def _refuse_unstorable(value: Any) -> None:
    """Raises Invalid."""
    faults = [FieldError.of(path, "control_characters") for path in unstorable(value)]
    if faults:
        raise Invalid(fields=faults[:MAX_FAULTS])


class QueryReader:
    """The query parameters that a route declares, by JSON Schema; compiled when the first of them comes."""

    def __init__(self, declared: Mapping[str, dict[str, Any]]) -> None:
        self._declared = declared

    @cached_property
    def _validator(self) -> Draft202012Validator:
        return make_validator({"type": "object", "properties": dict(self._declared), "additionalProperties": False})

    def read(self, given: Mapping[str, str] | None) -> dict[str, Any]:
        """The values, typed. Unknown names are refused, so that a typo is no silent no-op. Raises Invalid, NotUtf8."""
        if not given:
            return {}
        _refuse_lost(dict(given))
        _refuse_unstorable(dict(given))
        values = {name: _typed(text, self._declared.get(name, {}).get("type")) for name, text in given.items()}
        faults = field_errors(self._validator, values)
        if faults:
            raise Invalid(fields=faults)
        return values


def _typed(text: str, kind: Any) -> Any:
    if kind == "integer" and re.fullmatch(r"-?[0-9]{1,9}", text):
        return int(text)
    if kind == "boolean" and text in ("true", "false"):
        return text == "true"
    return text


def read_cookies(headers: Mapping[str, str]) -> dict[str, str]:
    try:
        return {name: morsel.value for name, morsel in SimpleCookie(headers.get("cookie", "")).items()}
    except CookieError:
        return {}


def read_version(headers: Mapping[str, str]) -> int:
    """The version of If-Match. Raises IfMatchWeak; IfMatchMissing also for `*`, which means "whatever it is now"."""
    given = headers.get("if-match", "").strip()
    if given.startswith("W/"):
        raise IfMatchWeak()
    found = _ETAG.match(given)
    if not found:
        raise IfMatchMissing()
    return int(found[1])


def read_idempotency_key(headers: Mapping[str, str]) -> str:
    key = headers.get("idempotency-key", "")
    if not _VISIBLE.match(key):
        raise IdempotencyKeyMissing(fields=[FieldError.of("/headers/Idempotency-Key", "idempotency_key_missing")])
    return key


def read_correlation_id(headers: Mapping[str, str], fallback: str) -> str:
    given = headers.get("x-correlation-id", "")
    return given if _VISIBLE.match(given) and len(given) <= 64 else fallback


def client_ip(headers: Mapping[str, str], context: Mapping[str, Any]) -> str:
    """The caller's address: what API Gateway saw, or what our CDN says when it proves to be ours.

    X-Forwarded-For is never read: anybody may write it.
    """
    key, given = setting("BANLI_EDGE_KEY"), headers.get("x-banli-edge", "")
    viewer = headers.get("cloudfront-viewer-address", "")
    if viewer and hmac.compare_digest(given.encode(), key.encode()):
        return viewer.rsplit(":", 1)[0].strip("[]")
    return str(context.get("identity", {}).get("sourceIp") or "")


def refuse_foreign_origin(method: str, headers: Mapping[str, str]) -> None:
    """No other web site may act with our cookies (beside SameSite=Strict). Raises OriginRefused."""
    if method in SAFE_METHODS:
        return
    site, origin = headers.get("sec-fetch-site", ""), headers.get("origin", "")
    if site not in ("", "same-origin", "none") or (origin and origin != setting("BANLI_WEB_ORIGIN")):
        raise OriginRefused()
