"""P4: wherever a Lambda dies in the life of a run, the run ends as if it had not.

Every call to AWS that any function makes in the whole course of a shape × five faults. What follows a fault is AWS at
its harshest (see `stage/pump.py`), and it must lead back to the fault-free course with at most two sweeps. A course
that is back at a settled point of the fault-free one, executions included, goes on as that one did; one in twenty goes
on to the end nevertheless.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest

from chalicelib.flows.service import machine

from ..faults import Fault, Plan, planned
from ..integration.conftest import check_events
from .sizes import dice, size
from .stage import state
from .stage.crew import Crew
from .stage.place import cold_start, installed
from .stage.play import Play
from .stage.pump import Moment, Pump
from .stage.shapes import SHAPES

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


@pytest.fixture(scope="module")
def crew() -> Iterator[Crew]:
    with installed() as place:
        crew = Crew.found(place)
        for name, shape in SHAPES.items():
            crew.add_flow(name, {"steps": shape.steps(crew), **(shape.settings or {})})
        Pump(place).settle()
        place.wire.outside.messages.clear()
        yield crew


class Course:
    """The fault-free course of a shape, and departures from it."""

    def __init__(self, crew: Crew, name: str) -> None:
        shape = SHAPES[name]
        left = {"deliveries"} if shape.mailed else {"deliveries", "notices"}
        self.pump = Pump(crew.place, frozenset(left), deaf=shape.deaf)
        self.before = self.pump.keep()
        self.mask = state.Mask.of(self.before.rows)
        self.play = Play(crew, self.pump, crew.forms[name], name, shape.script)
        self.points: list[Point] = []
        self.settled: dict[int, Settled] = {}
        self.sweeps = 0

    def begin(self) -> None:
        """Without a fault, in a cold process each time, so that every call shows."""
        self.pump.around = self._noted
        while True:
            if not self.pump.pending and self.play.position not in self.settled:
                self.settled[self.play.position] = self._seen()
            if not self.play.goes_on():
                break
        self.sweeps = self.pump.sweeps
        self.end = self._seen()
        runs = self.play.crew.runs(self.play.form)
        assert not any(run.unlisted for run in runs)
        assert state.unfinished(self.pump.outside) <= {run.id for run in runs if not run.over}

    def _noted(self, call: Callable[[], Any]) -> None:
        before, position = self.pump.keep(), self.play.position
        cold_start()
        with planned(Plan()) as plan:
            call()
        self.points.append(Point(before, position, tuple(plan.calls)))

    def _seen(self) -> Settled:
        outside = self.pump.outside
        truth = state.of_rows(self.mask, self.pump.place.wire.rows.items, self.before.rows)
        truth += state.of_effects(self.mask, outside)
        truth[f"unfinished runs: {len(state.unfinished(outside))}"] = 1
        return Settled(truth, state.of_executions(outside))

    def depart(self, point: Point, plan: Plan, *, to_the_end: bool) -> int:
        """A fault in this invocation, and on until all is as it was; how many sweeps it took."""
        self.pump.put_back(point.before)
        self.play.position = point.position
        self.pump.around = self._struck(plan)
        while self.play.goes_on():
            there = self.settled.get(self.play.position)
            if not to_the_end and there and not self.pump.pending and self._seen() == there:
                return self.pump.sweeps
        found, wanted = self._seen().truth, self.end.truth
        assert found == wanted, f"too much: {list(found - wanted)}, missing: {list(wanted - found)}"
        return self.pump.sweeps

    def _struck(self, plan: Plan) -> Callable[[Callable[[], Any]], None]:
        """The plan holds for the next invocation alone."""

        def around(call: Callable[[], Any]) -> None:
            self.pump.around = lambda call: call()
            cold_start()
            with planned(plan):
                call()

        return around


def plans(calls: int) -> Iterator[tuple[Fault, int]]:
    for kind in Fault:
        for at in range(calls):
            yield kind, at


@pytest.mark.parametrize("name", SHAPES)
def test_a_run_ends_alike_wherever_a_function_dies(
    crew: Crew, name: str, monkeypatch: pytest.MonkeyPatch, proved: Callable[..., None]
) -> None:
    if SHAPES[name].rounds:
        monkeypatch.setattr(machine, "MAX_ROUNDS", SHAPES[name].rounds)
    course = Course(crew, name)
    try:
        course.begin()
        check_events(crew.place.cloud)
        chance = dice(f"p4 {name}")
        points = [(point, kind, at) for point in course.points for kind, at in plans(len(point.calls))]
        every = len(points)
        points = chance.sample(points, min(every, size(short=3, long=every)))
        most = 0
        for point, kind, at in points:
            healed = kind is Fault.EXECUTE_AND_TIMEOUT and chance.random() < 0.5
            plan = Plan(kind, at, lasting=not healed)
            place = (kind, at, plan.lasting, course.points.index(point), point.position)
            try:
                sweeps = course.depart(point, plan, to_the_end=chance.random() < TO_THE_END)
            except AssertionError as error:
                raise AssertionError(f"{name}: {place}, {plan.calls}: {error}") from error
            assert plan.struck, f"{place} {plan.calls} {point.calls}"
            assert sweeps <= max(MAX_SWEEPS, course.sweeps + MAX_SWEEPS), place
            most = max(most, sweeps)
    finally:
        course.pump.put_back(course.before)
    calls = sum(len(point.calls) for point in course.points)
    proved("P4", f"every AWS call × five faults: {name}", calls=calls, faults=len(points), of=every, most_sweeps=most)
