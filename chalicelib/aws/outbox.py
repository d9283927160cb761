"""From the table to the bus: the stream relays outbox rows as they appear, a sweep sends what the stream lost.

A row is deleted once it is published, or, if it tells of a record's change, gives way to an entry of the change log;
so what is left is what is not yet sent. Publishing twice is harmless
(consumers are idempotent by event id); publishing never is what both paths together exclude.
"""

import json
import logging
from collections import defaultdict
from datetime import datetime, timedelta
from typing import Any, Protocol

from botocore.exceptions import BotoCoreError, ClientError

from ..kernel.clock import utc_now
from ..kernel.errors import Contended, Unavailable
from ..kernel.ids import new_ordered_id
from ..kernel.page import MAX_PAGE
from ..kernel.unit_of_work import OUTBOX, Key, UnitOfWork
from . import changelog
from .clients import client
from .listeners import listeners_of
from .settings import setting
from .table import table

logger = logging.getLogger("banli")

SOURCE = "banli"
BATCH = 10
OVERDUE = timedelta(minutes=2)
SWEPT_PAGES = 20
"""For one company at a time; what is behind them is swept five minutes later."""


class Bus(Protocol):
    """The one call of EventBridge that is needed here."""

    def put_events(self, *, Entries: list[dict[str, Any]]) -> dict[str, Any]: ...  # noqa: N803 - boto3's spelling


def relay(event: dict[str, Any], bus: Bus | None = None) -> dict[str, Any]:
    """Stream records → bus. Answers the failed ones by sequence number, so that only they are repeated."""
    records = [record for record in event["Records"] if record.get("eventName") == "INSERT"]
    found = []
    for record in records:
        image = record["dynamodb"]["NewImage"]
        if image["kind"]["S"] == OUTBOX:
            found.append((record["dynamodb"]["SequenceNumber"], json.loads(image["doc"]["S"])))
    failed = publish([envelope for _, envelope in found], bus)
    return {"batchItemFailures": [{"itemIdentifier": number} for number, doc in found if doc["id"] in failed]}


def sweep(work: UnitOfWork, now: datetime, bus: Bus | None = None, limit: int = MAX_PAGE) -> int:
    """Publish what has waited longer than OVERDUE in this work's tenant, page by page, also behind what the bus does
    not take; how many rows were looked at. Raises Unavailable if some are left.
    """
    until = new_ordered_id(now - OVERDUE)
    failed: set[str] = set()
    looked, after = 0, None
    for _ in range(SWEPT_PAGES):
        page = table().query(work, OUTBOX, end=until, limit=limit, after=after)
        failed |= publish([row.doc for row in page.items], bus)
        looked, after = looked + len(page.items), page.next_cursor
        if after is None:
            break
    if failed:
        raise Unavailable(service="events")
    return looked


def publish(envelopes: list[dict[str, Any]], bus: Bus | None = None) -> set[str]:
    """Put envelopes on the bus, enter changes into their log, and forget the rows; the ids of those that failed."""
    failed: set[str] = set()
    listeners = {tenant_id: listeners_of(tenant_id) for tenant_id in {each["tenant_id"] for each in envelopes}}
    marked = [{**each, "listeners": listeners[each["tenant_id"]]} for each in envelopes]
    for first in range(0, len(marked), BATCH):
        failed |= _publish(marked[first : first + BATCH], bus or client("events"))
    sent = [envelope for envelope in envelopes if envelope["id"] not in failed]
    changes: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    for envelope in sent:
        if changelog.is_change(envelope):
            changes[envelope["tenant_id"]].append(envelope)
        elif not _forgotten(envelope):
            failed.add(envelope["id"])
    for tenant_id, told in changes.items():
        if not _entered(tenant_id, told):
            failed |= {envelope["id"] for envelope in told}
    return failed


def _publish(chunk: list[dict[str, Any]], bus: Bus) -> set[str]:
    """A request that is refused as a whole (one entry too large, or all together) is made anew for each entry."""
    try:
        answers = bus.put_events(Entries=[_entry(envelope) for envelope in chunk])["Entries"]
    except (BotoCoreError, ClientError) as error:
        if len(chunk) > 1:
            return {name for envelope in chunk for name in _publish([envelope], bus)}
        answers = [{"ErrorCode": str(error)}]
    failed = set()
    for envelope, answer in zip(chunk, answers, strict=True):
        if answer.get("ErrorCode"):
            told = {"event_id": envelope["id"], "tenant": envelope["tenant_id"], "reason": answer["ErrorCode"]}
            logger.error("event not published", extra=told)
            failed.add(envelope["id"])
    return failed


def _entered(tenant_id: str, told: list[dict[str, Any]]) -> bool:
    """Whether the log has them. Those that it lacks are published once more, which harms nobody, and entered then."""
    try:
        changelog.enter(tenant_id, told)
    except (Contended, Unavailable):
        logger.warning("changes not entered", extra={"tenant": tenant_id, "count": len(told)})
        return False
    return True


def _forgotten(envelope: dict[str, Any]) -> bool:
    """Whether the row of a published event is gone. One that stays is published once more, which harms nobody."""
    try:
        table().forget(envelope["tenant_id"], Key(OUTBOX, envelope["id"]))
    except Unavailable:
        return False
    return True


def _entry(envelope: dict[str, Any]) -> dict[str, Any]:
    return {
        "Source": SOURCE,
        "DetailType": envelope["type"],
        "Detail": json.dumps(envelope, ensure_ascii=False),
        "EventBusName": setting("BANLI_BUS"),
        "Time": utc_now(),
    }
