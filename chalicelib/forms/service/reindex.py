"""Entering old records into new list columns and orders, a share at a time, after a form was published anew."""

from dataclasses import replace

from ...kernel.work import Work
from ..domain.records import entered
from .ports import FormStore, RecordStore

SHARE = 20
MAX_ROWS = 50
"""A record writes at most 42 rows (its own, entries in and out, two guards a field), so a share stays below 100."""


class Reindexing:
    def __init__(self, forms: FormStore, records: RecordStore) -> None:
        self._forms = forms
        self._records = records

    def wanted(self, work: Work, form_id: str, version: int) -> bool:
        """Whether the version is still the newest and left something to enter."""
        head = self._forms.head(work, form_id)
        return head.version == version and bool(head.building)

    def go_on(self, work: Work, form_id: str, version: int, after: str) -> str:
        """Enter the records that follow the id `after` ("": from the first).

        The id to go on after; "" when all is done, or when a newer version took over.
        """
        if not self.wanted(work, form_id, version):
            return ""
        definition = self._forms.definition(work, form_id, version)
        page = self._records.following(work, form_id, after, SHARE)
        for record in self._records.get_many(work, page.items):
            if not entered(record, definition):
                self._records.save(work, record, definition, record)
            if len(work.changes) > MAX_ROWS and record.id != page.items[-1]:
                return record.id
        if page.next_cursor is not None:
            return page.items[-1]
        self._forms.save(work, replace(self._forms.head(work, form_id), building=()))
        return ""
