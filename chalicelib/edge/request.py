"""What a route receives and what it answers."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from ..kernel.actor import Actor
from ..kernel.page import Page
from ..kernel.unit_of_work import UnitOfWork
from .authentication import SessionRef


class SignedOut(Enum):
    SIGNED_OUT = "signed_out"


SIGNED_OUT = SignedOut.SIGNED_OUT
"""`Response(session=SIGNED_OUT)` clears the cookies."""


@dataclass(frozen=True, slots=True)
class Request:
    """One request, authenticated, authorised and validated. `version` is the number of If-Match."""

    work: UnitOfWork
    body: dict[str, Any]
    query: dict[str, Any]
    headers: Mapping[str, str]
    version: int | None = None

    @property
    def actor(self) -> Actor:
        return self.work.actor

    @property
    def ip(self) -> str:
        return self.work.actor.ip

    @property
    def language(self) -> str:
        return self.work.actor.language


@dataclass(frozen=True, slots=True)
class Response:
    """`version` becomes the ETag; `status` None means what the endpoint declares.

    `once` joins the body of this answer but not of the stored one: a secret that is shown a single time must not lie
    in the idempotency row, so a repeated POST answers without it.
    """

    body: dict[str, Any] | None = None
    status: int | None = None
    version: int | None = None
    session: SessionRef | SignedOut | None = None
    headers: dict[str, str] = field(default_factory=dict)
    once: dict[str, Any] = field(default_factory=dict)

    @classmethod
    def page(cls, page: Page[dict[str, Any]]) -> "Response":
        return cls({"items": list(page.items), "next_cursor": page.next_cursor})
