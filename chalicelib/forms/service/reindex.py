"""Entering old records into new list columns and orders, a share at a time, after a form was published anew, or after
somebody asked for a list that records by an earlier release do not stand in.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import ClassVar

from ...kernel.unit_of_work import UnitOfWork
from ..domain.records import ALL_ORDERS, OWN_BIN, entered
from .ports import FormStore, RecordStore

SHARE = 20
MAX_ROWS = 50
"""A record writes at most 44 rows (its own, entries in and out, two guards a field), so a share stays below 100."""


class Reindexing:
    orders: ClassVar[list[str]] = [*ALL_ORDERS]
    """What a pass enters beyond the fields; an older release's pass, gone on with, did not."""

    def __init__(self, forms: FormStore, records: RecordStore) -> None:
        self._forms = forms
        self._records = records

    def wanted(self, work: UnitOfWork, form_id: str, version: int) -> bool:
        """Whether the version is still the newest and left something to enter."""
        head = self._forms.head(work, form_id)
        return head.version == version and bool(head.building)

    def go_on(self, work: UnitOfWork, form_id: str, version: int, after: str, orders: Sequence[str] = ()) -> str:
        """Enter the records that follow the id `after` ("": from the first), then, behind `@own_bin`, the deleted ones.
        `orders` are the lists beyond those of fields that this pass enters from its first share on.

        What to go on after; "" when all is done, or when a newer version took over.
        """
        if not self.wanted(work, form_id, version):
            return ""
        if not after.startswith(OWN_BIN):
            last = self._records_after(work, form_id, version, after)
            if last or len(work.changes) > MAX_ROWS:
                return last or OWN_BIN
        last = self._records.enter_bins(work, form_id, after.removeprefix(OWN_BIN), SHARE)
        if last:
            return OWN_BIN + last
        self._forms.save(work, replace(self._forms.head(work, form_id), building=(), ordered=tuple(orders)))
        return ""

    def _records_after(self, work: UnitOfWork, form_id: str, version: int, after: str) -> str:
        definition = self._forms.definition(work, form_id, version)
        ids, more = self._records.following(work, form_id, after, SHARE)
        for record in self._records.get_many(work, ids):
            if not entered(record, definition):
                self._records.save(work, record, definition, record)
            if len(work.changes) > MAX_ROWS and record.id != ids[-1]:
                return record.id
        return ids[-1] if more else ""

    def pass_over(self, work: UnitOfWork, form_id: str, version: int, after: str) -> tuple[tuple[str, ...], str]:
        """The records of a share that cannot be entered together, to be entered one by one; and as `go_on`."""
        if not self.wanted(work, form_id, version):
            return (), ""
        ids, more = self._records.following(work, form_id, after, SHARE)
        return ids, ids[-1] if more else OWN_BIN

    def enter(self, work: UnitOfWork, form_id: str, version: int, record_id: str) -> None:
        """One record, into the lists of that version if it is still the newest."""
        if self._forms.head(work, form_id).version != version:
            return
        definition = self._forms.definition(work, form_id, version)
        for record in self._records.get_many(work, [record_id]):
            if not entered(record, definition):
                self._records.save(work, record, definition, record)
