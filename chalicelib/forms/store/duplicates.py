"""Rows of duplicate rules: under each mark the records that have it, and for rules that refuse a guard.

Whoever enters a record writes the guard anew, so that of two at once the second looks again and finds the first. What
is entered follows the record, which whoever enters or leaves writes or holds in the same work.
"""

from collections.abc import Iterable, Mapping

from ...kernel.unit_of_work import UnitOfWork
from .. import row_keys
from ..domain.records import Record
from .table import TableOf

AT_ONCE = 20
"""Records under one mark that are looked at."""
ENTRY, GUARD = "duplicate_entry", "duplicate_guard"


class DuplicateRepository:
    def __init__(self, table: TableOf) -> None:
        self._table = table

    def load(self, work: UnitOfWork, record_id: str, places: Iterable[tuple[str, str]]) -> None:
        """All that is asked by key when a record is entered, in one read; `places` are scopes with marks."""
        keys = [row_keys.duplicate_guard(scope, mark) for scope, mark in places]
        self._table().get_many(work, [row_keys.duplicate_marks(record_id), *keys])

    def marks(self, work: UnitOfWork, record_id: str) -> dict[str, str]:
        """The record's mark by scope."""
        row = self._table().get(work, row_keys.duplicate_marks(record_id))
        return dict(row.doc["marks"]) if row else {}

    def others(self, work: UnitOfWork, scope: str, mark: str, record_id: str) -> tuple[str, ...]:
        """Ids of other records under the mark, be it as this work has written it: as many as are looked at."""
        found = self._table().stretch(work, row_keys.duplicates_partition(scope, mark), limit=AT_ONCE)
        guard = self._table().get(work, row_keys.duplicate_guard(scope, mark))
        ids = [row.key.sort for row in found.rows if row.kind == ENTRY] + ([guard.doc["record_id"]] if guard else [])
        return tuple(dict.fromkeys(each for each in ids if each != record_id))

    def enter(self, work: UnitOfWork, record: Record, scope: str, mark: str, *, guarded: bool) -> None:
        """`guarded`: refused at commit, so that the request looks again, if the guard has changed since it was read."""
        doc = {"form_id": record.form_id}
        work.index(row_keys.duplicate(scope, mark, record.id), doc, kind=ENTRY, attributes=doc)
        if not guarded:
            return
        key = row_keys.duplicate_guard(scope, mark)
        guard, held = self._table().get(work, key), {"record_id": record.id}
        if guard is None:
            work.create(key, GUARD, held, amend=True)
        else:
            work.replace(guard, held, amend=True)

    def leave(self, work: UnitOfWork, record_id: str, scope: str, mark: str) -> None:
        work.unindex(row_keys.duplicate(scope, mark, record_id))
        guard = self._table().get(work, row_keys.duplicate_guard(scope, mark))
        if guard is not None:
            work.remove(guard, amend=True)

    def keep(self, work: UnitOfWork, record_id: str, marks: Mapping[str, str]) -> None:
        """Under what the record stands now."""
        key = row_keys.duplicate_marks(record_id)
        if marks:
            work.index(key, {"marks": dict(marks)}, kind="duplicate_marks")
        else:
            work.unindex(key)
