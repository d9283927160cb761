"""What forms does about its own facts: older records enter new columns and orders; a deleted one is purged in time."""

from datetime import timedelta
from typing import Any

from ..aws import queues
from ..aws.schedules import put_schedule
from ..edge import consumer, worker
from ..kernel.clock import from_text
from ..kernel.events import Envelope
from ..kernel.work import Work
from . import wiring
from .events import ENTRIES_MISSED, FORM_PUBLISHED, RECORD_DELETED

QUEUE = "reindex"
PURGE = "purge_record"
LATE = timedelta(minutes=1)
"""Clocks differ: a purge that rings early would find a record that is not due."""


@consumer("forms.tend")
def tend_forms(work: Work, envelope: Envelope) -> None:
    data = envelope.data
    if envelope.type in (FORM_PUBLISHED, ENTRIES_MISSED):
        if wiring.reindexing().wanted(work, data["form_id"], data["version"]):
            message = {"tenant_id": envelope.tenant_id, "form_id": data["form_id"], "version": data["version"]}
            queues.send(QUEUE, {**message, "after": "", "orders": wiring.reindexing().orders})
    elif envelope.type == RECORD_DELETED:
        payload = {"record_id": data["record_id"], "form_id": data["form_id"]}
        put_schedule(work.actor, purge_name(data["record_id"]), from_text(data["purge_at"]) + LATE, PURGE, payload)


@worker("forms.reindex")
def reindex(work: Work, message: dict[str, Any]) -> None:
    """A share, then a message for the next: repeated or late, it does no harm, because it starts from the rows."""
    orders = message.get("orders", ())
    last = wiring.reindexing().go_on(work, message["form_id"], message["version"], message["after"], orders)
    if last:
        queues.send(QUEUE, {**message, "after": last})


def purge_name(record_id: str) -> str:
    """Deleting again moves the schedule."""
    return f"{PURGE}-{record_id}"
