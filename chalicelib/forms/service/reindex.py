"""Entering old records into new list columns and orders, a share at a time, after a form was published anew."""

from dataclasses import replace

from ...kernel.work import Work
from ..store.forms import FormRows
from ..store.records import RecordRows

SHARE = 6
"""Records a step: each writes its row and up to 11 entries, 3 guards' changes included, within 100 rows."""


class Reindexing:
    def __init__(self, forms: FormRows, records: RecordRows) -> None:
        self._forms = forms
        self._records = records

    def wanted(self, work: Work, form_id: str, version: int) -> bool:
        """Whether the version is still the newest and left something to enter."""
        head = self._forms.head(work, form_id)
        return head.version == version and bool(head.building)

    def go_on(self, work: Work, form_id: str, version: int, cursor: str | None) -> str | None:
        """Enter the next records. The cursor to go on from, or None when all is done or a newer version took over."""
        if not self.wanted(work, form_id, version):
            return None
        definition = self._forms.definition(work, form_id, version)
        page = self._records.entries(work, form_id, SHARE, cursor)
        for record in self._records.get_many(work, page.items):
            self._records.save(work, record, definition, record)
        if page.next_cursor is None:
            self._forms.save(work, replace(self._forms.head(work, form_id), building=()))
        return page.next_cursor
