"""The Step Functions execution behind a run: it does what no one transaction holds, in shares. The database decides.

An execution is there only while a run is behind: lists do not show yet what it says, or somebody who left is still
asked. A run that waits for people needs none. An *execution epoch* counts the executions of a run; the run's `park` row
has the epoch of the one at work, or of the next if none is. The last share of an execution counts on, in a transaction
that requires the run unchanged: so an act that leaves work over is either seen by that share, or finds the next epoch.
Names are used once, so that of two who start the same epoch one does, and an execution of an earlier epoch ends as soon
as it looks.
"""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from ...kernel.clock import from_text
from ...kernel.unit_of_work import UnitOfWork
from ..engine import Environment, Run, advance, commands
from .effect_writer import EffectWriter
from .ports import Executions, ExecutionState, LoadedRun, RunStore
from .specs import Specs

LISTED_A_STEP = 20
"""Members a step: each costs up to four rows of the hundred that a transaction may have."""
MAX_ROUNDS = 1_000
"""An execution may have 25,000 events; a round takes about fifteen."""
PAUSE_AFTER_FAILURE = 60
"""Seconds, so that a fault of ours does not start executions as fast as they fail."""

YOUNG = timedelta(minutes=10)
"""The event that starts an execution of a new run may be on its way so long."""

RUNNING = "RUNNING"
"""What Step Functions calls an execution that has not ended."""

RUN_PENDING_WORK, END = "perform", "end"
"""Where the state machine goes next, in the words of `stepfunctions/run.asl.json`."""


class RunExecutions:
    def __init__(
        self,
        runs: RunStore,
        specs: Specs,
        effect_writer: EffectWriter,
        environment: Callable[[UnitOfWork], Environment],
        executions: Executions,
    ) -> None:
        self._runs = runs
        self._specs = specs
        self._effect_writer = effect_writer
        self._environment = environment
        self._executions = executions

    # -- inside an execution

    def run_pending_work(self, work: UnitOfWork, run_id: str, epoch: int, round_: int) -> str:
        """Do a share of what waits to be done; where the execution goes next, by the constants above."""
        loaded = self._runs.get(work, run_id)
        state = self._runs.execution_state(work, run_id)
        if loaded is None or epoch < state.execution_epoch:
            return END
        after = self._catch_up(work, loaded)
        if after.unlisted and round_ < MAX_ROUNDS:
            if epoch > state.execution_epoch:
                # Started by somebody whose transaction has not been, or never will be, committed.
                self._runs.save_execution_state(work, run_id, state, epoch)
            return RUN_PENDING_WORK
        if after.unlisted:
            self._start_next_epoch(work, run_id, state, epoch)
            return END
        if after == loaded.run:
            self._runs.require(work, loaded)
        self._runs.save_execution_state(work, run_id, state, epoch + 1)
        return END

    def _catch_up(self, work: UnitOfWork, loaded: LoadedRun) -> Run:
        facts = loaded.run.facts
        spec = self._specs.get(work, facts["flow_id"], facts["flow_version"])
        env = self._environment(work)
        decision = advance(spec, loaded.run, commands.CatchUp(LISTED_A_STEP), env)
        self._effect_writer.apply(work, loaded, spec, decision)
        return decision.run

    # -- from outside

    def signal(self, work: UnitOfWork, run_id: str) -> None:
        """The run may be behind: start the execution that catches up, unless it is at work."""
        loaded = self._runs.get(work, run_id)
        if loaded is None or not self._is_behind(work, loaded):
            return
        state = self._runs.execution_state(work, run_id)
        if state.waits:
            self._start_next_epoch(work, run_id, state, state.execution_epoch)
        else:
            self._start(work, run_id, state.execution_epoch)

    def restart_execution(self, work: UnitOfWork, run_id: str, epoch: int) -> None:
        """The execution of that epoch died."""
        loaded = self._runs.get(work, run_id)
        state = self._runs.execution_state(work, run_id)
        if loaded is not None and epoch >= state.execution_epoch and self._is_behind(work, loaded):
            self._start_next_epoch(work, run_id, state, epoch, PAUSE_AFTER_FAILURE)

    def check(self, work: UnitOfWork, run_id: str) -> None:
        """Nothing happened for a while: start the next epoch if the run is behind and no execution is at work."""
        loaded = self._runs.get(work, run_id)
        if loaded is None or not loaded.run.pending:
            self._runs.unwatch(work, run_id)
            return
        if not self._is_behind(work, loaded):
            return
        state = self._runs.execution_state(work, run_id)
        status = self._executions.status(f"{run_id}-{state.execution_epoch}")
        if not status and work.now - from_text(loaded.run.started_at) < YOUNG:
            return
        if status != RUNNING or state.waits:
            self._start_next_epoch(work, run_id, state, state.execution_epoch)

    def _is_behind(self, work: UnitOfWork, loaded: LoadedRun) -> bool:
        """Whether lists are behind, or somebody left who is still asked."""
        if loaded.run.unlisted:
            return True
        org = self._environment(work).org
        left = [task.member for task in loaded.run.tasks if task.open and org.active(task.member) is None]
        standing = [org.standing_for(member) for member in left]
        return any(each is not None and each.id != loaded.run.initiator for each in standing)

    def _start_next_epoch(
        self, work: UnitOfWork, run_id: str, state: ExecutionState, epoch: int, pause: int = 0
    ) -> None:
        """Started before the row says so: dying in between leaves an execution that adopts the row itself."""
        self._start(work, run_id, epoch + 1, pause)
        self._runs.save_execution_state(work, run_id, state, epoch + 1)

    def _start(self, work: UnitOfWork, run_id: str, epoch: int, pause: int = 0) -> bool:
        payload: dict[str, Any] = {
            "tenant_id": work.actor.tenant_id,
            "run_id": run_id,
            "generation": epoch,
            "round": 0,
            "pause": pause,
        }
        return self._executions.start(f"{run_id}-{epoch}", payload)
