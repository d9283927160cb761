"""A small fixture for the delivery service: rows that commit together or not at all, a queue, reminders, a clock.

It can die or stall at the two places where a real worker can: between the receiver's answer and the commit, and
after the commit but before the queue learns that the message is done.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from chalicelib.integrations.domain.deliveries import LEASE, SLOTS, Delivery, State
from chalicelib.integrations.domain.webhooks import Settings, Webhook, new_webhook
from chalicelib.integrations.service.deliveries import Deliveries
from chalicelib.kernel.actor import system_actor
from chalicelib.kernel.errors import Contended, Unavailable
from chalicelib.kernel.events import Envelope
from chalicelib.kernel.page import Page
from chalicelib.kernel.unit_of_work import UnitOfWork

TENANT = "t" * 26
WEBHOOK = "w" * 26
EVENT = "e" * 26
START = datetime(2026, 11, 2, 8, tzinfo=UTC)
GIVEN_BACK = timedelta(seconds=30)
"""How soon the queue gives back a message that was not finished."""

TYPES = frozenset({"flows.TaskDecided", "flows.RunEnded", "forms.RecordCreated"})


class Died(Exception):
    pass


class Rows:
    """Both stores. A write becomes true when its work commits, if the version is still the one that was read."""

    def __init__(self) -> None:
        self.webhooks: dict[str, Webhook] = {}
        self.deliveries: dict[str, Delivery] = {}
        self.failing: dict[str, datetime] = {}

    def get(self, work: UnitOfWork, webhook_id: str) -> Webhook | None:
        return self.webhooks.get(webhook_id)

    def every(self, work: UnitOfWork) -> list[Webhook]:
        return list(self.webhooks.values())

    def add(self, work: UnitOfWork, webhook: Webhook) -> None:
        work.after_commit.append(lambda: self.webhooks.update({webhook.id: replace(webhook, version=1)}))

    def change(self, work: UnitOfWork, webhook: Webhook) -> None:
        def write() -> None:
            _require(self.webhooks.get(webhook.id), webhook.version)
            self.webhooks[webhook.id] = replace(webhook, version=webhook.version + 1)

        work.after_commit.append(write)

    def remove(self, work: UnitOfWork, webhook: Webhook) -> None:
        work.after_commit.append(lambda: _drop(self.webhooks, webhook.id))

    def failing_since(self, work: UnitOfWork, webhook_id: str) -> datetime | None:
        return self.failing.get(webhook_id)

    def mark_failing(self, work: UnitOfWork, webhook_id: str) -> None:
        work.after_commit.append(lambda: self.failing.update({webhook_id: work.now}))

    def mark_healthy(self, work: UnitOfWork, webhook_id: str) -> None:
        work.after_commit.append(lambda: _drop(self.failing, webhook_id))


class Log:
    def __init__(self, rows: Rows) -> None:
        self.rows = rows

    def get(self, work: UnitOfWork, webhook_id: str, delivery_id: str) -> Delivery | None:
        return self.rows.deliveries.get(delivery_id)

    def put(self, work: UnitOfWork, delivery: Delivery) -> None:
        def write() -> None:
            _require(self.rows.deliveries.get(delivery.id), delivery.version)
            self.rows.deliveries[delivery.id] = replace(delivery, version=delivery.version + 1)

        work.after_commit.append(write)

    def page(
        self, work: UnitOfWork, webhook_id: str, *, failed: bool, limit: int, cursor: str | None
    ) -> Page[Delivery]:
        found = [item for item in self.rows.deliveries.values() if not failed or item.state is State.FAILED]
        return Page(tuple(found[:limit]))


class Slots:
    """The company's slots. A taken one is true at once: no two claims are made at the same moment here."""

    def __init__(self, most: int) -> None:
        self.most = most
        self.taken: dict[int, datetime] = {}

    def take(self, work: UnitOfWork) -> int | None:
        free = [slot for slot in range(self.most) if self.taken.get(slot, work.now) <= work.now]
        if not free:
            return None
        self.taken[free[0]] = work.now + LEASE
        return free[0]

    def free(self, work: UnitOfWork, slot: int) -> None:
        work.after_commit.append(lambda: _drop(self.taken, slot))


def _drop(rows: dict[Any, Any], key: Any) -> None:
    rows.pop(key, None)


def _require(stored: Webhook | Delivery | None, version: int) -> None:
    if (stored.version if stored else 0) != version:
        raise Contended()


