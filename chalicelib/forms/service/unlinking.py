"""What becomes of the records that are linked to a record when that is deleted, as their links say: `refuse` keeps it,
`clear` takes it out of their values, `cascade` deletes them, too.

As many as the transaction holds are changed in it, the others by the job `forms.unlink`, which also finds those that
were linked at the same moment. It is the system that acts on them, whatever the rights of whoever deletes. What is
locked cannot be changed, so a record is kept while something that is locked is linked to it. When the record is purged,
what still leads to it is cleared, whatever the link says: nothing is there any more.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Protocol

from ...jobs.kinds import Item
from ...kernel.errors import FieldError, Named
from ...kernel.unit_of_work import ROWS, UnitOfWork
from ..domain.definition import Form
from ..domain.errors import RecordInvalid, RecordLinked, RecordLocked, RecordNotFound
from ..domain.link_options import CASCADE, CLEAR, REFUSE
from ..domain.link_values import with_ids
from ..domain.linking import Inbound
from ..domain.records import ListRow, Record
from ..domain.stored import Values
from .entrance import Entrance
from .ports import FormStore, RecordStore

MOST_TOLD = 100
CLEARED, DELETED_ALONG = "unlinked", "deleted_along"
"""What the history calls it."""
_RESERVE = 12
"""Rows of the transaction that are not known yet: the answer, the events of other parts."""


class Changes(Protocol):
    """`records.Records`, as it changes a record without asking who may."""

    def remove(self, work: UnitOfWork, record: Record, action: str = ...) -> None: ...
    def amend(self, work: UnitOfWork, record: Record, values: Values, action: str) -> Record: ...


class Unlinking:
    def __init__(
        self, forms: FormStore, records: RecordStore, entrance: Entrance, changes: Callable[[], Changes]
    ) -> None:
        self._forms = forms
        self._records = records
        self._entrance = entrance
        self._changes = changes

    def deleted(self, work: UnitOfWork, record: Record) -> None:
        """In the work that deletes the record. Raises RecordLinked."""
        links = self._forms.inbound(work, record.form_id)
        holding = [
            fault
            for link in links
            if link.on_delete == REFUSE
            for fault in self._holding(work, link, record, locked=False)
        ]
        others = [link for link in links if link.on_delete != REFUSE]
        holding += [fault for link in others for fault in self._holding(work, link, record, locked=True)]
        if holding:
            raise RecordLinked(fields=holding)
        for link in others:
            for card in self._children(work, link, record.id):
                child = self._live(work, str(card["id"]))
                if child is None or child.id == record.id:
                    continue
                if work.rows + _rows_of(child) + _RESERVE > ROWS:
                    return
                self._detach(work, link, child, record.id)

    def left(self, work: UnitOfWork, form_id: str, record_id: str) -> bool:
        """Whether the record is deleted, and something is still to be changed because of that."""
        return bool(self.find(work, form_id, record_id, "", 1))

    def find(self, work: UnitOfWork, form_id: str, record_id: str, cursor: str, limit: int) -> list[Item]:
        """The children that follow `cursor`, which names a link and a child; none if the record was restored."""
        found: list[Item] = []
        for link in sorted(self._acting(work, form_id, record_id), key=_place):
            place = f"{_place(link)}#"
            if cursor > place and not cursor.startswith(place):
                continue
            after = cursor.removeprefix(place) if cursor.startswith(place) else ""
            for card in self._children(work, link, record_id, after):
                found.append(Item(f"{place}{card['id']}"))
                if len(found) == limit:
                    return found
        return found

    def act(self, work: UnitOfWork, form_id: str, record_id: str, cursor: str) -> None:
        """What is to be done to the child that `cursor` names. Raises RecordLocked, RecordLinked."""
        place, _, child_id = cursor.rpartition("#")
        acting = self._acting(work, form_id, record_id)
        link, child = next((each for each in acting if _place(each) == place), None), self._live(work, child_id)
        if link is None or child is None:
            return
        if child.locked:
            raise RecordLocked()
        self._detach(work, link, child, record_id)

    # -- within

    def _acting(self, work: UnitOfWork, form_id: str, record_id: str) -> list[Inbound]:
        """The links that do something now that the record is deleted. Once it is purged, all of them clear."""
        links, found = self._forms.inbound(work, form_id), self._records.with_deleted(work, [record_id])
        if record_id in self._records.moved_to(work, [record_id]):
            return []  # it was merged: what is linked to it leads to another record
        if not found:
            return [replace(link, on_delete=CLEAR) for link in links]
        return [link for link in links if link.on_delete != REFUSE] if found[0].deleted else []

    def _detach(self, work: UnitOfWork, link: Inbound, child: Record, record_id: str) -> None:
        if link.on_delete == CASCADE:
            self._changes().remove(work, child, DELETED_ALONG)
            return
        definition = self._forms.form(work, child.form_id).definition
        values = with_ids(
            definition,
            child.values,
            lambda each, value: None if (each.path, value) == (link.path, record_id) else value,
        )
        if values == child.values:
            return
        try:
            self._changes().amend(work, child, values, CLEARED)
        except RecordInvalid as invalid:
            raise RecordLinked(fields=self._told(work, link, [child.id], "record_linked_by")) from invalid

    def _holding(self, work: UnitOfWork, link: Inbound, record: Record, *, locked: bool) -> list[FieldError]:
        """Faults about children that keep the record from being deleted: all, or only those that are locked."""
        ids: list[str] = []
        for card in self._children(work, link, record.id):
            if card["id"] != record.id and (card["locked"] or not locked):
                ids.append(str(card["id"]))
            if len(ids) > MOST_TOLD:
                break
        return self._told(work, link, ids, "record_linked_locked" if locked else "record_linked_by") if ids else []

    def _told(self, work: UnitOfWork, link: Inbound, ids: Sequence[str], code: str) -> list[FieldError]:
        """The form by name for those that the actor may read, of the others that there are any."""
        form: Form = self._forms.form(work, link.form_id)
        readable = len(self._entrance.several(work, ids))
        path, found = f"/children/{link.form_id}/{link.path}", []
        if readable:
            found.append(FieldError.of(path, code, form=Named(form.id, form.name), count=_count(readable)))
        if len(ids) > readable:
            found.append(FieldError.of("/children", "record_linked_by_others", count=_count(len(ids) - readable)))
        return found

    def _children(self, work: UnitOfWork, link: Inbound, record_id: str, after: str = "") -> Iterator[ListRow]:
        return self._records.children(work, link.form_id, link.path, record_id, after)

    def _live(self, work: UnitOfWork, record_id: str) -> Record | None:
        try:
            record = self._records.get(work, record_id)
        except RecordNotFound:
            return None
        return None if record.deleted else record


def _place(link: Inbound) -> str:
    return f"{link.form_id}#{link.path}"


def _count(number: int) -> str:
    return f"{MOST_TOLD}+" if number > MOST_TOLD else str(number)


def _rows_of(record: Record) -> int:
    """About how many rows a change to the record writes, its lists of children excepted, which can come later."""
    guards = sum(len(texts) for texts in record.guards.values())
    return 6 + 2 * len(record.index) + 2 * len(record.visible) + guards
