"""The change log of a tenant: what happened to its records, numbered without gaps, for readers that ask "what since?".

An event that tells of a record's change (its data has `change` and `record_id`) is entered once it is on the
bus: in one transaction its outbox row goes, its entry comes under the next number, and the head of the log keeps that
number. So however often the stream repeats an event, it is entered once; and since no number is visible before those
below it, a reader that has read up to a number has missed nothing (docs/adr/0017). Numbers follow the order in
which entries were made. Two changes of one record that were committed at almost the same moment may be entered the
other way round: their `version` tells.
"""

import random
import time
from collections.abc import Iterable, Sequence
from datetime import timedelta
from typing import Any, NamedTuple

from ..kernel.actor import system_actor
from ..kernel.clock import utc_now
from ..kernel.codec import Codec
from ..kernel.errors import Conflict, Contended
from ..kernel.unit_of_work import OUTBOX, Key, Row, UnitOfWork
from .table import table

PARTITION = "changelog"
HEAD = Key("changelog_head", "state")
KEEPS = timedelta(days=30)
SHARE = 45
"""Entries of one transaction: each is two rows of it."""
TRIES = 12
FIRST_PAUSE, LONGEST_PAUSE = 0.02, 1.0
"""Seconds at most before the next try; who relays the same tenant's events at once writes the same head."""
DIGITS = 14
PAGE = 100


class ChangesExpired(Conflict):
    """What follows the number is not kept any more: read everything anew, then go on from the head of the log."""

    code = "changes_expired"


class Change(NamedTuple):
    """`change` is created, updated, state, deleted, restored or merged; `version` the record's, `id` the event's."""

    number: int
    id: str
    change: str
    record_id: str
    form_id: str
    version: int
    at: str
    by: str = ""


class Changes(NamedTuple):
    """`last` is the number to go on after."""

    items: tuple[Change, ...]
    last: int


CHANGES = Codec(Change, outside=("number",))


class _Gone(Conflict):
    """The outbox row is not there any more: its event has been entered, or was forgotten."""


def is_change(envelope: dict[str, Any]) -> bool:
    return "change" in envelope["data"] and "record_id" in envelope["data"]


def enter(tenant_id: str, envelopes: Iterable[dict[str, Any]]) -> None:
    """Let entries take the place of the outbox rows of these events. Raises Contended, Unavailable: enter them again;
    those that are entered already are passed over.
    """
    waiting = list({envelope["id"]: envelope for envelope in envelopes}.values())
    for first in range(0, len(waiting), SHARE):
        _enter(tenant_id, waiting[first : first + SHARE])


def _enter(tenant_id: str, share: Sequence[dict[str, Any]]) -> None:
    pause = FIRST_PAUSE
    for attempt in range(TRIES):
        try:
            table().commit(_entering(tenant_id, share))
        except _Gone:
            share = _waiting(tenant_id, share)
        except Contended:
            if attempt == TRIES - 1:
                raise
            time.sleep(random.uniform(0, pause))  # noqa: S311 - jitter, not a secret
            pause = min(LONGEST_PAUSE, 2 * pause)
        else:
            return
    raise Contended()


def _entering(tenant_id: str, share: Sequence[dict[str, Any]]) -> UnitOfWork:
    work = UnitOfWork(system_actor(tenant_id), utc_now())
    if not share:
        return work
    head = table().get(work, HEAD)
    before = head.doc["last"] if head else 0
    expires_at = int((work.now + KEEPS).timestamp())
    for number, envelope in enumerate(share, start=before + 1):
        change = _change(number, envelope)
        work.remove(Row(Key(OUTBOX, change.id), OUTBOX, {}, 1), refusal=_Gone())
        work.create(_key(number), "change", CHANGES.dump(change), expires_at=expires_at)
    now = {"last": before + len(share)}
    if head is None:
        work.create(HEAD, "changelog_head", now)
    else:
        work.replace(head, now)
    return work


def _waiting(tenant_id: str, share: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Those whose outbox rows are still there."""
    work = UnitOfWork(system_actor(tenant_id), utc_now())
    rows = table().get_many(work, [Key(OUTBOX, envelope["id"]) for envelope in share])
    return [envelope for envelope in share if rows[Key(OUTBOX, envelope["id"])] is not None]


def read(work: UnitOfWork, after: int | None, limit: int = PAGE) -> Changes:
    """What happened after the number, oldest first; None begins with the oldest that is kept. The same `last` again is
    the end for now. Raises ChangesExpired.
    """
    found = _read(work, after, limit)
    if found or not after:
        return Changes(found, found[-1].number if found else after or 0)
    if head(work) > after:
        # The head may have moved since the entries were read, so they are read once more.
        found = _read(work, after, limit)
        if not found:
            raise ChangesExpired()
    return Changes(found, found[-1].number if found else after)


def head(work: UnitOfWork) -> int:
    """The newest number; 0 while nothing was entered."""
    work.read.pop((work.actor.tenant_id, HEAD), None)
    row = table().get(work, HEAD)
    return int(row.doc["last"]) if row else 0


def _read(work: UnitOfWork, after: int | None, limit: int) -> tuple[Change, ...]:
    """Up to the first number that is missing: numbers have no gaps, so it has expired."""
    place = _key(after).sort if after is not None else None
    rows = table().stretch(work, PARTITION, after=place, limit=limit).rows
    found = [CHANGES.load(row.doc, number=int(row.key.sort)) for row in rows]
    if found and after is not None and found[0].number != after + 1:
        raise ChangesExpired()
    whole = [each for place, each in enumerate(found) if each.number == found[0].number + place]
    return tuple(whole)


def _change(number: int, envelope: dict[str, Any]) -> Change:
    data = envelope["data"]
    return Change(
        number,
        envelope["id"],
        data["change"],
        data["record_id"],
        data["form_id"],
        data["version"],
        envelope["occurred_at"],
        envelope["actor_id"],
    )


def _key(number: int) -> Key:
    return Key(PARTITION, f"{number:0{DIGITS}d}")
