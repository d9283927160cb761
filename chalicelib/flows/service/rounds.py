"""Rounds: a record that was rejected or withdrawn may be submitted again, and each submission is a run of its own.

A run knows its place among them since it was started: its `round`, how the one before ended (`previous`), and which
values had changed since (`changed`). Runs that an earlier release started carry none of it: for them it is derived here
from the list of repeats and the record's history.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ...forms.api import Record, RecordNotFound
from ...kernel.ids import number_of
from ...kernel.page import MAX_PAGE
from ...kernel.unit_of_work import UnitOfWork
from ..engine import Run
from ..engine.run import APPROVED, REJECTED, WITHDRAWN
from .ports import Forms, LoadedRun, RunStore

MAX_PATHS = 200
"""Of changed values a run names so many; beyond that only their fields, because a run is one row."""
MAX_UNNUMBERED = 10

Changes = list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Round:
    """`previous` is None in the first round, else `run_id`, `status`, `decided_by`, `opinion`, `ended_at`."""

    number: int = 1
    previous: Mapping[str, Any] | None = None
    changed: tuple[str, ...] = ()


class Rounds:
    def __init__(self, runs: RunStore, forms: Forms) -> None:
        self._runs = runs
        self._forms = forms

    def newest(self, work: UnitOfWork, record_id: str) -> Run | None:
        """The last run that the record went into, if any."""
        first = self._runs.first(work, record_id)
        if first is None:
            return None
        repeats = self._runs.repeats(work, record_id)
        newest = self._runs.get(work, repeats[0]) if repeats else None
        return (newest or first).run

    def after(self, work: UnitOfWork, previous: Run, stored: Record, submitted: Mapping[str, Any]) -> Round:
        """The round of a submission that follows `previous`. `stored` is the record as it was read, `submitted` the
        values that go into approval now.
        """
        before = self._forms.values_at(work, stored, previous.started_at)
        changes = self._forms.differences(before, submitted)
        return Round(self._number(work, previous) + 1, self._outcome(work, previous), paths(changes))

    def of(self, work: UnitOfWork, run: Run) -> Round:
        """The place of a stored run."""
        if run.round:
            return Round(run.round, run.previous or None, run.changed)
        before = self._before(work, run)
        if before is None:
            return Round()
        try:
            changes = self.changes(work, run)
        except RecordNotFound:
            changes = []
        return Round(self._number(work, run), self._outcome(work, before), paths(changes))

    def changes(self, work: UnitOfWork, run: Run) -> Changes:
        """`{"field", "before", "after"}` of every value that differs from the submission before; empty in round one.

        Raises RecordNotFound if the record is in the bin.
        """
        before = self._before(work, run)
        if before is None:
            return []
        record = self._forms.get_record(work, run.facts["record_id"])
        now = self._forms.values_at(work, record, run.started_at)
        return self._forms.differences(self._forms.values_at(work, record, before.started_at), now)

    def unnumbered(self, work: UnitOfWork, newest: Run) -> list[Run]:
        """`newest` and those before it as far as an earlier release listed each of them: it, if it knows its round."""
        found = [newest]
        while not found[-1].round and len(found) < MAX_UNNUMBERED:
            before = self._before(work, found[-1])
            if before is None:
                break
            found.append(before)
        return found

    def ending(self, work: UnitOfWork, run_id: str) -> Mapping[str, Any] | None:
        """The trail entry of what ended it; None if it ended by itself, or too much was said since."""
        for entries in self._runs.last_acts(work, run_id, MAX_PAGE):
            if any(entry["act"] == "finished" for entry in entries):
                return next((entry for entry in entries if entry["act"] in (APPROVED, REJECTED, WITHDRAWN)), None)
        return None

    def _outcome(self, work: UnitOfWork, run: Run) -> dict[str, Any]:
        ending = self.ending(work, run.id) or {}
        by = ending.get("by")
        return {
            "run_id": run.id,
            "status": run.status,
            "decided_by": {"id": by, "name": ending.get("by_name", "")} if by else None,
            "opinion": ending.get("opinion", ""),
            "ended_at": run.ended_at,
        }

    def _number(self, work: UnitOfWork, run: Run) -> int:
        record_id = run.facts["record_id"]
        if run.round or run.id == record_id:
            return run.round or 1
        return 2 + sum(each < run.id for each in self._by_moment(work, record_id))

    def _before(self, work: UnitOfWork, run: Run) -> Run | None:
        record_id = run.facts["record_id"]
        if run.round == 1 or run.id == record_id:
            return None
        known = run.previous.get("run_id") if run.previous else None
        earlier = known or max((each for each in self._by_moment(work, record_id) if each < run.id), default=record_id)
        loaded: LoadedRun | None = self._runs.get(work, earlier)
        return loaded.run if loaded else None

    def _by_moment(self, work: UnitOfWork, record_id: str) -> list[str]:
        """Further runs of an earlier release, whose ids are in the order in which they were started."""
        return [each for each in self._runs.repeats(work, record_id) if number_of(each) == 0]


def paths(changes: Changes) -> tuple[str, ...]:
    found = tuple(str(change["field"]) for change in changes)
    return found if len(found) <= MAX_PATHS else tuple(dict.fromkeys(each.split("/")[0] for each in found))
