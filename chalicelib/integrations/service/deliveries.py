"""Getting an event to a webhook so that no crash anywhere loses it.

`fan_out` writes no row. It queues one message a matching webhook, with the whole event in it, and only then is the
event marked as seen; dying between means queueing again. From then on a queue message or a schedule *is* the delivery.
`claim` takes one of the company's few slots, so that receivers that hang hold up nobody else. `deliver` makes the
attempt, plans the next one (a delayed message, or a schedule beyond SQS's 15 minutes), and only then commits the row
that records both. Dying before the commit leaves the old message, which comes again; dying after it leaves a message
whose ticket is spent (see `domain/deliveries.py`). So at every moment something durable stands for what is still to be
done, and what stands twice is harmless.
"""

import json
import math
from datetime import datetime
from typing import Any, Protocol

from ...kernel.errors import NotFound, Unavailable
from ...kernel.events import Envelope
from ...kernel.loops import try_each
from ...kernel.page import Page
from ...kernel.unit_of_work import UnitOfWork
from .. import events
from ..domain.deliveries import Delivery, Fault, Outcome, State, judge, resent, should_switch_off, tried
from ..domain.signing import signed_headers
from ..domain.webhooks import PATIENCE, Off, Webhook, WebhookOff, switched_off
from .webhooks import Audit, KnownTypes, Secrets, WebhookStore, shown

LONGEST_DELAY = 900
"""Seconds that a queue holds a message back; a schedule does what is longer."""
BUSY_DELAYS = (2, 3, 4, 5, 6)
"""Seconds until a message that found no slot comes again, spread so that those of one moment do not."""
USER_AGENT = "Banli-Webhooks/1"


class AttemptUnrecorded(Unavailable):
    """The message of a later attempt overtook the record of the one before; the queue gives it back."""

    code = "attempt_unrecorded"


class DeliveryStore(Protocol):
    def get(self, work: UnitOfWork, webhook_id: str, delivery_id: str) -> Delivery | None: ...
    def put(self, work: UnitOfWork, delivery: Delivery) -> None: ...
    def page(
        self, work: UnitOfWork, webhook_id: str, *, failed: bool, limit: int, cursor: str | None
    ) -> Page[Delivery]: ...


class SlotStore(Protocol):
    def take(self, work: UnitOfWork) -> int | None:
        """One of the company's slots, or None if all are taken."""

    def free(self, work: UnitOfWork, slot: int) -> None: ...


class Send(Protocol):
    def __call__(self, url: str, headers: dict[str, str], body: bytes) -> tuple[int, int, str]:
        """Status (0: no answer), milliseconds, Retry-After."""


class Enqueue(Protocol):
    def __call__(self, message: dict[str, Any], delay_seconds: int = 0) -> None: ...


class Remind(Protocol):
    def __call__(self, work: UnitOfWork, name: str, at: datetime, message: dict[str, Any]) -> None:
        """Queue the message at that moment; the same name twice is one reminder."""


