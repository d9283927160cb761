"""Keeping the figures of records: a record that changed is counted in anew wherever it links to.

What is written depends only on what stands in the table: the child as it is, and what it contributed before. So an
event that comes twice, late or in another order, and work that dies halfway, all end at the same figures. One
transaction replaces the child's contribution to one parent and the parent's tally by the difference, each under its
version; whoever loses a race reads again.

The child is read after its contributions. Else an older state of it could be entered over a newer one.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import NamedTuple

from ...kernel.unit_of_work import UnitOfWork
from .. import events
from ..domain.definition import Definition
from ..domain.errors import FormNotFound, FormNotPublished, RecordNotFound
from ..domain.fields import Locale, Moment
from ..domain.linking import parents_of
from ..domain.records import Record
from ..domain.rollups import contributing
from ..domain.rollups.declared import Rollup, Slot, rollup_of
from ..domain.rollups.figures import Addends, Figures, completed, figured, started, tally_for
from ..domain.rollups.tally import NOBODY, Addend, settled
from .beside_ports import RollupStore
from .ports import Company, FormStore, RecordStore

Parts = Mapping[str, Addend]
"""What a child contributes to one parent, by the roll-up's place."""


class Child(NamedTuple):
    """A record as it counts now: `by_parent` is what is rolled up of it through links to whom. `record` None: it is not
    there any more, or lies in the bin.
    """

    id: str
    record: Record | None
    definition: Definition | None
    by_parent: Mapping[str, tuple[Rollup, ...]]


class Parent(NamedTuple):
    record: Record
    definition: Definition
    figures: Figures


class Rollups:
    def __init__(self, forms: FormStore, records: RecordStore, rows: RollupStore, company: Company) -> None:
        self._forms = forms
        self._records = records
        self._rows = rows
        self._company = company

    def settle(self, work: UnitOfWork, child_id: str, form_id: str) -> bool:
        """Count the record in anew for one parent for which it counts otherwise. Answers whether there was one: there
        may be another then.
        """
        over = self._rows.over(work, form_id)
        if not over:
            return False
        held = self._rows.contributions(work, child_id)
        child = self._child(work, child_id, over)
        for parent_id in dict.fromkeys((*held.parents, *child.by_parent)):
            if self._settle(work, child, parent_id, held):
                return True
        return False

    def begin(self, work: UnitOfWork, record_id: str) -> None:
        """Begin the figures of a record anew: they have no value until `complete` says that every child is in them."""
        record, definition = self._parent(work, record_id)
        if record is None or definition is None:
            return
        figures = self._rows.figures(work, record_id)
        for field in definition.rollups:
            figures = started(rollup_of(record.form_id, field), figures)
        self._refigure(work, record, definition, figures)

    def complete(self, work: UnitOfWork, record_id: str) -> None:
        """Every record that links to this one has been counted in."""
        record, definition = self._parent(work, record_id)
        if record is not None and definition is not None and definition.rollups:
            figures = completed(definition, record.form_id, self._rows.figures(work, record_id), work.at)
            self._refigure(work, record, definition, figures)

    # -- within

    def _child(self, work: UnitOfWork, child_id: str, over: list[Rollup]) -> Child:
        try:
            record: Record | None = self._records.get(work, child_id)
        except RecordNotFound:
            record = None
        if record is None or record.deleted:
            return Child(child_id, None, None, {})
        definition = self._forms.form(work, record.form_id).definition
        linked = parents_of(definition, record.values)
        by_parent: dict[str, tuple[Rollup, ...]] = {}
        for rollup in over:
            for parent_id in linked.get(rollup.link, ()):
                by_parent[parent_id] = (*by_parent.get(parent_id, ()), rollup)
        return Child(child_id, record, definition, by_parent)

    def _settle(self, work: UnitOfWork, child: Child, parent_id: str, held: Addends) -> bool:
        """Whether the child counted otherwise for this parent."""
        old, new = held.parents.get(parent_id, {}), dict[str, Addend]()
        record, definition = self._parent(work, parent_id)
        if record is not None and definition is not None:
            parent = Parent(record, definition, self._rows.figures(work, parent_id))
            new = self._contributions(child, parent)
            if new != old:
                self._enter(work, child, parent, old, new)
        if new == old:
            return False
        others = {each: parts for each, parts in held.parents.items() if each != parent_id}
        kept = {**others, parent_id: new} if new else others
        self._rows.put_contributions(work, child.id, replace(held, parents=kept))
        return True

    def _contributions(self, child: Child, parent: Parent) -> dict[str, Addend]:
        """What the child contributes to the parent, each in the epoch of the parent's tally."""
        found: dict[str, Addend] = {}
        for rollup in child.by_parent.get(parent.record.id, ()):
            if rollup.form_id != parent.record.form_id or child.record is None or child.definition is None:
                continue
            made = contributing.contribution(rollup, child.definition, child.record, parent.record.id)
            if made is not None:
                found[rollup.place] = replace(made, epoch=tally_for(rollup, parent.figures).epoch)
        return found

    def _enter(self, work: UnitOfWork, child: Child, parent: Parent, old: Parts, new: Parts) -> None:
        tallies = dict(parent.figures.tallies)
        for field in parent.definition.rollups:
            rollup = rollup_of(parent.record.form_id, field)
            before, after = old.get(rollup.place), new.get(rollup.place)
            if before == after:
                continue
            tally, others = tally_for(rollup, parent.figures), NOBODY
            if rollup.ordered:
                slot = Slot(rollup, parent.record.id, child.id)
                counts = before is not None and before.epoch == tally.epoch
                keys = (before.key if before and counts else "", after.key if after else "")
                others = self._rows.others(work, slot, tally.epoch, keys)
                self._rows.move(work, slot, before, after)
            tallies[field.id] = settled(rollup, tally, before, after, others)
        self._refigure(work, parent.record, parent.definition, replace(parent.figures, tallies=tallies))

    def _refigure(self, work: UnitOfWork, record: Record, definition: Definition, figures: Figures) -> None:
        """Keep the figures with what follows from them, and tell whoever counts the record in, if a value moved."""
        zone = self._company.zone(work)
        moment, locale = Moment(work.now, zone), Locale(self._company.language(work), zone)
        figures = replace(figures, at=work.at)
        after = figured(record, definition, figures, moment, locale)
        self._records.refigure(work, record, after, figures)
        if after.values != record.values and self._rows.over(work, record.form_id):
            work.emit(events.figures_changed(record))

    def _parent(self, work: UnitOfWork, record_id: str) -> tuple[Record | None, Definition | None]:
        """The record, be it in the bin, with its form; neither, if it is gone."""
        try:
            record = self._records.get(work, record_id)
            return record, self._forms.form(work, record.form_id).definition
        except (RecordNotFound, FormNotFound, FormNotPublished):
            return None, None
