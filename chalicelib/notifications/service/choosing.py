"""What a member wants to be mailed: he alone reads and changes it."""

from collections.abc import Mapping

from ...kernel.errors import Stale
from ...kernel.unit_of_work import UnitOfWork
from ..domain.preferences import Preferences, chosen
from .ports import PreferenceStore


class Choosing:
    def __init__(self, store: PreferenceStore) -> None:
        self._store = store

    def get(self, work: UnitOfWork) -> Preferences:
        return self._store.get(work, work.actor.member_id)

    def change(self, work: UnitOfWork, version: int, wanted: Mapping[str, bool]) -> Preferences:
        """Raises Stale."""
        before = self.get(work)
        if before.version != version:
            raise Stale()
        after = chosen(wanted, before)
        self._store.save(work, work.actor.member_id, after)
        return after
