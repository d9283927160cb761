"""After a form was published anew: older records are entered into its new list columns and orders."""

from typing import Any

from ..aws import queues
from ..edge import consumer, worker
from ..kernel.events import Envelope
from ..kernel.work import Work
from . import wiring

QUEUE = "reindex"


@consumer("forms.begin_reindex")
def begin_reindex(work: Work, envelope: Envelope) -> None:
    form_id, version = envelope.data["form_id"], envelope.data["version"]
    if wiring.reindexing().wanted(work, form_id, version):
        queues.send(QUEUE, {"tenant_id": envelope.tenant_id, "form_id": form_id, "version": version, "after": ""})


@worker("forms.reindex")
def reindex(work: Work, message: dict[str, Any]) -> None:
    """A share, then a message for the next: repeated or late, it does no harm, because it starts from the rows."""
    last = wiring.reindexing().go_on(work, message["form_id"], message["version"], message["after"])
    if last:
        queues.send(QUEUE, {**message, "after": last})
