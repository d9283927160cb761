"""Calls our functions as AWS does: stream, queues, the machine of a run, its deaths, schedules, people.

One invocation at a time and in a fixed order, so that a run is repeated exactly and the n-th call to AWS is the
same each time. The harshest AWS that is still AWS: a relay that fails is not repeated, a machine whose function
dies is dead. What is lost that way must be found again by the sweep, by the next generation, by the queue's next
delivery.
"""

import json
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import app as banli
from chalicelib.kernel.unit_of_work import OUTBOX

from ...cloud import cold_start
from ...faults import Crashed
from .installation import Installation
from .outside import DEAD, DONE, QUEUES, READY, Execution, Message, Outside
from .rows import Kept

FUNCTIONS = {queue.name: queue for queue in QUEUES}
SEEN_AGAIN = 360
"""Seconds until a queue delivers again what was not finished."""
SWEEP_EVERY = 300
A_DAY = 86_400
MACHINE_TRIES = 9
FOR_GOOD = ("Invalid", "Denied", "NotFound", "Conflict", "TooLarge", "Misconfigured")
"""As in run.asl.json."""
CLIENT_TRIES = 4

Act = Callable[["LambdaDriver"], bool]
"""What somebody does. False if he has to try again: there was no answer, or "later"."""


class Stuck(AssertionError):
    """Something was given up, or never comes to an end."""


@dataclass(frozen=True)
class Moment:
    """All that a run's further course depends on."""

    rows: Kept
    outside: Outside
    now: datetime
    streamed: frozenset[str]


