"""A webhook: an address of the tenant, the event types that it wants, and whether it still gets them."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from ...kernel.actor import Actor
from ...kernel.errors import Conflict, Denied, FieldError, Invalid, QuotaExceeded

MAX_WEBHOOKS = 10
OVERLAP = timedelta(hours=24)
"""How long the secret before the current one signs too, so that a receiver can change over without a gap."""
PATIENCE = timedelta(days=5)
"""A webhook that has failed for so long without one success is switched off."""


READ_ALL = "records.read_all"
TELLS_OF_RECORDS = ("forms", "flows")
"""Contexts whose events name records of every form, with titles, decisions and opinions."""


class Off(StrEnum):
    """Why a webhook gets nothing. `NO` is a webhook that is on."""

    NO = ""
    BY_MEMBER = "by_member"
    GONE = "gone"
    FAILING = "failing"


class WebhookInvalid(Invalid):
    code = "webhook_invalid"


class WebhookOff(Conflict):
    """Nothing is sent to a webhook that is switched off; switch it on first."""

    code = "webhook_off"


class BeyondOwnRights(Denied):
    """A webhook would be told of records that whoever sets it up may not read."""

    code = "webhook_beyond_own_rights"


class TooManyWebhooks(QuotaExceeded):
    code = "too_many_webhooks"


@dataclass(frozen=True, slots=True)
class Settings:
    """What a member may set. `event_types` holds exact types and `<context>.*`."""

    url: str
    event_types: tuple[str, ...]
    description: str = ""
    enabled: bool = True


@dataclass(frozen=True, slots=True)
class Webhook:
    """`generation` numbers the signing secret, which is derived from it and stored nowhere; the one before signs too
    until `overlap_until`. `host` is the host of `url` in lower case.
    """

    id: str
    url: str
    host: str
    event_types: tuple[str, ...]
    description: str
    off: Off
    generation: int
    overlap_until: datetime | None
    created_by: str
    created_at: datetime
    updated_at: datetime
    version: int = 0

    def wants(self, event_type: str) -> bool:
        context = event_type.partition(".")[0]
        return not self.off and (event_type in self.event_types or f"{context}.*" in self.event_types)

    def generations(self, now: datetime) -> tuple[int, ...]:
        """Of the secrets that sign at this moment, the newest first."""
        if self.overlap_until is not None and now < self.overlap_until:
            return (self.generation, self.generation - 1)
        return (self.generation,)


def new_webhook(webhook_id: str, settings: Settings, host: str, member_id: str, now: datetime) -> Webhook:
    return Webhook(
        id=webhook_id,
        url=settings.url,
        host=host,
        event_types=settings.event_types,
        description=settings.description,
        off=Off.NO if settings.enabled else Off.BY_MEMBER,
        generation=1,
        overlap_until=None,
        created_by=member_id,
        created_at=now,
        updated_at=now,
    )


def changed(webhook: Webhook, settings: Settings, host: str, now: datetime) -> Webhook:
    """The webhook with new settings. Another host gets another secret at once, without overlap: whoever receives
    there must not be able to forge what the host before would take for ours.
    """
    off = Off.NO if settings.enabled else webhook.off or Off.BY_MEMBER
    after = replace(
        webhook,
        url=settings.url,
        host=host,
        event_types=settings.event_types,
        description=settings.description,
        off=off,
        updated_at=now,
    )
    if host == webhook.host:
        return after
    return replace(after, generation=webhook.generation + 1, overlap_until=None)


def rotated(webhook: Webhook, now: datetime) -> Webhook:
    """The next secret, with the present one beside it for 24 hours; one still older ends now."""
    return replace(webhook, generation=webhook.generation + 1, overlap_until=now + OVERLAP, updated_at=now)


def switched_off(webhook: Webhook, why: Off, now: datetime) -> Webhook:
    return replace(webhook, off=why, updated_at=now)


def check_event_types(wanted: tuple[str, ...], known: Collection[str]) -> None:
    """Raises WebhookInvalid for a type or a `<context>.*` that the catalogue does not have."""
    every = {*known, *(f"{name.partition('.')[0]}.*" for name in known)}
    faults = [
        FieldError.of(f"/event_types/{place}", "event_type_unknown", value=name)
        for place, name in enumerate(wanted)
        if name not in every
    ]
    if faults:
        raise WebhookInvalid(fields=faults)


def needed_right(event_type: str) -> str:
    """The permission that subscribing to a type (or to `<context>.*`) needs beside that to manage webhooks, or ""."""
    return READ_ALL if event_type.partition(".")[0] in TELLS_OF_RECORDS else ""


def check_reach(actor: Actor, before: Webhook | None, after: Webhook) -> None:
    """Nobody sends out what they may not read: neither new types, nor old ones to another address, nor again.

    Raises BeyondOwnRights, which names the types.
    """
    if after.off:
        return
    same_way = before is not None and not before.off and before.url == after.url
    known = before.event_types if before is not None and same_way else ()
    faults = [
        FieldError.of(f"/event_types/{place}", "event_type_needs_right", value=name)
        for place, name in enumerate(after.event_types)
        if name not in known and (right := needed_right(name)) and not actor.may(right)
    ]
    if faults:
        raise BeyondOwnRights(fields=faults)
