"""From the table to the bus: the stream relays outbox rows as they appear, a sweep sends what the stream lost.

A row is deleted once it is published, so what is left is what is not yet sent. Publishing twice is harmless
(consumers are idempotent by event id); publishing never is what both paths together exclude.
"""

import json
from datetime import datetime, timedelta
from typing import Any, Protocol

from ..kernel.clock import utc_now
from ..kernel.errors import Unavailable
from ..kernel.ids import new_ordered_id
from ..kernel.work import OUTBOX, Key, Work
from .clients import client
from .settings import setting
from .table import table

SOURCE = "banli"
BATCH = 10
OVERDUE = timedelta(minutes=2)


class Bus(Protocol):
    """The one call of EventBridge that is needed here."""

    def put_events(self, *, Entries: list[dict[str, Any]]) -> dict[str, Any]: ...  # noqa: N803 - boto3's spelling


def relay(event: dict[str, Any], bus: Bus | None = None) -> dict[str, Any]:
    """Stream records (NEW_IMAGE) → bus. Answers the failed ones by sequence number, so only they are repeated."""
    records = [record for record in event["Records"] if record.get("eventName") == "INSERT"]
    found = []
    for record in records:
        image = record["dynamodb"]["NewImage"]
        if image["kind"]["S"] == OUTBOX:
            found.append((record["dynamodb"]["SequenceNumber"], json.loads(image["doc"]["S"])))
    failed = publish([envelope for _, envelope in found], bus)
    return {"batchItemFailures": [{"itemIdentifier": number} for number, doc in found if doc["id"] in failed]}


def sweep(work: Work, now: datetime) -> int:
    """Publish what has waited longer than OVERDUE in this work's tenant; how many rows that were."""
    until = new_ordered_id(now - OVERDUE)
    rows = table().query(work, OUTBOX, end=until, limit=100).items
    failed = publish([row.doc for row in rows])
    if failed:
        raise Unavailable(service="events")
    return len(rows)


def publish(envelopes: list[dict[str, Any]], bus: Bus | None = None) -> set[str]:
    """Put envelopes on the bus and forget their rows; the ids of those that the bus did not take."""
    failed: set[str] = set()
    for first in range(0, len(envelopes), BATCH):
        chunk = envelopes[first : first + BATCH]
        reply = (bus or client("events")).put_events(Entries=[_entry(envelope) for envelope in chunk])
        for envelope, answer in zip(chunk, reply["Entries"], strict=True):
            if answer.get("ErrorCode"):
                failed.add(envelope["id"])
            else:
                table().forget(envelope["tenant_id"], Key(OUTBOX, envelope["id"]))
    return failed


def _entry(envelope: dict[str, Any]) -> dict[str, Any]:
    return {
        "Source": SOURCE,
        "DetailType": envelope["type"],
        "Detail": json.dumps(envelope, ensure_ascii=False),
        "EventBusName": setting("BANLI_BUS"),
        "Time": utc_now(),
    }