class Deliveries:
    """See the module."""

    def __init__(
        self,
        *,
        webhooks: WebhookStore,
        store: DeliveryStore,
        slots: SlotStore,
        secrets: Secrets,
        audit: Audit,
        known_types: KnownTypes,
        send: Send,
        enqueue: Enqueue,
        remind: Remind,
    ) -> None:
        self._webhooks = webhooks
        self._store = store
        self._slots = slots
        self._secrets = secrets
        self._audit = audit
        self._known_types = known_types
        self._send = send
        self._enqueue = enqueue
        self._remind = remind

    # -- what a member asks for

    def log(self, work: UnitOfWork, webhook_id: str, *, failed: bool, limit: int, cursor: str | None) -> Page[Delivery]:
        """Newest event first, 30 days back. Raises NotFound, CursorInvalid."""
        self._webhook(work, webhook_id)
        return self._store.page(work, webhook_id, failed=failed, limit=limit, cursor=cursor)

    def resend(self, work: UnitOfWork, webhook_id: str, delivery_id: str) -> Delivery:
        """Start a new round of attempts now, whatever became of the last. Raises NotFound, WebhookOff."""
        webhook = self._webhook(work, webhook_id)
        before = self._store.get(work, webhook_id, delivery_id)
        if before is None:
            raise NotFound()
        if webhook.off:
            raise WebhookOff()
        after = resent(before, work.now)
        self._store.put(work, after)
        work.emit(events.delivery_resent(webhook_id, delivery_id, after.ticket))
        told = {"url": shown(webhook)["url"], "delivery_id": delivery_id}
        self._audit(work, "webhook.delivery_resent", "webhook", webhook_id, after=told)
        return after

    # -- what the bus and the queue bring

    def fan_out(self, work: UnitOfWork, envelope: Envelope) -> None:
        """Queue an event for every webhook that wants it, also if one cannot be queued now."""
        tenant_id = work.actor.tenant_id
        if envelope.type == events.DELIVERY_RESENT:
            self._enqueue({"tenant_id": tenant_id, **envelope.data})
            return
        first = {"id": envelope.id, "type": envelope.type, "body": body_of(envelope)}
        message = {"tenant_id": tenant_id, "ticket": 0, "first": first}
        wanted = self._wanted_by(work, envelope)
        try_each(wanted, lambda webhook_id: self._enqueue({**message, "webhook_id": webhook_id}))

    def claim(self, work: UnitOfWork, message: dict[str, Any]) -> dict[str, Any] | None:
        """The message with a slot for its attempt; None if that was made, its moment has not come, or no slot is left:
        then it is queued again. Raises AttemptUnrecorded.
        """
        found = self._standing(work, message)
        if found is None:
            return None
        if found[1].due_at > work.now:
            self._plan(work, found[1], message)
            return None
        slot = self._slots.take(work)
        if slot is None:
            self._enqueue(message, BUSY_DELAYS[hash(work.operation_id) % len(BUSY_DELAYS)])
            return None
        return {**message, "slot": slot}

    def deliver(self, work: UnitOfWork, claimed: dict[str, Any]) -> None:
        """Make the attempt, unless another worker has made it since."""
        self._slots.free(work, claimed["slot"])
        found = self._standing(work, claimed)
        if found is None:
            return
        webhook, delivery = found
        outcome = self._attempt(work, webhook, delivery)
        after = tried(delivery, outcome, work.now)
        if after.state is State.WAITING:
            self._plan(work, after, _later(work, after))
        self._store.put(work, after)
        if not webhook.off:
            self._note_health(work, webhook, outcome)

    def _standing(self, work: UnitOfWork, message: dict[str, Any]) -> tuple[Webhook, Delivery] | None:
        webhook = self._webhooks.get(work, message["webhook_id"])
        delivery = self._claimed(work, message) if webhook else None
        return (webhook, delivery) if webhook and delivery else None

    def _wanted_by(self, work: UnitOfWork, envelope: Envelope) -> list[str]:
        if envelope.type == events.WEBHOOK_TESTED:
            return [str(envelope.data["webhook_id"])]
        if envelope.type not in self._known_types():
            return []
        return [webhook.id for webhook in self._webhooks.every(work) if webhook.wants(envelope.type)]

    def _claimed(self, work: UnitOfWork, message: dict[str, Any]) -> Delivery | None:
        """The delivery of a message whose ticket is good. The first message of all makes it."""
        first = message.get("first")
        delivery_id = first["id"] if first else message["delivery_id"]
        found = self._store.get(work, message["webhook_id"], delivery_id)
        if found is not None:
            return found if found.admits(message["ticket"]) else None
        if first is None:
            raise AttemptUnrecorded()
        return Delivery(first["id"], message["webhook_id"], first["type"], first["body"], work.now, work.now)

    def _attempt(self, work: UnitOfWork, webhook: Webhook, delivery: Delivery) -> Outcome:
        if webhook.off:
            return Outcome(fault=Fault.WEBHOOK_OFF)
        body = delivery.body.encode()
        secrets = (
            self._secrets(work.actor.tenant_id, webhook.id, generation) for generation in webhook.generations(work.now)
        )
        headers = signed_headers(secrets, delivery.id, work.now, body)
        headers |= {"content-type": "application/json", "user-agent": USER_AGENT}
        status, milliseconds, retry_after = self._send(webhook.url, headers, body)
        if status == 0:
            return Outcome(fault=Fault.NO_ANSWER)
        return judge(status, milliseconds, retry_after, work.now)

    def _plan(self, work: UnitOfWork, delivery: Delivery, message: dict[str, Any]) -> None:
        seconds = math.ceil((delivery.due_at - work.now).total_seconds())
        if seconds <= LONGEST_DELAY:
            self._enqueue(message, seconds)
        else:
            name = f"deliver#{delivery.webhook_id}#{delivery.id}#{message['ticket']}"
            self._remind(work, name, delivery.due_at, message)

    def _note_health(self, work: UnitOfWork, webhook: Webhook, outcome: Outcome) -> None:
        """Remember since when nothing has got through, and switch off what is gone or has failed for days."""
        since = self._webhooks.failing_since(work, webhook.id)
        why = should_switch_off(outcome, since, work.now, PATIENCE)
        if why is not Off.NO:
            self._switch_off(work, webhook, why)
        elif outcome.fault is Fault.NONE and since is not None:
            self._webhooks.mark_healthy(work, webhook.id)
        elif outcome.fault is not Fault.NONE and since is None:
            self._webhooks.mark_failing(work, webhook.id)

    def _switch_off(self, work: UnitOfWork, webhook: Webhook, why: Off) -> None:
        after = switched_off(webhook, why, work.now)
        self._webhooks.change(work, after)
        work.emit(events.webhook_disabled(webhook.id, why))
        self._audit(work, "webhook.switched_off", "webhook", webhook.id, before=shown(webhook), after=shown(after))

    def _webhook(self, work: UnitOfWork, webhook_id: str) -> Webhook:
        webhook = self._webhooks.get(work, webhook_id)
        if webhook is None:
            raise NotFound()
        return webhook


def body_of(envelope: Envelope) -> str:
    """What is sent and signed, made once: later attempts send the very same bytes."""
    payload = {
        "id": envelope.id,
        "type": envelope.type,
        "version": envelope.version,
        "timestamp": envelope.occurred_at,
        "tenant_id": envelope.tenant_id,
        "actor_id": envelope.actor_id,
        "subject": envelope.subject,
        "data": envelope.data,
    }
    return json.dumps(payload, ensure_ascii=False, separators=(",", ":"))


def _later(work: UnitOfWork, delivery: Delivery) -> dict[str, Any]:
    return {
        "tenant_id": work.actor.tenant_id,
        "webhook_id": delivery.webhook_id,
        "delivery_id": delivery.id,
        "ticket": delivery.ticket,
    }
