"""The state machine behind a run: it performs what takes time and waits in between. The database is the truth.

A *token* is a doorbell: lost, doubled or late, it changes nothing. A *generation* is one execution of a run; which one
counts stands in the run's `park` row, and an execution of an older generation ends as soon as it looks. Whoever finds
the doorbell dead starts the next generation, under a name that can be used once, so that two finders start one.
"""

from datetime import timedelta
from typing import Any

from ...kernel.clock import from_text
from ...kernel.unit_of_work import UnitOfWork
from ..engine import advance, commands
from .applying import Applying
from .ports import Directory, Executions, Held, Parked, RunStore
from .specs import Specs

LISTED_A_STEP = 20
"""Members a step: each costs up to four rows of the hundred that a transaction may have."""
MAX_ROUNDS = 1_000
"""An execution may have 25,000 events; a round takes about fifteen."""
PAUSE_AFTER_FAILURE = 60
"""Seconds, so that a fault of ours does not start executions as fast as they fail."""

YOUNG = timedelta(minutes=10)
"""The event that starts a run's first execution may be on its way so long."""

RUNNING = "RUNNING"
"""What Step Functions calls an execution that has not ended."""

PERFORM, PARK, END = "perform", "park", "end"


class Machine:
    def __init__(
        self, runs: RunStore, specs: Specs, applying: Applying, directory: Directory, executions: Executions
    ) -> None:
        self._runs = runs
        self._specs = specs
        self._applying = applying
        self._directory = directory
        self._executions = executions

    # -- inside an execution

    def perform(self, work: UnitOfWork, run_id: str, generation: int, round_: int) -> str:
        """Do a share of what waits to be done; what the execution does next: perform, park or end."""
        held = self._runs.get(work, run_id)
        parked = self._runs.parked(work, run_id)
        if held is None or generation < parked.generation:
            return END
        if generation > parked.generation:
            # Started by somebody whose transaction has not been, or never will be, committed.
            self._runs.park(work, run_id, parked, generation, "")
        is_more = self._catch_up(work, held)
        if is_more:
            return PERFORM
        if held.run.over:
            return END
        if round_ >= MAX_ROUNDS:
            self._next_generation(work, run_id, parked, generation)
            return END
        return PARK

    def _catch_up(self, work: UnitOfWork, held: Held) -> bool:
        facts = held.run.facts
        spec = self._specs.get(work, facts["flow_id"], facts["flow_version"])
        decision = advance(spec, held.run, commands.CatchUp(LISTED_A_STEP), self._directory.org(work), work.at)
        self._applying.apply(work, held, spec, decision)
        return decision.run.unlisted

    def park(self, work: UnitOfWork, run_id: str, generation: int, token: str) -> None:
        """Leave the doorbell at the run; ring it at once if there is something to do already.

        The run is required unchanged, so that an act that comes in between is seen here or sees the token.
        """
        held = self._runs.get(work, run_id)
        parked = self._runs.parked(work, run_id)
        if held is None or generation < parked.generation or held.run.over or held.run.unlisted:
            self._executions.ring(token)
            return
        self._runs.require(work, held)
        self._runs.park(work, run_id, parked, generation, token)

    # -- from outside

    def wake(self, work: UnitOfWork, run_id: str) -> None:
        """Something happened: ring the execution that waits, start one if there is none."""
        held = self._runs.get(work, run_id)
        if held is None:
            return
        parked = self._runs.parked(work, run_id)
        if parked.token:
            if not self._executions.ring(parked.token) and held.run.pending:
                self._next_generation(work, run_id, parked, parked.generation)
        elif held.run.pending:
            self._start(work, run_id, parked.generation)

    def revive(self, work: UnitOfWork, run_id: str, generation: int) -> None:
        """An execution of that generation died."""
        held = self._runs.get(work, run_id)
        parked = self._runs.parked(work, run_id)
        if held is not None and generation >= parked.generation and held.run.pending:
            self._next_generation(work, run_id, parked, generation, PAUSE_AFTER_FAILURE)

    def check(self, work: UnitOfWork, run_id: str) -> None:
        """Nothing happened for a while: start the next generation if no execution stands behind the run any more, and
        ring the one that waits although there is something to do.
        """
        held = self._runs.get(work, run_id)
        if held is None or not held.run.pending:
            self._runs.unwatch(work, run_id)
            return
        parked = self._runs.parked(work, run_id)
        status = self._executions.status(f"{run_id}-{parked.generation}")
        if not status and work.now - from_text(held.run.started_at) < YOUNG:
            return
        if status != RUNNING:
            self._next_generation(work, run_id, parked, parked.generation)
        elif parked.token and self._is_behind(work, held):
            self._executions.ring(parked.token)

    def _is_behind(self, work: UnitOfWork, held: Held) -> bool:
        """Whether performing would change something: lists are behind, or somebody left who is still asked."""
        org = self._directory.org(work)
        left = [task.member for task in held.run.tasks if task.open and org.active(task.member) is None]
        standing = [org.standing_for(member) for member in left]
        return held.run.unlisted or any(each is not None and each.id != held.run.initiator for each in standing)

    def _next_generation(self, work: UnitOfWork, run_id: str, parked: Parked, generation: int, pause: int = 0) -> None:
        """Started before the row says so: dying in between leaves an execution that adopts the row itself."""
        self._start(work, run_id, generation + 1, pause)
        self._runs.park(work, run_id, parked, generation + 1, "")

    def _start(self, work: UnitOfWork, run_id: str, generation: int, pause: int = 0) -> bool:
        payload: dict[str, Any] = {
            "tenant_id": work.actor.tenant_id,
            "run_id": run_id,
            "generation": generation,
            "round": 0,
            "pause": pause,
        }
        return self._executions.start(f"{run_id}-{generation}", payload)
