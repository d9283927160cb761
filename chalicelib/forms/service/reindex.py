"""Entering old records into new list columns and orders, after a form was published anew, or after somebody asked for a
list that records by an earlier release do not stand in. The job is `forms.reindex`; here is what it does to a record.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import ClassVar

from ...jobs.kinds import Item
from ...kernel.unit_of_work import UnitOfWork
from ..domain.form_state import Head
from ..domain.records import ALL_ORDERS, OWN_BIN, Record, is_indexed
from .ports import Company, FormStore, RecordStore


class Reindexing:
    orders: ClassVar[list[str]] = [*ALL_ORDERS]
    """What a pass enters beyond the fields."""

    def __init__(self, forms: FormStore, records: RecordStore, company: Company) -> None:
        self._forms = forms
        self._records = records
        self._company = company

    def wanted(self, work: UnitOfWork, form_id: str, version: int) -> Head | None:
        """The form, if the version is still the newest and left something to enter."""
        head = self._forms.head(work, form_id)
        return head if head.version == version and head.reindexing else None

    def find(self, work: UnitOfWork, form_id: str, version: int, cursor: str, limit: int) -> list[Item]:
        """The records that follow `cursor` ("": from the first), then, behind `@own_bin`, the deleted ones. None when
        all are entered, or when a newer version took over.
        """
        if self.wanted(work, form_id, version) is None:
            return []
        if not cursor.startswith(OWN_BIN):
            ids, _ = self._records.following(work, form_id, cursor, limit)
            if ids:
                titles = {record.id: record.title for record in self._records.get_many(work, ids)}
                return [Item(each, titles.get(each, "")) for each in ids]
        deleted = self._records.deleted(work, form_id, cursor.removeprefix(OWN_BIN) if OWN_BIN in cursor else "", limit)
        return [Item(OWN_BIN + each, title) for each, title in deleted.items()]

    def enter(self, work: UnitOfWork, form_id: str, version: int, cursor: str) -> None:
        """The item at `cursor`, into the lists of that version if it is still the newest."""
        if self._forms.head(work, form_id).version != version:
            return
        if cursor.startswith(OWN_BIN):
            self._records.enter_bin(work, form_id, cursor.removeprefix(OWN_BIN))
            return
        definition = self._forms.definition(work, form_id, version)
        for record in self._records.get_many(work, [cursor]):
            owned = self._owned(work, record)
            if not is_indexed(owned, definition):
                self._records.save(work, owned, definition, record)

    def _owned(self, work: UnitOfWork, record: Record) -> Record:
        """One by an earlier release is whose it was, and in the department that they are in now."""
        if record.owner or not record.created_by:
            return record
        owner = self._company.org(work).members.get(record.created_by)
        return replace(record, owner=record.created_by, owner_department=owner.department_id if owner else "")

    def finish(self, work: UnitOfWork, form_id: str, version: int, orders: Sequence[str]) -> None:
        """Every record is entered: the lists may be shown."""
        head = self.wanted(work, form_id, version)
        if head is not None:
            self._forms.save(work, replace(head, reindexing=(), ordered=tuple(orders)))
