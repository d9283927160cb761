"""The Step Functions execution behind a run: it does what takes time and waits in between. The database is the truth.

A *task token* is only a wake-up signal: lost, doubled or late, it changes nothing. An *execution epoch* counts the
executions of a run; which one is current stands in the run's `park` row, and an execution of an earlier epoch ends as
soon as it looks. Whoever finds that nobody answers to the token starts the next epoch, under a name that can be used
once, so that two finders start one.
"""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from ...kernel.clock import from_text
from ...kernel.unit_of_work import UnitOfWork
from ..engine import Environment, advance, commands
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
"""The event that starts a run's first execution may be on its way so long."""

RUNNING = "RUNNING"
"""What Step Functions calls an execution that has not ended."""

RUN_PENDING_WORK, WAIT_FOR_SIGNAL, END = "perform", "park", "end"
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
        if epoch > state.execution_epoch:
            # Started by somebody whose transaction has not been, or never will be, committed.
            self._runs.save_execution_state(work, run_id, state, epoch, "")
        is_more = self._catch_up(work, loaded)
        if is_more:
            return RUN_PENDING_WORK
        if loaded.run.over:
            return END
        if round_ >= MAX_ROUNDS:
            self._start_next_epoch(work, run_id, state, epoch)
            return END
        return WAIT_FOR_SIGNAL

    def _catch_up(self, work: UnitOfWork, loaded: LoadedRun) -> bool:
        facts = loaded.run.facts
        spec = self._specs.get(work, facts["flow_id"], facts["flow_version"])
        env = self._environment(work)
        decision = advance(spec, loaded.run, commands.CatchUp(LISTED_A_STEP), env)
        self._effect_writer.apply(work, loaded, spec, decision)
        return decision.run.unlisted

    def wait_for_signal(self, work: UnitOfWork, run_id: str, epoch: int, token: str) -> None:
        """Keep the task token with the run; answer it at once if there is something to do already.

        The run is required unchanged, so that an act that comes in between is seen here or sees the token.
        """
        loaded = self._runs.get(work, run_id)
        state = self._runs.execution_state(work, run_id)
        if loaded is None or epoch < state.execution_epoch or loaded.run.over or loaded.run.unlisted:
            self._executions.send_task_success(token)
            return
        self._runs.require(work, loaded)
        self._runs.save_execution_state(work, run_id, state, epoch, token)

    # -- from outside

    def signal(self, work: UnitOfWork, run_id: str) -> None:
        """Something happened: wake the execution that waits, start one if there is none."""
        loaded = self._runs.get(work, run_id)
        if loaded is None:
            return
        state = self._runs.execution_state(work, run_id)
        if state.token:
            if not self._executions.send_task_success(state.token) and loaded.run.pending:
                self._start_next_epoch(work, run_id, state, state.execution_epoch)
        elif loaded.run.pending:
            self._start(work, run_id, state.execution_epoch)

    def restart_execution(self, work: UnitOfWork, run_id: str, epoch: int) -> None:
        """The execution of that epoch died."""
        loaded = self._runs.get(work, run_id)
        state = self._runs.execution_state(work, run_id)
        if loaded is not None and epoch >= state.execution_epoch and loaded.run.pending:
            self._start_next_epoch(work, run_id, state, epoch, PAUSE_AFTER_FAILURE)

    def check(self, work: UnitOfWork, run_id: str) -> None:
        """Nothing happened for a while: start the next epoch if no execution stands behind the run any more, and wake
        the one that waits although there is something to do.
        """
        loaded = self._runs.get(work, run_id)
        if loaded is None or not loaded.run.pending:
            self._runs.unwatch(work, run_id)
            return
        state = self._runs.execution_state(work, run_id)
        status = self._executions.status(f"{run_id}-{state.execution_epoch}")
        if not status and work.now - from_text(loaded.run.started_at) < YOUNG:
            return
        if status != RUNNING:
            self._start_next_epoch(work, run_id, state, state.execution_epoch)
        elif state.token and self._is_behind(work, loaded):
            self._executions.send_task_success(state.token)

    def _is_behind(self, work: UnitOfWork, loaded: LoadedRun) -> bool:
        """Whether there is pending work: lists are behind, or somebody left who is still asked."""
        org = self._environment(work).org
        left = [task.member for task in loaded.run.tasks if task.open and org.active(task.member) is None]
        standing = [org.standing_for(member) for member in left]
        return loaded.run.unlisted or any(each is not None and each.id != loaded.run.initiator for each in standing)

    def _start_next_epoch(
        self, work: UnitOfWork, run_id: str, state: ExecutionState, epoch: int, pause: int = 0
    ) -> None:
        """Started before the row says so: dying in between leaves an execution that adopts the row itself."""
        self._start(work, run_id, epoch + 1, pause)
        self._runs.save_execution_state(work, run_id, state, epoch + 1, "")

    def _start(self, work: UnitOfWork, run_id: str, epoch: int, pause: int = 0) -> bool:
        payload: dict[str, Any] = {
            "tenant_id": work.actor.tenant_id,
            "run_id": run_id,
            "generation": epoch,
            "round": 0,
            "pause": pause,
        }
        return self._executions.start(f"{run_id}-{epoch}", payload)
