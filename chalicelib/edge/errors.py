"""The one error table: what each kind of failure means over HTTP, in a state machine and on a queue.

No other module holds an HTTP status for a failure. A subclass finds its kind by MRO.
"""

from collections.abc import Mapping
from typing import Any, NamedTuple

from ..kernel import errors as kinds
from ..kernel.errors import BanliError, FieldError
from ..kernel.languages import LANGUAGES
from .messages import join, message


class Malformed(kinds.Invalid):
    """The request cannot even be read: no JSON, no usable header. A kind of the edge's own."""

    code = "body_malformed"


class UnsupportedMedia(kinds.Invalid):
    """The body is of a kind that the API does not read. Params: `content_type`."""

    code = "media_unsupported"


class MethodNotAllowed(kinds.Invalid):
    """The address exists, the method does not. Params: `method`, `allowed`."""

    code = "method_not_allowed"


class InternalError(BanliError):
    """A fault of ours. The caller gets the correlation id, the log the trace."""

    code = "internal"


class Meaning(NamedTuple):
    """`asl` is the error name that a state machine's Retry and Catch see; `retry` whether repeating can help."""

    status: int
    asl: str
    retry: bool


TABLE: dict[type[BanliError], Meaning] = {
    Malformed: Meaning(400, "Invalid", False),
    UnsupportedMedia: Meaning(415, "Invalid", False),
    MethodNotAllowed: Meaning(405, "Invalid", False),
    kinds.Invalid: Meaning(422, "Invalid", False),
    kinds.Unauthenticated: Meaning(401, "Denied", False),
    kinds.Denied: Meaning(403, "Denied", False),
    kinds.NotFound: Meaning(404, "NotFound", False),
    kinds.Stale: Meaning(412, "Conflict", False),
    kinds.Contended: Meaning(503, "Contended", True),
    kinds.Conflict: Meaning(409, "Conflict", False),
    kinds.QuotaExceeded: Meaning(429, "QuotaExceeded", True),
    kinds.TooLarge: Meaning(413, "TooLarge", False),
    kinds.PreconditionRequired: Meaning(428, "Invalid", False),
    kinds.Unavailable: Meaning(503, "Unavailable", True),
    kinds.Misconfigured: Meaning(503, "Misconfigured", False),
    BanliError: Meaning(500, "Internal", True),
}

COME_AGAIN = 1
"""Seconds, told to whoever meets a failure that passes and that has no better idea of when."""

PROBLEM_TYPE = "application/problem+json"


def meaning(error: BanliError) -> Meaning:
    return next(TABLE[kind] for kind in type(error).__mro__ if kind in TABLE)


def retry_after(error: BanliError) -> int | None:
    """Seconds until the same request is worth sending again; None if repeating it helps nobody."""
    told = error.params.get("retry_after")
    if told is not None:
        return int(told)
    found = meaning(error)
    return COME_AGAIN if found.retry and found.status == 503 else None


def problem(error: BanliError, language: str, correlation_id: str) -> dict[str, Any]:
    """The RFC 9457 body of an error, in `zh-CN` or `en`."""
    params = _in_language(error.params, language)
    body: dict[str, Any] = {
        "type": f"urn:banli:error:{error.code}",
        "title": message(error.code, language, params),
        "status": meaning(error).status,
        "code": error.code,
        "correlation_id": correlation_id,
    }
    if params:
        body["params"] = _plain(params)
    if error.fields:
        body["errors"] = [_field(fault, language) for fault in error.fields]
        body["detail"] = join([item["message"] for item in body["errors"][:3]], language)
    return body


def _field(fault: FieldError, language: str) -> dict[str, Any]:
    return {**told(fault, language), "params": _plain(_in_language(dict(fault.params), language))}


def told(fault: FieldError, language: str) -> dict[str, Any]:
    """`{"path", "code", "message"}`: a fault as people read it, in a problem or in what a check answers."""
    params = _in_language(dict(fault.params), language)
    text = message(fault.code, language, {"field": _named(fault.path, language), **params})
    return {"path": fault.path, "code": fault.code, "message": text}


_WHOLE = {"zh-CN": "请求内容", "en": "the request"}


def _named(path: str, language: str) -> str:
    """What a fault is about, where nobody gave it a name: of an entry of a list, the list with its place in it."""
    if not path.strip("/"):
        return _WHOLE.get(language, _WHOLE["en"])
    parts = path.split("/")
    places = len(parts)
    while places > 1 and parts[places - 1].isdecimal():
        places -= 1
    return parts[places - 1] + "".join(f"[{place}]" for place in parts[places:])


def _in_language(params: Mapping[str, Any], language: str) -> dict[str, Any]:
    """A parameter may be a label, `{"zh-CN": …, "en": …}`: the reader gets the text of theirs."""
    return {name: value[language] if _is_label(value) else value for name, value in params.items()}


def _is_label(value: Any) -> bool:
    return isinstance(value, dict) and value.keys() == set(LANGUAGES)


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {str(name): _plain(item) for name, item in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [_plain(item) for item in value]
    return value if isinstance(value, str | int | bool | type(None)) else str(value)
