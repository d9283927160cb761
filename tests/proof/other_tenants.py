"""The deliveries queue and its workers as they are deployed, in simulated time, around the real delivery service.

A worker takes the oldest visible message, claims, and is busy until the receiver has answered or the door has given up.
"""

import heapq
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from chalicelib.aws.outbound.client import TOTAL_SECONDS
from tools.template.source import read_wiring

from ..unit.integrations.company_fixture import START, CompanyFixture

CLAIM_SECONDS = 0.03
"""Of a worker: read, commit the claim."""
HANGS, HEALTHY = TOTAL_SECONDS, 0.2
WORKERS = next(queue.concurrency for queue in read_wiring().queues if queue.name == "deliveries")


@dataclass
class Lane:
    """`told` and `heard`: seconds at which an event came and its first attempt ended, by company and event."""

    seconds: dict[int, float]
    """How long the receiver of each company takes."""
    worlds: list[CompanyFixture]
    now: float = 0
    free: int = WORKERS
    told: dict[tuple[int, str], float] = field(default_factory=dict)
    heard: dict[tuple[int, str], float] = field(default_factory=dict)
    _visible: deque[tuple[int, dict[str, Any]]] = field(default_factory=deque)
    _later: list[tuple[float, int, Callable[[], None]]] = field(default_factory=list)
    _order: int = 0

    def at(self, moment: float, action: Callable[[], None]) -> None:
        self._order += 1
        heapq.heappush(self._later, (moment, self._order, action))

    def tell(self, moment: float, company: int, event_id: str) -> None:
        def told() -> None:
            self.told[company, event_id] = moment
            self._in(company).tell(event_id=event_id)
            self._collect(company)

        self.at(moment, told)

    def run(self, until: float) -> None:
        while self._later and self._later[0][0] <= until:
            self.now, _, action = heapq.heappop(self._later)
            action()
            while self.free and self._visible:
                self.free -= 1
                self._work(*self._visible.popleft())

    def _work(self, company: int, message: dict[str, Any]) -> None:
        fixture = self._in(company)
        claimed = fixture.commit(lambda work: fixture.service.claim(work, message))
        self._collect(company)
        if claimed is None:
            self.at(self.now + CLAIM_SECONDS, self._rest)
        else:
            self.at(self.now + CLAIM_SECONDS + self.seconds[company], lambda: self._end(company, claimed))

    def _end(self, company: int, claimed: dict[str, Any]) -> None:
        fixture = self._in(company)
        fixture.answers = [0 if self.seconds[company] >= HANGS else 200]
        fixture.commit(lambda work: fixture.service.deliver(work, claimed))
        event_id = claimed["first"]["id"] if "first" in claimed else claimed["delivery_id"]
        self.heard.setdefault((company, event_id), self.now)
        self._collect(company)
        self._rest()

    def _rest(self) -> None:
        self.free += 1

    def _in(self, company: int) -> CompanyFixture:
        fixture = self.worlds[company]
        fixture.now = START + timedelta(seconds=self.now)
        return fixture

    def _collect(self, company: int) -> None:
        """What the service queued becomes visible when its delay is over. Later attempts are not simulated."""
        fixture = self.worlds[company]
        for moment, message in fixture.queue:
            seconds = (moment - START).total_seconds()
            self.at(max(seconds, self.now), lambda message=message: self._visible.append((company, message)))  # type: ignore[misc]
        fixture.queue.clear()
