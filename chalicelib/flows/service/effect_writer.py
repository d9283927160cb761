"""Writing what a decision of the engine asks for: run, lists, trail, record and events, all on one work."""

from collections.abc import Callable, Mapping
from typing import Any

from ...forms.api import Record
from ...kernel.clock import from_text
from ...kernel.events import Event
from ...kernel.unit_of_work import UnitOfWork
from ..engine import Decision, Run, Spec, effects
from ..engine.run import APPROVED, REJECTED, RUNNING, WITHDRAWN, Task
from ..row_keys import CC, DONE, STARTED, TODO
from .ports import Forms, ListStore, LoadedRun, RunStore

RECORD_STATES = {RUNNING: "in_approval", APPROVED: "approved", REJECTED: "rejected", WITHDRAWN: "withdrawn"}
"""What the record of a run in this status is called by forms."""

_END_OF_TIME = 99_999_999_999
"""In seconds since 1970; what is left until then sorts the other way round, and with as many digits for three thousand
years.
"""


class EffectWriter:
    def __init__(self, runs: RunStore, lists: ListStore, forms: Forms) -> None:
        self._runs = runs
        self._lists = lists
        self._forms = forms

    def apply(
        self, work: UnitOfWork, loaded: LoadedRun, spec: Spec, decision: Decision, record: Record | None = None
    ) -> None:
        """`record` is the run's, if it is at hand; else it is read when an effect needs it."""
        if decision.run == loaded.run and loaded.row is not None:
            return
        _Once(work, spec, decision.run, lists=self._lists, runs=self._runs, forms=self._forms, record=record).write(
            decision
        )
        self._runs.save(work, loaded, decision.run)

    def unlist_started(self, work: UnitOfWork, run: Run) -> None:
        """Take it out of what its initiator started: a further round of its record is listed instead."""
        self._lists.hide(work, STARTED, run.initiator, started_sort(run), form_id=run.facts["form_id"])


class _Once:
    """One decision being written. Reading the record is left until an effect needs it."""

    def __init__(
        self,
        work: UnitOfWork,
        spec: Spec,
        run: Run,
        *,
        lists: ListStore,
        runs: RunStore,
        forms: Forms,
        record: Record | None,
    ) -> None:
        self.work, self.spec, self.run = work, spec, run
        self.lists, self.runs, self.forms = lists, runs, forms
        self._record = record
        self.readers: list[str] = []
        self._writers: Mapping[type, Callable[[Any], object]] = {
            effects.OpenTodo: self._open,
            effects.CloseTodo: self._close,
            effects.ListDone: self._done,
            effects.ListCopy: self._copy,
            effects.ListStarted: self._started,
            effects.AppendTrail: self._append_trail,
            effects.RecordState: self._state,
            Event: self.work.emit,
        }

    def write(self, decision: Decision) -> None:
        for effect in decision.effects:
            self._writers[type(effect)](effect)
        if self.readers:
            self.forms.share(self.work, self.record, self.readers)

    @property
    def record(self) -> Record:
        if self._record is None:
            self._record = self.forms.get_record(self.work, self.run.facts["record_id"])
        return self._record

    def _open(self, effect: effects.OpenTodo) -> None:
        task = effect.task
        card = {**self._card(task), "opened_at": task.opened_at, "why": task.why, "due_at": task.due_at}
        self.lists.show(self.work, TODO, task.member, todo_sort(self.run, task), card=card)
        self.readers.append(task.member)

    def _close(self, effect: effects.CloseTodo) -> None:
        task = effect.task
        self.lists.hide(self.work, TODO, task.member, todo_sort(self.run, task), form_id=self.run.facts["form_id"])

    def _done(self, effect: effects.ListDone) -> None:
        task = effect.task
        card = {**self._card(task), "decision": task.status, "decided_at": task.ended_at}
        self.lists.show(self.work, DONE, task.member, f"{task.ended_at}#{self.run.id}#{task.id}", card=card)

    def _copy(self, effect: effects.ListCopy) -> None:
        copy = effect.copy
        card = {**self.run.card, **self._facts(), "at": copy.at, "read_at": copy.read_at}
        self.lists.show(self.work, CC, copy.member, f"{copy.at}#{self.run.id}", card=card)
        if not effect.again:
            self.readers.append(copy.member)

    def _started(self, effect: effects.ListStarted) -> None:  # noqa: ARG002 - it says only that
        run = self.run
        card = {
            **run.card,
            **self._facts(),
            "status": run.status,
            "node_name": self.spec.node(run.node).name if run.node else "",
            "started_at": run.started_at,
            "ended_at": run.ended_at,
        }
        self.lists.show(self.work, STARTED, run.initiator, started_sort(run), card=card)

    def _append_trail(self, effect: effects.AppendTrail) -> None:
        self.runs.append_trail(self.work, self.run.id, effect.first, effect.entries)

    def _state(self, effect: effects.RecordState) -> None:
        state = RECORD_STATES[effect.state]
        self._record = self.forms.set_state(self.work, self.record, state, locked=effect.locked)

    def _facts(self) -> dict[str, Any]:
        facts = self.run.facts
        return {"run_id": self.run.id, "form_id": facts["form_id"], "record_id": facts["record_id"]}

    def _card(self, task: Task) -> dict[str, Any]:
        name = self.spec.node(task.node).name
        return {**self.run.card, **self._facts(), "task_id": task.id, "node_id": task.node, "node_name": name}


def todo_sort(run: Run, task: Task) -> str:
    """Derived from the task, so that whoever closes it knows where it is listed. Lists are read from their end: what is
    due soonest comes first, and what has no time follows, the newest first.
    """
    at = f"due#{_END_OF_TIME - int(from_text(task.due_at).timestamp())}" if task.due_at else task.opened_at
    return f"{at}#{run.id}#{task.id}"


def started_sort(run: Run) -> str:
    return f"{run.started_at}#{run.id}"
