"""The kinds of failure, and the stable codes under them.

A context subclasses a *kind* and sets `code`; `edge` maps the kind, by MRO, to an HTTP status, an ASL error name
and to "retry" or "dead-letter". The message of a code stands in the context's `messages.json`, in zh-CN and en.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, ClassVar, NamedTuple

from .languages import Label


class Named(str):
    """A param of a message that people know by another name than programs do.

    As text it is what programs read: a field's id, `number`. The message says, in the reader's language, its `label`,
    or what messages.json has under `code`, or its `parts` with `between` in between.
    """

    label: Label
    code: str
    parts: tuple["Named", ...]
    between: str

    def __new__(
        cls, value: str, label: Label = "", *, code: str = "", parts: tuple["Named", ...] = (), between: str = ""
    ) -> "Named":
        named = super().__new__(cls, value)
        named.label, named.code, named.parts, named.between = label, code, parts, between
        return named


class FieldError(NamedTuple):
    """One fault of one input field: JSON pointer, stable code, and what the message needs to name."""

    path: str
    code: str
    params: tuple[tuple[str, Any], ...] = ()

    @classmethod
    def of(cls, path: str, code: str, **params: Any) -> "FieldError":
        return cls(path, code, tuple(sorted(params.items())))


class BanliError(Exception):
    """Root of every expected failure. `params` fill the translated message; `fields` name the faulty inputs."""

    code: ClassVar[str] = "error"
    keeps_work: ClassVar[bool] = False
    """True where the refusal itself must be written down (a failed sign-in is counted, though it fails)."""

    def __init__(self, *, fields: tuple[FieldError, ...] | list[FieldError] = (), **params: Any) -> None:
        super().__init__(self.code, params)
        self.fields = tuple(fields)
        self.params = params


class Invalid(BanliError):
    """The input breaks a rule; the caller can mend it."""

    code = "invalid"


class Faults:
    """What several checks find, so that one answer names all of it: `with faults.noted(): check()`, then `settle`."""

    def __init__(self) -> None:
        self._found: list[Invalid] = []

    @contextmanager
    def noted(self) -> Iterator[None]:
        try:
            yield
        except Invalid as fault:
            self._found.append(fault)

    def settle(self) -> None:
        """Raises the one fault as it is, of several an Invalid with the fields of all."""
        if len(self._found) == 1:
            raise self._found[0]
        if self._found:
            raise Invalid(fields=[field for fault in self._found for field in fault.fields])


class Unauthenticated(BanliError):
    """Nobody is signed in, or no longer."""

    code = "unauthenticated"


class Denied(BanliError):
    """Known person, not allowed."""

    code = "denied"


class NotFound(BanliError):
    """Not there, or not yours: the two answers are the same on purpose, so that nobody senses another tenant."""

    code = "not_found"


class Conflict(BanliError):
    """The state of the thing refuses the request."""

    code = "conflict"


class Stale(Conflict):
    """If-Match names a version that is no longer the newest."""

    code = "stale"


class Contended(Conflict):
    """Somebody else's write came first. Nothing was written, so the edge runs the operation again."""

    code = "contended"


class QuotaExceeded(BanliError):
    """A limit of plan, rate or abuse protection. `retry_after` (seconds) in params if waiting helps."""

    code = "quota_exceeded"


class TooLarge(BanliError):
    """More than an item, a transaction or a request may carry."""

    code = "too_large"


class PreconditionRequired(BanliError):
    """If-Match or Idempotency-Key is missing."""

    code = "precondition_required"


class Unavailable(BanliError):
    """A service below did not answer; safe to repeat with the same Idempotency-Key."""

    code = "unavailable"


class Misconfigured(BanliError):
    """A variable or secret is missing: refuse, never guess."""

    code = "misconfigured"
