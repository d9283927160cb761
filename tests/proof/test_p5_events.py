"""P5: events that come twice, late, in any order, or after what they are about is gone, change nothing.

Metamorphic: one company's day makes a heap of events. From the same moment they are delivered once in order, and then
again as AWS may deliver them: one to five times, shuffled, some 25 hours late, when the idempotency rows are gone. In
both a record is in the bin, a webhook removed and a member gone before the first of them comes. What the consumers do
causes further events and messages, which are delivered in the same manner.

Beyond 35 days, longer than any queue keeps anything, a replayed event is news again: then the rows of runs must be what
they were, and what goes out must carry the identity under which it went out before.
"""

import json
import random
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest

import app as banli

from .sizes import dice, size
from .stage import state
from .stage.company_life import a_day, add_flows, waiting
from .stage.installation import installed
from .stage.lambda_driver import LambdaDriver
from .stage.members import Members
from .stage.outside import QUEUES

TIMES = (1, 1, 1, 1, 2, 2, 2, 3, 4, 5)
LATE = 25 * 3600
OUT_OF_MIND = 36 * 86_400
LEFT = frozenset({"deliveries"})
OWN = frozenset({"notices"})
"""Queues of our own messages that are delivered in the same manner as events; what notices say, on the first day."""


@pytest.fixture(scope="module")
def members() -> Iterator[Members]:
    with installed() as place:
        members = Members.found(place, crowd=())
        add_flows(members)
        more = {"url": "https://93.184.215.14/second", "event_types": ["flows.*", "forms.*"]}
        assert members.api["boss"].post("/v1/webhooks", more).status == 201
        driver = LambdaDriver(place)
        driver.settle()
        place.wire.outside.messages.clear()
        yield members


@dataclass
class Delivery:
    """Hands events and messages to their consumers: once and in order, or as `chance` has it."""

    driver: LambdaDriver
    members: Members
    chance: random.Random | None = None
    left: frozenset[str] = LEFT
    events: int = 0
    handed: int = 0

    def all_of(self, events: list[dict[str, Any]]) -> None:
        """And whatever comes of it, until nothing comes any more."""
        on_time, late = self._split(events)
        self._until_quiet(on_time)
        if late:
            self._move(LATE)
            self._until_quiet(late)

    def _until_quiet(self, events: list[dict[str, Any]]) -> None:
        while events:
            self._events(events)
            while self._messages() or self.driver.machine_goes_on():
                pass
            events = waiting(self.members)

    def _split(self, events: list[dict[str, Any]]) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
        """On time, and 25 hours late: some come then for the first time, some again."""
        self.events += len(events)
        if self.chance is None:
            return events, []
        first = [event for event in events if self.chance.random() < 0.9]
        missed = [event for event in events if event not in first]
        return first, missed + [event for event in first if self.chance.random() < 0.2]

    def _many(self, things: list[Any]) -> list[Any]:
        if self.chance is None:
            return things
        many = [thing for thing in things for _ in range(self.chance.choice(TIMES))]
        self.chance.shuffle(many)
        return many

    def _events(self, events: list[dict[str, Any]]) -> None:
        """The types are noted as the bus would note them; each queue has an order of its own."""
        self.driver.outside.put.update({event["id"]: f"{event['type']} {event['subject']}" for event in events})
        for queue in QUEUES:
            heard = [each for each in events if each["type"].startswith(queue.hears)] if queue.hears else []
            self._hand(queue.function, [json.dumps({"detail": event}) for event in self._many(heard)])

    def _messages(self) -> bool:
        outside = self.driver.outside
        found = [each for each in outside.messages if each.queue in OWN - self.left]
        for message in found:
            outside.messages.remove(message)
        for queue in QUEUES:
            self._hand(queue.function, self._many([each.body for each in found if each.queue == queue.name]))
        return bool(found)

    def _hand(self, function: str, bodies: list[str]) -> None:
        for body in bodies:
            self.driver.place.clock.move(0.01)
            event = {"Records": [{"messageId": "1", "body": body}]}
            assert getattr(banli, function)(event, None) == {"batchItemFailures": []}, body
        self.handed += len(bodies)

    def _move(self, seconds: float) -> None:
        """Rows whose time is over are gone."""
        self.driver.place.clock.move(seconds)
        self.driver.place.wire.rows.expire(self.driver.place.clock.seconds)


def test_events_doubled_shuffled_late_or_orphaned_change_nothing(members: Members, proved: Callable[..., None]) -> None:
    driver, wanted = LambdaDriver(members.place, LEFT), size(short=300, long=10_000)
    rows, empty = members.place.wire.rows, driver.keep()
    events, handed, effects, days = 0, 0, 0, 0
    while events < wanted:
        days += 1
        chance = dice(f"p5 {days}")
        driver.put_back(empty)
        driver.not_pumped = LEFT if days == 1 else LEFT | {"notices"}
        told = a_day(members, chance, acts=140)
        before = driver.keep()
        mask = state.Mask.of(before.rows)
        found = []
        for plan in (None, chance):
            driver.put_back(before)
            delivery = Delivery(driver, members, plan, driver.not_pumped)
            delivery.all_of(told)
            if plan:
                events, handed = events + delivery.events, handed + delivery.handed
            else:
                delivery._move(LATE)
            driver.settle()
            truth = state.of_rows(mask, rows.items, before.rows)
            found.append((truth, state.of_effects(mask, driver.outside)))
            assert all(len(to) == 1 for to in driver.outside.mails.values())
            assert not state.unfinished(driver.outside) - {run.id for run in members.runs() if not run.over}
        (rows_once, effects_once), (rows_many, effects_many) = found
        assert rows_many == rows_once, (list(rows_many - rows_once)[:3], list(rows_once - rows_many)[:3])
        assert effects_many == effects_once, (effects_many - effects_once, effects_once - effects_many)
        effects += effects_many.total()
        if days == 1:
            replayed_after_all_is_forgotten(driver, members, told)
    driver.put_back(empty)
    proved(
        "P5",
        "events delivered 1–5 times, shuffled, late, orphaned",
        events=events,
        deliveries=handed,
        differing_rows=0,
        effects_once_each=effects,
    )


def replayed_after_all_is_forgotten(driver: LambdaDriver, members: Members, told: list[dict[str, Any]]) -> None:
    delivery = Delivery(driver, members)
    delivery._move(OUT_OF_MIND)
    kept, mails = driver.keep(), set(driver.outside.mails)
    messages = Counter(each.body for each in driver.outside.messages)
    delivery.all_of(told)
    driver.settle()
    mask = state.Mask.of(kept.rows)
    changed = state.of_rows(mask, members.place.wire.rows.items, kept.rows)
    assert {json.loads(row)[2] for row in changed} <= {"seen", "notice"}
    assert set(driver.outside.mails) <= mails
    assert {json.loads(each.body)["first"]["id"] for each in driver.outside.messages} <= {
        json.loads(body)["first"]["id"] for body in messages
    }
