"""One event's way to one webhook: ten attempts over more than three days, then failed, visible and resendable.

A delivery is `waiting` until an attempt succeeds (2xx) or the last one fails. Whoever wants to make an attempt holds
a *ticket*; each attempt on record and each resend raise the delivery's own, so that of two messages for the same
attempt the later finds its ticket spent. A receiver may still see an event twice (we died between its answer and our
record), always under the same `webhook-id`; it never misses one.
"""

import hashlib
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime
from enum import StrEnum

from .webhooks import Off

DELAYS = tuple(timedelta(seconds=seconds) for seconds in (5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400))
"""Between one attempt and the next (Standard Webhooks): 5 s, 5 min, 30 min, 2 h, 5 h, 10 h, 14 h, 20 h, 24 h."""
JITTER = 0.2
SPAN = timedelta(hours=75, minutes=36)
"""The last attempt comes no earlier than this after the first, however the jitter falls."""
LONGEST_PAUSE = timedelta(hours=24)
"""What a receiver may ask for with Retry-After."""
KEEPS = timedelta(days=30)
SLOTS = 5
"""Attempts of one company under way at once, of the fifty that the queue's workers make (infra/wiring.yaml)."""
LEASE = timedelta(seconds=90)
"""How long a slot is held at most: longer than the function may run."""
MAX_ATTEMPTS_KEPT = 50


class State(StrEnum):
    WAITING = "waiting"
    DELIVERED = "delivered"
    FAILED = "failed"


class Fault(StrEnum):
    """Why an attempt failed, as the tenant sees it. `NO_ANSWER` says no more on purpose (no port can be probed)."""

    NONE = ""
    NO_ANSWER = "no_answer"
    REFUSED = "refused"
    REDIRECT = "redirect"
    GONE = "gone"
    WEBHOOK_OFF = "webhook_off"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one request came to. `status` 0 is no answer, and then `milliseconds` is not told either."""

    status: int = 0
    milliseconds: int = 0
    fault: Fault = Fault.NONE
    retry_after: timedelta = timedelta(0)


@dataclass(frozen=True, slots=True)
class Attempt:
    at: datetime
    status: int
    milliseconds: int
    fault: Fault


@dataclass(frozen=True, slots=True)
class Delivery:
    """`id` is the event's. `tries` and `first_at` count within the present round: a resend starts a new one."""

    id: str
    webhook_id: str
    event_type: str
    body: str
    created_at: datetime
    due_at: datetime
    first_at: datetime | None = None
    state: State = State.WAITING
    tries: int = 0
    ticket: int = 0
    attempts: tuple[Attempt, ...] = ()
    version: int = 0

    @property
    def waiting(self) -> bool:
        return self.state is State.WAITING

    def admits(self, ticket: int) -> bool:
        """A ticket above ours means that an attempt was made but its record lost: then it is made again."""
        return self.waiting and ticket >= self.ticket


def judge(status: int, milliseconds: int, retry_after: str, now: datetime) -> Outcome:
    """An HTTP answer as an outcome. Only 2xx is success; a redirect is refused, because it would leave the guard."""
    if 200 <= status < 300:
        return Outcome(status, milliseconds)
    if status == 410:
        return Outcome(status, milliseconds, Fault.GONE)
    if 300 <= status < 400:
        return Outcome(status, milliseconds, Fault.REDIRECT)
    pause = _pause(retry_after, now) if status in (429, 503) else timedelta(0)
    return Outcome(status, milliseconds, Fault.REFUSED, pause)


def tried(delivery: Delivery, outcome: Outcome, now: datetime) -> Delivery:
    """The delivery after one attempt: delivered, failed for good, or waiting for the next."""
    attempt = Attempt(now, outcome.status, outcome.milliseconds, outcome.fault)
    after = replace(
        delivery,
        attempts=(*delivery.attempts, attempt)[-MAX_ATTEMPTS_KEPT:],
        first_at=delivery.first_at or now,
        tries=delivery.tries + 1,
        ticket=delivery.ticket + 1,
    )
    if outcome.fault is Fault.NONE:
        return replace(after, state=State.DELIVERED)
    if outcome.fault in (Fault.GONE, Fault.WEBHOOK_OFF) or delivery.tries >= len(DELAYS):
        return replace(after, state=State.FAILED)
    return replace(after, due_at=_next_due(after, outcome.retry_after, now))


def resent(delivery: Delivery, now: datetime) -> Delivery:
    """A new round from now on, with the attempts so far kept in the log."""
    return replace(delivery, state=State.WAITING, tries=0, first_at=None, ticket=delivery.ticket + 1, due_at=now)


def should_switch_off(outcome: Outcome, failing_since: datetime | None, now: datetime, patience: timedelta) -> Off:
    if outcome.fault is Fault.GONE:
        return Off.GONE
    if outcome.fault is not Fault.NONE and failing_since is not None and now - failing_since >= patience:
        return Off.FAILING
    return Off.NO


def _next_due(delivery: Delivery, retry_after: timedelta, now: datetime) -> datetime:
    delay = DELAYS[delivery.tries - 1]
    due = now + max(delay * (1 + JITTER * _swing(delivery)), retry_after)
    if delivery.tries == len(DELAYS) and delivery.first_at is not None:
        return max(due, delivery.first_at + SPAN)
    return due


def _swing(delivery: Delivery) -> float:
    """-1..1, spread over deliveries and attempts but the same for the same one: a repeated attempt plans no second."""
    digest = hashlib.sha256(f"{delivery.webhook_id}{delivery.id}{delivery.ticket}".encode()).digest()
    return int.from_bytes(digest[:4], "big") / 0x7FFFFFFF - 1


def _pause(header: str, now: datetime) -> timedelta:
    """Retry-After as seconds or as an HTTP date; nonsense asks for nothing."""
    text = header.strip()
    if text.isascii() and text.isdigit() and len(text) <= 9:
        return min(timedelta(seconds=int(text)), LONGEST_PAUSE)
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, TypeError):
        return timedelta(0)
    if moment.tzinfo is None:
        return timedelta(0)
    return min(max(moment - now, timedelta(0)), LONGEST_PAUSE)
