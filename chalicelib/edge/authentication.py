"""The port through which the edge learns who is calling; the directory stands behind it.

In three moves, so that authentication shares one batch read with everything else a request needs: `claim` verifies
the cookie's signature without I/O, `prefetch` names the rows that prove it, `actor` judges those rows.
"""

from collections.abc import Iterable, Mapping
from typing import Protocol

from ..kernel.actor import Actor
from ..kernel.extensions import Port, only
from ..kernel.session import Claim, SessionRef
from ..kernel.unit_of_work import Key, UnitOfWork


class Authenticator(Protocol):
    def claim(self, cookies: Mapping[str, str]) -> Claim | None:
        """The claim of the session cookie, or None if there is none or its signature is wrong."""

    def prefetch(self, claim: Claim) -> Iterable[tuple[str, Key]]:
        """(tenant id, key) of every row that `actor` will judge."""

    def actor(self, work: UnitOfWork, claim: Claim, *, ip: str, language: str, correlation_id: str) -> Actor:
        """The actor, from rows now in `work.read`. Raises Unauthenticated. `language` "" means the member's own."""

    def is_usable(self, work: UnitOfWork, session: SessionRef) -> bool:
        """Whether this generation of the session may still be handed out: not ended, not refreshed since."""

    def cookies(self, session: SessionRef | None) -> list[str]:
        """Set-Cookie values that start this session, or end whatever there is (None)."""


__all__ = ["AUTHENTICATOR", "Authenticator", "Claim", "SessionRef", "authenticator"]

AUTHENTICATOR: Port[Authenticator] = Port("edge.authenticator")


def authenticator() -> Authenticator:
    """Raises Misconfigured if nobody, or more than one, says who is calling."""
    return only(AUTHENTICATOR)
