"""The event envelope: a fact in the past tense that other contexts and the tenant's own systems may hear."""

from dataclasses import dataclass, field
from typing import Any, NamedTuple

from .codec import Codec


class Event(NamedTuple):
    """`type` is `<context>.<Fact>` (`flows.TaskDecided`); `data` holds JSON values and ids, never a secret."""

    type: str
    data: dict[str, Any]
    version: int = 1
    subject: str = ""
    """Id of the thing that it is about: what a reader groups by."""


@dataclass(frozen=True, slots=True)
class Envelope:
    """An event as it travels. `depth` counts how many events caused each other: consumers refuse loops beyond 16."""

    id: str
    type: str
    version: int
    tenant_id: str
    actor_id: str
    occurred_at: str
    correlation_id: str
    causation_id: str
    depth: int
    subject: str
    data: dict[str, Any] = field(default_factory=dict)


ENVELOPES = Codec(Envelope)


def read_envelope(doc: dict[str, Any]) -> Envelope:
    """Of any release: while one is rolled out, events of both are on the bus."""
    return ENVELOPES.load(doc)
