"""The fault-free course of a shape, and departures from it: a fault somewhere, and back.

What follows a fault is AWS at its harshest (see `lambda_driver.py`), and it must lead back to the fault-free course
with at most two sweeps. A course that is back at a settled point of the fault-free one, executions included, goes on
as that one did; one in twenty goes on to the end nevertheless.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from random import Random
from typing import Any

import pytest

from chalicelib.flows.service import executions

from ...faults import Fault, Plan, planned
from ...integration.conftest import check_events
from . import state
from .installation import cold_start, installed
from .lambda_driver import LambdaDriver, Moment
from .members import Members
from .scenario import Scenario
from .shapes import Shape

MAX_SWEEPS = 2
TO_THE_END = 0.05


@dataclass(frozen=True)
class Point:
    """An invocation of the fault-free course, as all was just before it, and how many calls to AWS it makes."""

    before: Moment
    position: int
    calls: tuple[str, ...]


@dataclass(frozen=True)
class Settled:
    """What must be found again where nothing is left to do before the act of this position."""

    truth: Counter[str]
    executions: Counter[str]


@contextmanager
def crew_with(shapes: dict[str, Shape]) -> Iterator[Members]:
    """A company with a flow for each shape."""
    with installed() as place:
        members = Members.found(place)
        for name, shape in shapes.items():
            members.add_flow(name, {"steps": shape.steps(members), **(shape.settings or {})})
        LambdaDriver(place).settle()
        place.wire.outside.messages.clear()
        yield members


class Course:
    """The fault-free course of a shape, and departures from it."""

    def __init__(self, members: Members, name: str, shape: Shape) -> None:
        left = {"deliveries"} if shape.mailed else {"deliveries", "notices"}
        self.driver = LambdaDriver(members.place, frozenset(left), deaf=shape.deaf)
        self.before = self.driver.keep()
        self.mask = state.Mask.of(self.before.rows)
        self.scenario = Scenario(members, self.driver, members.forms[name], name, shape.script)
        self.points: list[Point] = []
        self.settled: dict[int, Settled] = {}
        self.sweeps = 0

    def begin(self) -> None:
        """Without a fault, in a cold process each time, so that every call shows."""
        self.driver.around = self._noted
        while True:
            if not self.driver.pending and self.scenario.position not in self.settled:
                self.settled[self.scenario.position] = self._seen()
            if not self.scenario.goes_on():
                break
        self.sweeps = self.driver.sweeps
        self.end = self._seen()
        runs = self.scenario.members.runs(self.scenario.form)
        assert not any(run.unlisted for run in runs)
        assert state.unfinished(self.driver.outside) <= {run.id for run in runs if not run.over}

    def _noted(self, call: Callable[[], Any]) -> None:
        before, position = self.driver.keep(), self.scenario.position
        cold_start()
        with planned(Plan()) as plan:
            call()
        self.points.append(Point(before, position, tuple(plan.calls)))

    def _seen(self) -> Settled:
        outside = self.driver.outside
        truth = state.of_rows(self.mask, self.driver.place.wire.rows.items, self.before.rows)
        truth += state.of_effects(self.mask, outside)
        truth[f"unfinished runs: {len(state.unfinished(outside))}"] = 1
        return Settled(truth, state.of_executions(outside))

    def depart(self, point: Point, plan: Plan, *, to_the_end: bool) -> int:
        """A fault in this invocation, and on until all is as it was; how many sweeps it took."""
        self.driver.put_back(point.before)
        self.scenario.position = point.position
        self.driver.around = self._struck(plan)
        while self.scenario.goes_on():
            there = self.settled.get(self.scenario.position)
            if not to_the_end and there and not self.driver.pending and self._seen() == there:
                return self.driver.sweeps
        found, wanted = self._seen().truth, self.end.truth
        assert found == wanted, f"too much: {list(found - wanted)}, missing: {list(wanted - found)}"
        return self.driver.sweeps

    def _struck(self, plan: Plan) -> Callable[[Callable[[], Any]], None]:
        """The plan holds for the next invocation alone."""

        def around(call: Callable[[], Any]) -> None:
            self.driver.around = lambda call: call()
            cold_start()
            with planned(plan):
                call()

        return around

    def strike(self, most: int | None, chance: Random) -> dict[str, int]:
        """So many faults, or every fault at every call; what was counted. Raises AssertionError if one tells."""
        every = [(point, kind, at) for point in self.points for kind in Fault for at in range(len(point.calls))]
        chosen = every if most is None else chance.sample(every, min(most, len(every)))
        sweeps = 0
        for point, kind, at in chosen:
            healed = kind is Fault.EXECUTE_AND_TIMEOUT and chance.random() < 0.5
            plan = Plan(kind, at, lasting=not healed)
            place = f"{kind} at {at} of {point.calls}, invocation {self.points.index(point)}, act {point.position}"
            try:
                needed = self.depart(point, plan, to_the_end=chance.random() < TO_THE_END)
            except AssertionError as error:
                raise AssertionError(f"{place}: {error}") from error
            assert plan.struck, place
            assert needed <= self.sweeps + MAX_SWEEPS, place
            sweeps = max(sweeps, needed - self.sweeps)
        calls = sum(len(point.calls) for point in self.points)
        return {"calls": calls, "faults": len(chosen), "of": len(every), "most_sweeps": max(sweeps, 0)}


def ends_alike(members: Members, name: str, shape: Shape, most: int | None, chance: Random) -> dict[str, int]:
    """Its course, then the faults; all is put back afterwards."""
    with pytest.MonkeyPatch.context() as patch:
        if shape.rounds:
            patch.setattr(executions, "MAX_ROUNDS", shape.rounds)
            patch.setattr(executions, "LISTED_A_STEP", 1)
        course = Course(members, name, shape)
        try:
            course.begin()
            check_events(members.place.cloud)
            return course.strike(most, chance)
        finally:
            course.driver.put_back(course.before)
