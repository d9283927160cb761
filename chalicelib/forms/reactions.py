"""What forms does about its own facts: older records enter new columns and orders; a deleted one is purged in time."""

from datetime import timedelta
from typing import Any

from ..aws import queues
from ..aws.schedules import put_schedule
from ..edge import apart, consumer, worker
from ..edge.observe import logger
from ..kernel.clock import from_text
from ..kernel.errors import BanliError, Contended, Unavailable
from ..kernel.events import Envelope
from ..kernel.loops import try_each
from ..kernel.unit_of_work import UnitOfWork
from . import wiring
from .domain.records import OWN_BIN
from .events import ENTRIES_MISSED, FORM_PUBLISHED, RECORD_DELETED

QUEUE = "reindex"
PURGE = "purge_record"
LATE = timedelta(minutes=1)
"""Clocks differ: a purge that rings early would find a record that is not due."""


@consumer("forms.tend")
def tend_forms(work: UnitOfWork, envelope: Envelope) -> None:
    data = envelope.data
    if envelope.type in (FORM_PUBLISHED, ENTRIES_MISSED):
        if wiring.reindexing().wanted(work, data["form_id"], data["version"]):
            message = {"tenant_id": envelope.tenant_id, "form_id": data["form_id"], "version": data["version"]}
            queues.send(QUEUE, {**message, "after": "", "orders": wiring.reindexing().orders})
    elif envelope.type == RECORD_DELETED:
        payload = {"record_id": data["record_id"], "form_id": data["form_id"]}
        put_schedule(work.actor, purge_name(data["record_id"]), from_text(data["purge_at"]) + LATE, PURGE, payload)


@worker("forms.reindex")
def reindex(work: UnitOfWork, message: dict[str, Any]) -> None:
    """A share, then a message for the next: repeated or late, it does no harm, because it starts from the rows.

    A share that is refused is entered record by record, each by a message of its own, so that the one that cannot be
    entered is alone among the dead letters, and neither the others nor the form's lists wait for it.
    """
    form_id, version = message["form_id"], message["version"]
    if "record_id" in message:
        wiring.reindexing().enter(work, form_id, version, message["record_id"])
        return
    after, orders = message["after"], message.get("orders", ())
    try:
        last = apart(work, lambda own: wiring.reindexing().go_on(own, form_id, version, after, orders))
    except (Contended, Unavailable):
        raise
    except BanliError as refusal:
        if after.startswith(OWN_BIN):
            raise
        logger.warning("share refused", extra={"operation": "forms.reindex", "form": form_id, "reason": refusal.code})
        single, last = wiring.reindexing().pass_over(work, form_id, version, after)
        try_each(single, lambda record_id: queues.send(QUEUE, {**message, "record_id": record_id}))
    if last:
        queues.send(QUEUE, {**message, "after": last})


def purge_name(record_id: str) -> str:
    """Deleting again moves the schedule."""
    return f"{PURGE}-{record_id}"