@dataclass
class CompanyFixture:
    """`answers` are what the receiver says in turn (status, or (status, retry-after)); then 200 for ever."""

    answers: list[int | tuple[int, str]] = field(default_factory=list)
    now: datetime = START
    rows: Rows = field(default_factory=Rows)
    queue: list[tuple[datetime, dict[str, Any]]] = field(default_factory=list)
    received: list[tuple[datetime, dict[str, str], bytes]] = field(default_factory=list)
    reminders: dict[str, tuple[datetime, dict[str, Any]]] = field(default_factory=dict)
    audited: list[str] = field(default_factory=list)
    emitted: list[str] = field(default_factory=list)
    refused: set[str] = field(default_factory=set)
    """Webhooks whose messages the queue does not take."""
    before_claim: Callable[[], None] = lambda: None
    before_commit: Callable[[], None] = lambda: None
    slots: Slots = field(default_factory=lambda: Slots(SLOTS))

    def __post_init__(self) -> None:
        settings = Settings("https://hook.example.com/", ("flows.*",))
        self.rows.webhooks[WEBHOOK] = replace(
            new_webhook(WEBHOOK, settings, "hook.example.com", "m" * 26, START), version=1
        )
        self.service = Deliveries(
            webhooks=self.rows,
            store=Log(self.rows),
            slots=self.slots,
            secrets=lambda tenant_id, webhook_id, generation: f"{tenant_id}{webhook_id}{generation}".encode(),
            audit=lambda work, action, *_rest, **_sides: self.audited.append(action),
            known_types=lambda: TYPES,
            send=self._receive,
            enqueue=self._enqueue,
            remind=self._remind,
        )

    @property
    def delivery(self) -> Delivery:
        return self.rows.deliveries[EVENT]

    def tell(self, event_type: str = "flows.TaskDecided", event_id: str = EVENT) -> None:
        """An event arrives from the bus."""
        self.commit(lambda work: self.service.fan_out(work, envelope(event_type, event_id)))

    def commit(self, body: Callable[[UnitOfWork], Any], before: Callable[[], None] | None = None) -> Any:
        """Run a use case as the edge does: one commit, and again if a race was lost."""
        while True:
            work = UnitOfWork(system_actor(TENANT), self.now)
            result = body(work)
            (before or self.before_commit)()
            try:
                for write in work.after_commit:
                    write()
            except Contended:
                continue
            self.emitted += [event.type for event in work.events]
            return result

    def step(self) -> bool:
        """Go on to the next thing that falls due and do it. False if nothing is left to do."""
        due = [(at, name) for name, (at, _) in self.reminders.items()]
        if self.queue and (not due or min(self.queue, key=_at)[0] <= min(due)[0]):
            entry = min(self.queue, key=_at)
            self.queue.remove(entry)
            self.now = max(self.now, entry[0])
            self.handle(entry[1])
            return True
        if due:
            at, name = min(due)
            self.now = max(self.now, at)
            self.queue.append((self.now, self.reminders.pop(name)[1]))
            return True
        return False

    def run(self, most: int = 200) -> None:
        for _ in range(most):
            if not self.step():
                return
        raise AssertionError("still busy: messages breed")

    def handle(self, message: dict[str, Any]) -> None:
        """One message; unfinished ones come back."""
        try:
            claimed = self.commit(lambda work: self.service.claim(work, message), self.before_claim)
            if claimed is not None:
                self.commit(lambda work: self.service.deliver(work, claimed))
        except (Died, Unavailable):
            self.queue.append((self.now + GIVEN_BACK, message))

    def _receive(self, url: str, headers: dict[str, str], body: bytes) -> tuple[int, int, str]:
        self.received.append((self.now, headers, body))
        answer = self.answers.pop(0) if self.answers else 200
        status, retry_after = answer if isinstance(answer, tuple) else (answer, "")
        return status, 12, retry_after

    def _enqueue(self, message: dict[str, Any], delay_seconds: int = 0) -> None:
        if message["webhook_id"] in self.refused:
            raise Unavailable(service="sqs")
        self.queue.append((self.now + timedelta(seconds=delay_seconds), message))

    def _remind(self, work: UnitOfWork, name: str, at: datetime, message: dict[str, Any]) -> None:
        self.reminders[name] = (at, message)


def _at(entry: tuple[datetime, dict[str, Any]]) -> datetime:
    return entry[0]


def envelope(event_type: str, event_id: str = EVENT, **data: Any) -> Envelope:
    return Envelope(
        id=event_id,
        type=event_type,
        version=1,
        tenant_id=TENANT,
        actor_id="m" * 26,
        occurred_at="2026-11-02T08:00:00.000Z",
        correlation_id="c",
        causation_id="",
        depth=0,
        subject="s" * 26,
        data=data,
    )
