"""Rows of integrations.

`webhooks/<id>` the subscription · `webhook_count/all` guards their number · `webhook_health/<id>` since when nothing
has got through (apart from the subscription, so that deliveries do not make an editor's If-Match stale) ·
`deliveries#<webhook>/<event id>` the log with the body that is sent, in order of time because event ids are ·
`deliveries_failed#<webhook>/<event id>` the failed ones again, as a list of its own ·
`delivery_slots/<n>` an attempt that is being made, until when at most.
"""

from datetime import datetime

from ..aws.table import table
from ..kernel.clock import from_text, to_text
from ..kernel.codec import Codec
from ..kernel.page import Page
from ..kernel.unit_of_work import Key, Row, UnitOfWork
from .domain.deliveries import KEEPS, LEASE, SLOTS, Attempt, Delivery, State
from .domain.webhooks import MAX_WEBHOOKS, TooManyWebhooks, Webhook

WEBHOOKS = "webhooks"
COUNT = Key("webhook_count", "all")

HOOKS = Codec(Webhook, outside=("id", "version"))
DELIVERIES = Codec(
    Delivery,
    outside=("id", "webhook_id", "version"),
    parts={Attempt: Codec(Attempt, positional=True)},
)


class WebhookRepository:
    def get(self, work: UnitOfWork, webhook_id: str) -> Webhook | None:
        row = table().get(work, Key(WEBHOOKS, webhook_id))
        return _webhook(row) if row else None

    def every(self, work: UnitOfWork) -> list[Webhook]:
        return [_webhook(row) for row in table().every(work, WEBHOOKS)]

    def has_any(self, work: UnitOfWork) -> bool:
        """Also if all of them are switched off."""
        row = table().get(work, COUNT)
        return row is not None and row.doc["total"] > 0

    def add(self, work: UnitOfWork, webhook: Webhook) -> None:
        """Raises TooManyWebhooks. Of two additions at once the second counts again."""
        self._count(work, 1)
        work.create(Key(WEBHOOKS, webhook.id), "webhook", HOOKS.dump(webhook))

    def change(self, work: UnitOfWork, webhook: Webhook) -> None:
        work.replace(self._row(work, webhook), HOOKS.dump(webhook))

    def remove(self, work: UnitOfWork, webhook: Webhook) -> None:
        self._count(work, -1)
        work.remove(self._row(work, webhook))
        work.unindex(_health_key(webhook.id))

    def failing_since(self, work: UnitOfWork, webhook_id: str) -> datetime | None:
        row = table().get(work, _health_key(webhook_id))
        return from_text(row.doc["failing_since"]) if row else None

    def mark_failing(self, work: UnitOfWork, webhook_id: str) -> None:
        work.index(_health_key(webhook_id), {"failing_since": work.at}, kind="webhook_health")

    def mark_healthy(self, work: UnitOfWork, webhook_id: str) -> None:
        work.unindex(_health_key(webhook_id))

    def _row(self, work: UnitOfWork, webhook: Webhook) -> Row:
        """The row that the webhook was read from: the work's snapshot still has it."""
        key = Key(WEBHOOKS, webhook.id)
        row = table().get(work, key)
        return row if row is not None else Row(key, "webhook", {}, webhook.version)

    def _count(self, work: UnitOfWork, step: int) -> None:
        row = table().get(work, COUNT)
        total = (row.doc["total"] if row else 0) + step
        if total > MAX_WEBHOOKS:
            raise TooManyWebhooks(limit=MAX_WEBHOOKS)
        if row is None:
            work.create(COUNT, "webhook_count", {"total": total})
        else:
            work.replace(row, {"total": total})


class SlotRepository:
    """A company may have SLOTS attempts under way. Of two that take the same slot at once, one chooses again."""

    def take(self, work: UnitOfWork) -> int | None:
        keys = [_slot_key(slot) for slot in range(SLOTS)]
        rows = table().get_many(work, keys)
        free = [slot for slot, key in enumerate(keys) if _is_over(rows[key], work.now)]
        if not free:
            return None
        slot = free[hash(work.operation_id) % len(free)]
        row, until = rows[keys[slot]], work.now + LEASE
        doc, expires_at = {"until": to_text(until)}, int(until.timestamp())
        if row is None:
            work.create(keys[slot], "delivery_slot", doc, expires_at=expires_at)
        else:
            work.replace(row, doc, expires_at=expires_at)
        return slot

    def free(self, work: UnitOfWork, slot: int) -> None:
        work.unindex(_slot_key(slot))


class DeliveryRepository:
    def get(self, work: UnitOfWork, webhook_id: str, delivery_id: str) -> Delivery | None:
        row = table().get(work, Key(_log(webhook_id), delivery_id))
        return _delivery(webhook_id, row) if row else None

    def put(self, work: UnitOfWork, delivery: Delivery) -> None:
        """Write the delivery and keep the list of failed ones with it."""
        key = Key(_log(delivery.webhook_id), delivery.id)
        failed = Key(_failed(delivery.webhook_id), delivery.id)
        row = table().get(work, key)
        doc, expires_at = DELIVERIES.dump(delivery), int((work.now + KEEPS).timestamp())
        if row is None:
            work.create(key, "delivery", doc, expires_at=expires_at)
        else:
            work.replace(row, doc, expires_at=expires_at)
        if delivery.state is State.FAILED:
            work.index(failed, {**doc, "body": ""}, expires_at=expires_at)
        elif row is not None and row.doc["state"] == State.FAILED:
            work.unindex(failed)

    def page(
        self, work: UnitOfWork, webhook_id: str, *, failed: bool, limit: int, cursor: str | None
    ) -> Page[Delivery]:
        partition = _failed(webhook_id) if failed else _log(webhook_id)
        rows = table().query(work, partition, newest_first=True, limit=limit, after=cursor)
        return rows.map(lambda row: _delivery(webhook_id, row))


def _log(webhook_id: str) -> str:
    return f"deliveries#{webhook_id}"


def _failed(webhook_id: str) -> str:
    return f"deliveries_failed#{webhook_id}"


def _health_key(webhook_id: str) -> Key:
    return Key("webhook_health", webhook_id)


def _webhook(row: Row) -> Webhook:
    return HOOKS.load(row.doc, id=row.key.sort, version=row.version)


def _delivery(webhook_id: str, row: Row) -> Delivery:
    return DELIVERIES.load(row.doc, id=row.key.sort, webhook_id=webhook_id, version=row.version)


def _slot_key(slot: int) -> Key:
    return Key("delivery_slots", str(slot))


def _is_over(row: Row | None, now: datetime) -> bool:
    """Free, or left by a worker that died."""
    return row is None or from_text(row.doc["until"]) <= now