@dataclass
class LambdaDriver:
    """`not_pumped` are queues whose messages stay where they are. `deaf`: the stream relays nothing. `around` is what
    an invocation is wrapped in: a fault.
    """

    place: Installation
    not_pumped: frozenset[str] = frozenset({"deliveries"})
    deaf: bool = False
    around: Callable[[Callable[[], Any]], Any] = lambda call: call()
    streamed: set[str] = field(default_factory=set)
    sweeps: int = 0
    invocations: int = 0
    delivered: list[tuple[str, str]] = field(default_factory=list)
    """Queue and body of each message that was taken, for whoever wants it to come again."""

    @property
    def outside(self) -> Outside:
        return self.place.wire.outside

    # -- keeping and putting back

    def keep(self) -> Moment:
        return Moment(self.place.wire.rows.keep(), self.outside.keep(), self.place.clock.now, frozenset(self.streamed))

    def put_back(self, kept: Moment) -> None:
        """In a new process: what the old one remembered is of another course of things."""
        cold_start()
        self.place.wire.rows.put_back(kept.rows)
        self.place.wire.outside = kept.outside.keep()
        self.place.clock.now = kept.now
        self.streamed = set(kept.streamed)
        self.sweeps = self.invocations = 0
        self.delivered = []

    # -- the order of things

    def act(self, act: Act) -> None:
        """Somebody does something, again while there is no answer that says it is done or refused."""
        done: list[bool] = []
        for _ in range(CLIENT_TRIES):
            if self._invoke(lambda: done.append(act(self))) and done and done[-1]:
                return
        raise Stuck("no answer")

    def settle(self) -> None:
        """Until nothing is left to do but to wait for people. Raises Stuck."""
        for _ in range(3_000):
            if not self.step():
                return
        raise Stuck("it never settles")

    @property
    def pending(self) -> bool:
        """Whether anything is left to do but to wait for people."""
        return bool(
            self._outbox()
            or any(each.queue not in self.not_pumped for each in self.outside.messages)
            or any(each.place == READY for each in self.outside.executions.values())
            or any(each.place == DEAD and not each.told for each in self.outside.executions.values())
        )

    def step(self) -> bool:
        """The next invocation, or the time until it; False if there is none."""
        return (
            self._stream() or self._queue() or self.machine_goes_on() or self._death() or self._wait() or self._sweep()
        )

    def _invoke(self, call: Callable[[], Any]) -> bool:
        """Whether it came to its end, well or badly, without the process dying."""
        self.invocations += 1
        self.place.clock.move(1)
        self.outside.now = self.place.clock.seconds
        try:
            self.around(call)
        except Crashed:
            return False
        return True

    def _stream(self) -> bool:
        fresh = [item for item in self._outbox() if item["sk"]["S"] not in self.streamed]
        if not fresh:
            return False
        self.streamed |= {item["sk"]["S"] for item in fresh}
        if not self.deaf:
            fresh.sort(key=lambda item: str(item["sk"]["S"]))
            records = [
                {"eventName": "INSERT", "dynamodb": {"SequenceNumber": str(number), "NewImage": item}}
                for number, item in enumerate(fresh)
            ]
            self._invoke(lambda: self._careless(banli.relay, {"Records": records}))
        return True

    def _outbox(self) -> list[dict[str, Any]]:
        items = self.place.wire.rows.items
        return [
            item
            for partition in sorted(items)
            if partition.endswith(f"#{OUTBOX}")
            for item in items[partition].values()
        ]

    @staticmethod
    def _careless(function: Any, event: dict[str, Any]) -> None:
        """What fails here is not repeated."""
        with suppress(Exception):
            function(event, None)

    def _queue(self) -> bool:
        message = self._next_message()
        if message is None:
            return False
        queue = FUNCTIONS[message.queue]
        failed: list[Any] = [True]

        def deliver() -> None:
            event = {"Records": [{"messageId": "1", "body": message.body}]}
            failed[:] = getattr(banli, queue.function)(event, None)["batchItemFailures"]

        self._invoke(deliver)
        if not failed:
            self.outside.messages.remove(message)
            self.delivered.append((message.queue, message.body))
            return True
        message.tries += 1
        message.due = self.place.clock.seconds + SEEN_AGAIN
        if message.tries >= queue.tries:
            raise Stuck(f"dead letter: {message}")
        return True

    def _next_message(self) -> Message | None:
        now = self.place.clock.seconds
        pumped = (each for each in self.outside.messages if each.queue not in self.not_pumped)
        return next((each for each in pumped if each.due <= now), None)

    def machine_goes_on(self) -> bool:
        """The next task of an execution, if one is ready."""
        now = self.place.clock.seconds
        at = next((e for e in self.outside.executions.values() if e.place == READY and e.due <= now), None)
        if at is None:
            return False
        self._run(at, self._perform)
        return True

    def _run(self, at: Execution, task: Callable[[Execution], None]) -> None:
        """One try of a task of the machine."""
        failure: list[str] = []

        def once() -> None:
            try:
                task(at)
            except Exception as error:  # noqa: BLE001 - its class name is what the machine sees
                failure.append(type(error).__name__)

        finished = self._invoke(once)
        if finished and not failure:
            at.tries = 0
            return
        at.tries += 1
        at.due = self.place.clock.seconds + 1
        if not finished or failure[0] in FOR_GOOD or at.tries >= MACHINE_TRIES:
            at.place = DEAD

    def _perform(self, at: Execution) -> None:
        at.payload = banli.run_pending_work(dict(at.payload), None)
        if at.payload["next"] == "end":
            at.place = DONE

    def _death(self) -> bool:
        dead = next((each for each in self.outside.executions.values() if each.place == DEAD and not each.told), None)
        if dead is None:
            return False

        def tell() -> None:
            banli.restart_execution({"detail": {"status": "FAILED", "input": json.dumps(dead.payload)}}, None)
            dead.told = True

        self._invoke(lambda: self._again(tell))
        return True

    @staticmethod
    def _again(call: Callable[[], None]) -> None:
        """What fails here is asked for again, because it was not marked as told."""
        with suppress(Exception):
            call()

    def _wait(self) -> bool:
        """Nothing can be done now: on to the moment at which something can."""
        due = [each.due for each in self.outside.messages if each.queue not in self.not_pumped]
        due += [each.due for each in self.outside.executions.values() if each.place == READY]
        if not due:
            return False
        self.place.clock.move(max(0.0, min(due) - self.place.clock.seconds) + 0.001)
        return True

    def _sweep(self) -> bool:
        if not self._outbox():
            return False
        self.sweep()
        return True

    def sweep(self) -> None:
        """Five minutes later, the periodic look at all outboxes."""
        self.place.clock.move(SWEEP_EVERY)
        self.sweeps += 1
        self._invoke(lambda: self._careless(banli.sweep_outboxes, {}))

    def a_day_passes(self) -> None:
        self.place.clock.move(A_DAY + 1)
