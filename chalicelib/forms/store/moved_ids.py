"""What the ids of records that were merged into others stand for; and how one goes, and gives its values up."""

from collections.abc import Iterable
from typing import NamedTuple

from ...kernel.unit_of_work import UnitOfWork
from .. import row_keys
from ..domain.records import Record
from .table import TableOf

MOST_HOPS = 50
"""Merges one after the other: the survivor of one is merged into a third."""


class MovedTo(NamedTuple):
    """`merge` is the last of the merges that led there."""

    record_id: str
    merge: str


class MovedIds:
    """Part of the repository of records."""

    _table: TableOf

    def moved_to(self, work: UnitOfWork, record_ids: Iterable[str]) -> dict[str, MovedTo]:
        """Of those that were merged into others, which record their id stands for now."""
        ends = {each: MovedTo(each, "") for each in record_ids}
        open_ids = set(ends)
        for _ in range(MOST_HOPS):
            places = {each: row_keys.moved_to(ends[each].record_id) for each in open_ids}
            rows = self._table().get_many(work, places.values()) if places else {}
            open_ids = {each for each, place in places.items() if rows[place] is not None}
            for each in open_ids:
                row = rows[places[each]]
                assert row is not None  # noqa: S101 - those without a row are not open any more
                ends[each] = MovedTo(row.doc["into"], row.doc["merge"])
            if not open_ids:
                break
        return {each: end for each, end in ends.items() if end.merge}

    def give_guards(self, work: UnitOfWork, giver: Record, given: Record, taker: Record) -> None:
        """Unique values that one record gives up and another takes in the same work; once both are written. `giver` and
        `given` are the one before and after.
        """
        for name, texts in taker.guards.items():
            for text in texts:
                if text in giver.guards.get(name, ()) and text not in given.guards.get(name, ()):
                    key = row_keys.guard(taker.form_id, name, text)
                    work.index(key, {"record_id": taker.id}, kind="unique")
