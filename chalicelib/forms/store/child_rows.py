"""The rows of a record as the child of others: its entry in the list of each record that it links to."""

from collections.abc import Iterator, Sequence

from ...kernel.unit_of_work import UnitOfWork
from .. import row_keys
from ..domain.records import ListRow, Record
from ..events import children_deferred
from .table import TableOf


class ChildRows:
    """Part of the repository of records."""

    _table: TableOf

    def children(self, work: UnitOfWork, form_id: str, path: str, parent_id: str, after: str = "") -> Iterator[ListRow]:
        """Entries of a record's children through one link, the oldest first, without those that this work takes out."""
        partition = row_keys.child_partition(form_id, path, parent_id)
        place: str | None = after or None
        while True:
            found = self._table().stretch(work, partition, after=place)
            yield from (row.doc for row in found.rows if not self._leaves(work, row.key.sort, path, parent_id))
            place = found.last
            if place is None:
                return

    def _leaves(self, work: UnitOfWork, record_id: str, path: str, parent_id: str) -> bool:
        """Whether this work takes the record out of the children of another."""
        written, row = work.written(work.actor.tenant_id, row_keys.record(record_id))
        return written and (row is None or parent_id not in row.doc.get("parents", {}).get(path, ()))

    def _enter_children(self, work: UnitOfWork, record: Record, entry: ListRow, old: Record | None) -> None:
        """Into the lists of its parents, and out of those of others that `old` stood in."""
        now = _places(record)
        gone = [each for each in (_places(old) if old is not None else ()) if each not in now]
        self._enter_at(work, record, entry, [*now, *gone])

    def _enter_at(self, work: UnitOfWork, record: Record, entry: ListRow, places: Sequence[tuple[str, str]]) -> None:
        """Into those of the lists that are its parents', out of the others; what the work has no room for comes soon
        after.
        """

        def write(place: tuple[str, str]) -> None:
            key = row_keys.child(record.form_id, *place, record.id)
            if place[1] in record.parents.get(place[0], ()):
                work.index(key, entry, kind="record_child", attributes={"form_id": record.form_id})
            else:
                work.unindex(key)

        work.defer(places, write, lambda rest: children_deferred(record.id, [list(each) for each in rest]))


def _places(record: Record) -> list[tuple[str, str]]:
    """The path of the link and the parent's id, of each list of children that it stands in."""
    return [(path, parent) for path, ids in record.parents.items() for parent in ids]
