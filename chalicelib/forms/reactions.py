"""What forms does about its own facts: older records enter new columns and orders; a deleted one is purged in time; and
files that a record's transaction had no room for are tied to it; and so are its entries in lists of children; what is
linked to a deleted or merged record is changed; and records follow what they are linked to.
"""

from datetime import timedelta
from typing import Any

from ..aws.schedules import put_schedule
from ..edge import consumer, worker
from ..kernel.clock import from_text
from ..kernel.events import Envelope
from ..kernel.unit_of_work import UnitOfWork
from . import wiring
from .events import (
    CHILDREN_DEFERRED,
    ENTRIES_MISSED,
    FILES_DEFERRED,
    FORM_PUBLISHED,
    RECORD_DELETED,
    RECORD_LAGS,
    RECORD_MERGED,
    SOURCE_CHANGED,
)
from .job_kinds import enter_balances, enter_duplicates, merge, recount, restage, unlink
from .job_kinds import follow as following
from .job_kinds import reindex as reindexing
from .wiring import merging

PURGE = "purge_record"
LATE = timedelta(minutes=1)
"""Clocks differ: a purge that rings early would find a record that is not due."""


@consumer("forms.tend")
def tend_forms(work: UnitOfWork, envelope: Envelope) -> None:
    data = envelope.data
    if envelope.type in (FORM_PUBLISHED, ENTRIES_MISSED):
        reindexing.start_if_wanted(work, data["form_id"], data["version"])
        recount.start_if_wanted(work, data["form_id"], data["version"])
        if envelope.type == FORM_PUBLISHED:
            following.start_if_wanted(work, data["form_id"], data["version"], data["name"])
            restage.start_if_wanted(work, data["form_id"], data["version"])
            enter_balances.start_if_wanted(work, data["form_id"], data["version"])
            enter_duplicates.start_if_wanted(work, data["form_id"], data["version"])
    elif envelope.type == SOURCE_CHANGED:
        following.start_for_source(work, data["form_id"], data["record_id"], data["title"], data["fields"])
    elif envelope.type == RECORD_LAGS:
        if not merging.moving().settle_links(work, data["record_id"]):
            wiring.following().follow(work, data["record_id"])
    elif envelope.type == FILES_DEFERRED:
        wiring.attachments().tie_deferred(work, data["record_id"], data["files"])
    elif envelope.type == CHILDREN_DEFERRED:
        wiring.enter_children(work, data["record_id"], data["places"])
    elif envelope.type in (RECORD_DELETED, RECORD_MERGED):
        payload = {"record_id": data["record_id"], "form_id": data["form_id"]}
        put_schedule(work.actor, purge_name(data["record_id"]), from_text(data["purge_at"]) + LATE, PURGE, payload)
        (unlink if envelope.type == RECORD_DELETED else merge).start_if_left(work, **payload)


@consumer("forms.roll_up")
def roll_up(work: UnitOfWork, envelope: Envelope) -> None:
    """A record that changed counts anew wherever it links to, if something is rolled up of its form."""
    if "record_id" in envelope.data and "form_id" in envelope.data:
        wiring.recounting().settle(work, envelope.data["record_id"], envelope.data["form_id"])


@worker("forms.reindex")
def reindex(work: UnitOfWork, message: dict[str, Any]) -> None:
    """Messages of the release before jobs, of which some may still be in their queue: the job does what they ask for.
    One for a single record names one that its share was refused for; it is entered by itself.
    """
    if "record_id" in message:
        wiring.reindexing().enter(work, message["form_id"], message["version"], message["record_id"])
    else:
        reindexing.start_if_wanted(work, message["form_id"], message["version"])


def purge_name(record_id: str) -> str:
    """Deleting again moves the schedule."""
    return f"{PURGE}-{record_id}"
