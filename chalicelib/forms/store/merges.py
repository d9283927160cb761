"""Merges of records, the journals that undoing them needs, and what the id of a merged record stands for."""

from collections.abc import Iterator
from datetime import datetime
from itertools import islice

from ...kernel.clock import from_text
from ...kernel.codec import Codec
from ...kernel.unit_of_work import Row, UnitOfWork
from .. import row_keys
from ..domain.errors import MergeNotFound
from ..domain.merging import Merge, MovedChild, MovedFields
from .table import TableOf

MERGES = Codec(Merge, outside=("version",))
CHILDREN = Codec(MovedChild)
FIELDS = Codec(MovedFields)


class MergeRepository:
    """Everything but the id's meaning expires with the merge (`Merge.until`)."""

    def __init__(self, table: TableOf) -> None:
        self._table = table

    # -- reading

    def get(self, work: UnitOfWork, survivor_id: str, merge_id: str) -> Merge:
        """Raises MergeNotFound, also for one whose days are over, though the table has not dropped it yet."""
        row = self._table().get(work, row_keys.merge(survivor_id, merge_id))
        found = MERGES.load(row.doc, version=row.version) if row else None
        if found is None or _over(found, work.now):
            raise MergeNotFound()
        return found

    def into(self, work: UnitOfWork, survivor_id: str, most: int) -> list[Merge]:
        """Merges into the record whose days are not over, newest first."""
        rows = self._table().each(work, row_keys.merges_partition(survivor_id), newest_first=True)
        found = (MERGES.load(row.doc, version=row.version) for row in islice(rows, most))
        return [each for each in found if not _over(each, work.now)]

    def moved(self, work: UnitOfWork, merge_id: str, after: str, limit: int) -> list[str]:
        """Ids of the children that were moved, behind one."""
        place = row_keys.MOVED_CHILD + after if after else None
        rows = self._children(work, merge_id, place)
        return [row.key.sort.removeprefix(row_keys.MOVED_CHILD) for row in islice(rows, limit)]

    def child(self, work: UnitOfWork, merge_id: str, record_id: str) -> MovedChild | None:
        row = self._table().get(work, row_keys.moved_child(merge_id, record_id))
        return CHILDREN.load(row.doc) if row else None

    def fields(self, work: UnitOfWork, merge_id: str) -> MovedFields:
        row = self._table().get(work, row_keys.moved_fields(merge_id))
        return FIELDS.load(row.doc) if row else MovedFields()

    # -- writing

    def add(self, work: UnitOfWork, merge: Merge) -> None:
        key = row_keys.merge(merge.survivor, merge.id)
        work.create(key, "merge", MERGES.dump(merge), expires_at=_expiry(merge))

    def save(self, work: UnitOfWork, merge: Merge) -> None:
        work.replace(_row(merge), MERGES.dump(merge), expires_at=_expiry(merge))

    def hold(self, work: UnitOfWork, merge: Merge) -> None:
        """Refuse the commit if its state has changed since it was read."""
        work.require(_row(merge))

    def note_child(self, work: UnitOfWork, merge: Merge, child: MovedChild) -> None:
        """With what the journal says of the child already: it may have been linked to the loser again."""
        before = self.child(work, merge.id, child.record_id)
        whole = MovedChild(child.record_id, (*before.places, *child.places)) if before else child
        key = row_keys.moved_child(merge.id, child.record_id)
        work.index(key, CHILDREN.dump(whole), kind="merge_journal", expires_at=_expiry(merge))

    def note_fields(self, work: UnitOfWork, merge: Merge, moved: MovedFields) -> None:
        key = row_keys.moved_fields(merge.id)
        work.index(key, FIELDS.dump(moved), kind="merge_journal", expires_at=_expiry(merge))

    def redirect(self, work: UnitOfWork, merge: Merge) -> None:
        """The loser's id stands for the survivor from now on."""
        work.index(row_keys.moved_to(merge.loser), {"into": merge.survivor, "merge": merge.id}, kind="record_moved")

    def take_back(self, work: UnitOfWork, loser_id: str) -> None:
        work.unindex(row_keys.moved_to(loser_id))

    def _children(self, work: UnitOfWork, merge_id: str, after: str | None) -> Iterator[Row]:
        return self._table().each(work, row_keys.merge_journal(merge_id), prefix=row_keys.MOVED_CHILD, after=after)


def _over(merge: Merge, now: datetime) -> bool:
    return from_text(merge.until) <= now


def _expiry(merge: Merge) -> int:
    return int(from_text(merge.until).timestamp())


def _row(merge: Merge) -> Row:
    return Row(row_keys.merge(merge.survivor, merge.id), "merge", {}, merge.version)
