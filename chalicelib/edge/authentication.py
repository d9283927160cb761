"""The port through which the edge learns who is calling; the directory stands behind it, wired in `app.py`.

In three moves, so that authentication shares one batch read with everything else a request needs: `claim` verifies
the cookie's signature without I/O, `needs` names the rows that prove it, `actor` judges those rows.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Protocol

from ..kernel.actor import Actor
from ..kernel.errors import Misconfigured
from ..kernel.session import Claim, SessionRef
from ..kernel.unit_of_work import Key, UnitOfWork


class Authenticator(Protocol):
    def claim(self, cookies: Mapping[str, str]) -> Claim | None:
        """The claim of the session cookie, or None if there is none or its signature is wrong."""

    def needs(self, claim: Claim) -> Iterable[tuple[str, Key]]:
        """(tenant id, key) of every row that `actor` will judge."""

    def actor(self, work: UnitOfWork, claim: Claim, *, ip: str, language: str, correlation_id: str) -> Actor:
        """The actor, from rows now in `work.read`. Raises Unauthenticated. `language` "" means the member's own."""

    def is_usable(self, work: UnitOfWork, session: SessionRef) -> bool:
        """Whether this generation of the session may still be handed out: not ended, not refreshed since."""

    def cookies(self, session: SessionRef | None) -> list[str]:
        """Set-Cookie values that start this session, or end whatever there is (None)."""


__all__ = ["Authenticator", "Claim", "SessionRef", "authenticator", "use_authenticator"]

_factory: list[Callable[[], Authenticator]] = []


def use_authenticator(factory: Callable[[], Authenticator]) -> None:
    """Called once by the composition root; the factory runs on the first request, not at import."""
    _factory[:] = [factory]


def authenticator() -> Authenticator:
    if not _factory:
        raise Misconfigured(name="authenticator")
    return _factory[0]()
