"""Somebody leaves: what is open for them becomes their successor's.

The first few runs change hands in the transaction that deactivates the member, the rest by a job
(`job_kinds/handover.py`), each run under its own version.
"""

from collections.abc import Callable
from typing import Any

from ...kernel.page import MAX_PAGE
from ...kernel.unit_of_work import UnitOfWork
from ..engine import Environment, advance, commands
from ..engine.errors import SuccessorInactive, SuccessorIsInitiator
from ..row_keys import TODO
from .effect_writer import EffectWriter
from .ports import ListStore, RunStore
from .specs import Specs

AT_ONCE = 5
TASKS_AT_ONCE = 8
"""Of one run that change hands together: each writes about five rows."""


class Handover:
    def __init__(
        self,
        *,
        lists: ListStore,
        runs: RunStore,
        specs: Specs,
        effect_writer: EffectWriter,
        environment: Callable[[UnitOfWork], Environment],
    ) -> None:
        self._lists = lists
        self._runs = runs
        self._specs = specs
        self._effect_writer = effect_writer
        self._environment = environment

    def hand_over(self, work: UnitOfWork, from_id: str, to_id: str) -> None:
        """Raises SuccessorIsInitiator if he would approve what he submitted himself, SuccessorInactive."""
        cards = self._todos(work, from_id)
        for card in cards:
            if card["initiator_id"] == to_id:
                raise SuccessorIsInitiator(title=card["title"])
        for run_id in dict.fromkeys(card["run_id"] for card in cards[:AT_ONCE]):
            self._command(work, run_id, commands.Handover(from_id, to_id, work.actor.member_id))

    def pass_on(self, work: UnitOfWork, run_id: str, from_id: str) -> None:
        """After they left: what the run still asks of them becomes that of who stands for them.

        Raises SuccessorInactive if nobody does, SuccessorIsInitiator.
        """
        successor = self._environment(work).org.standing_for(from_id)
        if successor is None:
            raise SuccessorInactive()
        self._command(work, run_id, commands.Handover(from_id, successor.id, limit=TASKS_AT_ONCE))

    def _command(self, work: UnitOfWork, run_id: str, command: commands.Handover) -> None:
        loaded = self._runs.get(work, run_id)
        if loaded is None or loaded.run.over:
            return
        if loaded.run.initiator == command.to_member:
            raise SuccessorIsInitiator(title=loaded.run.card["title"])
        facts = loaded.run.facts
        spec = self._specs.get(work, facts["flow_id"], facts["flow_version"])
        decision = advance(spec, loaded.run, command, self._environment(work))
        self._effect_writer.apply(work, loaded, spec, decision)

    def left_behind(self, work: UnitOfWork, from_id: str) -> dict[str, str]:
        """After they left: titles of the runs that still wait for them, by id."""
        return {card["run_id"]: card["title"] for card in self._todos(work, from_id)}

    def name_of(self, work: UnitOfWork, member_id: str) -> str:
        return self._environment(work).org.members[member_id].name

    def waiting(self, work: UnitOfWork) -> list[str]:
        """Ids of all runs that are in somebody's to-dos, be it somebody who left."""
        members = self._environment(work).org.members
        return list(dict.fromkeys(card["run_id"] for each in members for card in self._todos(work, each)))

    def _todos(self, work: UnitOfWork, member_id: str) -> list[dict[str, Any]]:
        cards: list[dict[str, Any]] = []
        cursor = None
        while True:
            page = self._lists.page(work, TODO, member_id, "", limit=MAX_PAGE, cursor=cursor)
            cards += page.items
            cursor = page.next_cursor
            if cursor is None:
                return cards
