"""Somebody leaves: what is open for him becomes his successor's.

The first few runs change hands in the transaction that deactivates him. For the rest, a reaction wakes the run of each
to-do that is left, and its machine replaces whoever left by who stands for him: each run under its own version, and
again if it fails.
"""

from typing import Any

from ...kernel.page import MAX_PAGE
from ...kernel.unit_of_work import UnitOfWork
from ..engine import Environment, advance, commands
from ..engine.errors import SuccessorIsInitiator
from ..row_keys import TODO
from .effect_writer import EffectWriter
from .ports import Directory, ListStore, RunStore
from .specs import Specs

AT_ONCE = 5


class Handover:
    def __init__(
        self,
        *,
        lists: ListStore,
        runs: RunStore,
        specs: Specs,
        effect_writer: EffectWriter,
        directory: Directory,
    ) -> None:
        self._lists = lists
        self._runs = runs
        self._specs = specs
        self._effect_writer = effect_writer
        self._directory = directory

    def hand_over(self, work: UnitOfWork, from_id: str, to_id: str) -> None:
        """Raises SuccessorIsInitiator if he would approve what he submitted himself, SuccessorInactive."""
        cards = self._todos(work, from_id)
        for card in cards:
            if card["initiator_id"] == to_id:
                raise SuccessorIsInitiator(title=card["title"])
        for run_id in dict.fromkeys(card["run_id"] for card in cards[:AT_ONCE]):
            loaded = self._runs.get(work, run_id)
            if loaded is None:
                continue
            facts = loaded.run.facts
            spec = self._specs.get(work, facts["flow_id"], facts["flow_version"])
            command = commands.Handover(from_id, to_id, work.actor.member_id)
            env = Environment(self._directory.org(work), work.at)
            decision = advance(spec, loaded.run, command, env)
            self._effect_writer.apply(work, loaded, spec, decision)

    def left_behind(self, work: UnitOfWork, from_id: str) -> list[str]:
        """After they left: ids of the runs that still wait for them, whose machines must take over."""
        return list(dict.fromkeys(card["run_id"] for card in self._todos(work, from_id)))

    def waiting(self, work: UnitOfWork) -> list[str]:
        """Ids of all runs that are in somebody's to-dos, be it somebody who left."""
        members = self._directory.org(work).members
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
