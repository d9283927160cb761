"""Figures beside records, what records contribute to the figures of others, and which form rolls up which."""

from collections.abc import Iterable

from ...kernel.codec import Codec
from ...kernel.unit_of_work import Key, Row, UnitOfWork
from .. import row_keys
from ..domain.rollups.declared import Declared, Rollup, Slot
from ..domain.rollups.figures import Addends, Figures
from ..domain.rollups.tally import DESCENDING, Addend, Others, Rival
from .table import TableOf

FIGURES = Codec(Figures, outside=("version",), sparse=("title", "index"))
CONTRIBUTIONS = Codec(Addends, outside=("version",))
DECLARED = Codec(Declared)


class RollupRepository:
    def __init__(self, table: TableOf) -> None:
        self._table = table

    # -- figures

    def figures(self, work: UnitOfWork, record_id: str) -> Figures:
        """Those of a record that has none yet are empty, with version 0."""
        row = self._table().get(work, row_keys.rollups(record_id))
        return FIGURES.load(row.doc, version=row.version) if row else Figures()

    def put_figures(
        self, work: UnitOfWork, record_id: str, form_id: str, figures: Figures, *, moves: bool = False
    ) -> None:
        """Under the version that was read; if nothing changed, only held to it. `moves`: its version moves all the
        same, because a contribution came or went that others must not overlook.
        """
        key = row_keys.rollups(record_id)
        doc, attributes = FIGURES.dump(figures), {"form_id": form_id}
        if not figures.version:
            work.create(key, "record_rollups", doc, attributes=attributes, amend=True)
            return
        row = Row(key, "record_rollups", {}, figures.version)
        before = self._table().get(work, key)
        if not moves and before is not None and before.doc == doc:
            work.require(row)
        else:
            work.replace(row, doc, attributes=attributes, amend=True)

    # -- contributions

    def contributions(self, work: UnitOfWork, record_id: str) -> Addends:
        row = self._table().get(work, row_keys.addends(record_id))
        return CONTRIBUTIONS.load(row.doc, version=row.version) if row else Addends()

    def put_contributions(self, work: UnitOfWork, record_id: str, contributions: Addends) -> None:
        """Under the version that was read. An empty row stays: of two who begin at once, one must meet the other."""
        key, doc = row_keys.addends(record_id), CONTRIBUTIONS.dump(contributions)
        if contributions.version:
            work.replace(Row(key, "record_contributions", {}, contributions.version), doc)
        else:
            work.create(key, "record_contributions", doc)

    def others(self, work: UnitOfWork, slot: Slot, epoch: str, keys: tuple[str, str]) -> Others:
        """What other children contribute, as far as an ordered roll-up asks; one or two rows are read for it. `keys`
        are what the child's contribution was and will be.
        """
        rollup, child_id = slot.rollup, slot.child_id
        partition = row_keys.contributed_partition(slot.parent_id, rollup.field_id, epoch)
        if rollup.function == "distinct":
            left, entered = (self._has(work, partition, key, child_id) for key in keys)
            return Others(None, left, entered)
        read = self._table().query(work, partition, newest_first=rollup.function in DESCENDING, limit=2)
        rivals = [Rival(row.key.sort, row.doc["value"]) for row in read.items if not _is_of(row.key.sort, child_id)]
        return Others(rivals[0] if rivals else None)

    def _has(self, work: UnitOfWork, partition: str, key: str, child_id: str) -> bool:
        if not key:
            return False
        read = self._table().query(work, partition, prefix=f"{key}#", limit=2)
        return any(not _is_of(row.key.sort, child_id) for row in read.items)

    def move(self, work: UnitOfWork, slot: Slot, old: Addend | None, new: Addend | None) -> None:
        """The contribution in the order of an ordered roll-up."""
        before, after = _place(slot, old), _place(slot, new)
        if before and before != after:
            work.unindex(before)
        if after and new and (before != after or old != new):
            work.index(after, {"value": new.value}, kind="record_contribution")

    def drop(self, work: UnitOfWork, record_id: str) -> None:
        """Of a record that is purged."""
        work.unindex(row_keys.rollups(record_id))
        work.unindex(row_keys.addends(record_id))

    def children(
        self, work: UnitOfWork, form_id: str, link: str, parent_id: str, *, after: str, limit: int
    ) -> tuple[str, ...]:
        partition = row_keys.child_partition(form_id, link, parent_id)
        read = self._table().stretch(work, partition, after=after or None, limit=limit)
        return tuple(row.key.sort for row in read.rows)

    # -- what is declared

    def over(self, work: UnitOfWork, form_id: str) -> list[Rollup]:
        """What other forms, or the form itself, roll up of the form's records."""
        rows = self._table().every(work, row_keys.rollups_over_partition(form_id))
        return [rollup for row in rows for rollup in DECLARED.load(row.doc).rollups]

    def declare(self, work: UnitOfWork, form_id: str, before: Iterable[Rollup], after: Iterable[Rollup]) -> None:
        """What a version of the form rolls up, found from the forms that it is taken from."""
        children: dict[str, list[Rollup]] = {}
        for each in after:
            children.setdefault(each.child, []).append(each)
        for child, rollups in children.items():
            doc = DECLARED.dump(Declared(form_id, tuple(rollups)))
            work.index(row_keys.rollups_over(child, form_id), doc, kind="form_rollups")
        for child in {each.child for each in before} - children.keys():
            work.unindex(row_keys.rollups_over(child, form_id))
        listed = Key(row_keys.ROLLUP_FORMS, form_id)
        if children:
            work.index(listed, {}, kind="rollup_form")
        else:
            work.unindex(listed)

    def forms(self, work: UnitOfWork) -> list[str]:
        """Ids of the forms that have roll-ups."""
        return [row.key.sort for row in self._table().every(work, row_keys.ROLLUP_FORMS)]


def _place(slot: Slot, each: Addend | None) -> Key | None:
    if each is None or not each.key:
        return None
    key = f"{each.key}#{slot.child_id}" if slot.rollup.function == "distinct" else each.key
    return row_keys.contributed(slot.parent_id, slot.rollup.field_id, each.epoch, key)


def _is_of(sort: str, child_id: str) -> bool:
    return sort.endswith(f"#{child_id}")
