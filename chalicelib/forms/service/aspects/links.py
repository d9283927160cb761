"""Links of a record: the records that they lead to are there, may be chosen by whoever chose them, and go in no circle.

What was chosen before is tolerated where the whole record is: the target may have gone since, or be out of the reach of
whoever changes something else.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any, Protocol

from ....conditions.tree import Node
from ....kernel.errors import FieldError
from ....kernel.ids import is_id
from ....kernel.unit_of_work import UnitOfWork
from ...domain.cells import ROOT
from ...domain.definition import Form
from ...domain.link_filter import admits, compiled, with_own_values
from ...domain.link_values import HIDDEN, MAX_LINKED, merged_ids, with_ids
from ...domain.linking import Link, linked, links_of, own_fields
from ...domain.records import Record
from ..entrance import Entrance
from ..ports import FormStore, RecordStore
from ..unlinking import Unlinking
from .aspect import DELETED, Aspect, Filling, RecordChange

MAX_LEVELS = 50
"""Records above one that links to its own form: each is read, and held while the record is saved."""

Chosen = tuple[str, Link, str]
"""As `linked` tells it."""


class Seal(Protocol):
    def __call__(self, work: UnitOfWork, *parts: str) -> str:
        """What is shown in place of the id of a record that may not be seen."""


class Links(Aspect):
    def __init__(
        self, forms: FormStore, records: RecordStore, entrance: Entrance, unlinking: Unlinking, seal: Seal
    ) -> None:
        self._unlinking = unlinking
        self._forms = forms
        self._records = records
        self._entrance = entrance
        self._seal = seal

    def sent(self, work: UnitOfWork, form: Form, record: Record, raw: Mapping[str, Any]) -> Mapping[str, Any]:
        """What stands for a hidden id, sent back as it was shown, is that id; the id of a record that was merged into
        another is that one's.
        """
        if not links_of(form.definition):
            return raw
        known: dict[str, str] = {}

        def meant(_: Link, value: str) -> str:
            if not value.startswith(HIDDEN):
                return value
            if not known:
                held = linked(form.definition, record.values)
                known.update({self._seal(work, record.id, link.path, target): target for _, link, target in held})
            return known.get(value, value)

        told = with_ids(form.definition, raw, meant)
        held = {target for _, _, target in linked(form.definition, record.values)}
        named: dict[str, None] = {}
        with_ids(form.definition, told, lambda _, value: named.setdefault(value))
        moved = self._moved(work, [each for each in named if each not in held and is_id(each)])
        return merged_ids(form.definition, told, moved) if moved else told

    def _moved(self, work: UnitOfWork, chosen: list[str]) -> dict[str, str]:
        """Of those that were merged into others, which these are now. Records that are there are read anyway."""
        records = {each.id: each for each in self._records.with_deleted(work, chosen)} if chosen else {}
        gone = [each for each in chosen if each not in records or records[each].merged_into]
        return {each: end.record_id for each, end in self._records.moved_to(work, gone).items()} if gone else {}

    def fill(self, work: UnitOfWork, filling: Filling) -> Iterable[FieldError]:
        definition, before = filling.form.definition, filling.before
        chosen = list(linked(definition, filling.values))
        different = {(link.path, target) for _, link, target in chosen}
        if len(different) > MAX_LINKED:
            return [FieldError.of(ROOT, "too_many_links", limit=MAX_LINKED, found=len(different))]
        held = {(link.path, target) for _, link, target in linked(definition, before.values)} if before else set()
        asked = [each for each in chosen if not filling.tolerant or (each[1].path, each[2]) not in held]
        found = list(self._strangers(work, filling, asked, held)) if asked else []
        return found or [fault for each in asked for fault in self._circles(work, filling, each)]

    def written(self, work: UnitOfWork, change: RecordChange) -> Mapping[str, Any]:
        """Raises RecordLinked."""
        if change.cause == DELETED and not change.merge:
            self._unlinking.deleted(work, change.after)
        return {}

    # -- may it be chosen?

    def _strangers(
        self, work: UnitOfWork, filling: Filling, asked: list[Chosen], held: Collection[tuple[str, str]]
    ) -> Iterator[FieldError]:
        """Ids of nothing that may be chosen: one answer, whatever the reason, so that nothing is learned of it."""
        targets = {each.id: each for each in self._records.with_deleted(work, {target for _, _, target in asked})}
        new = {target for _, link, target in asked if (link.path, target) not in held}
        readable = self._entrance.several(work, new) if new else {}
        conditions = _Conditions(self._forms, self._entrance, work, filling)
        for path, link, target_id in asked:
            target = targets.get(target_id)
            there = target is not None and not target.deleted and target.form_id in link.forms
            if target is not None and target.merging:
                self._records.hold(work, target)  # else the merge could end without having moved this link
            theirs = target_id in readable or target_id not in new
            chosen = (link.path, target_id) not in held
            if target is None or not there or not theirs or not conditions.admit(path, link, target, chosen=chosen):
                yield FieldError.of(path, "value_no_record", field=link.field.label(work.actor.language))

    # -- does it go in a circle?

    def _circles(self, work: UnitOfWork, filling: Filling, chosen: Chosen) -> Iterator[FieldError]:
        """A single link of a form to itself. Every record on the way up is held as it is, so that of two changes that
        would close a circle together the second looks again.
        """
        path, link, above = chosen
        if link.multiple or link.lines or filling.form.id not in link.forms or not filling.record_id:
            return
        label = link.field.label(work.actor.language)
        if filling.before is None:
            return  # nothing is below a new record
        for _ in range(MAX_LEVELS):
            if above == filling.record_id:
                yield FieldError.of(path, "link_cycle", field=label)
                return
            found = self._records.with_deleted(work, [above])
            if not found:
                return
            self._records.hold(work, found[0])
            above = found[0].values.get(link.field.id, "")
            if not above or found[0].form_id != filling.form.id:
                return
        yield FieldError.of(path, "link_too_deep", field=label, limit=MAX_LEVELS)


class _Conditions:
    """What the links of a record ask of their targets: one condition for a field, one for each row of a column; of what
    the actor chooses without what is hidden from them.
    """

    def __init__(self, forms: FormStore, entrance: Entrance, work: UnitOfWork, filling: Filling) -> None:
        self._forms = forms
        self._entrance = entrance
        self._work = work
        self._filling = filling
        self._known: dict[tuple[str, str, bool], Node] = {}

    def admit(self, path: str, link: Link, target: Record, *, chosen: bool) -> bool:
        """`path` is that of the id; `chosen` now, and not held before."""
        if not link.field.options.get("filter"):
            return True
        row = path.split("/")[3] if link.lines else ""
        known = (link.path, row, chosen)
        if known not in self._known:
            self._known[known] = self._condition(link, row, chosen=chosen)
        return admits(self._known[known], target)

    def _condition(self, link: Link, row: str, *, chosen: bool) -> Node:
        definition, values = self._filling.form.definition, self._filling.values
        if link.lines:
            values = {**values, **values[link.lines][int(row)]}
        target = self._forms.form(self._work, link.forms[0])
        hides = self._entrance.scope(self._work, target).hides if chosen else frozenset()
        filled = with_own_values(link.field.options["filter"], own_fields(definition, link), values, hides)
        return compiled(filled, target.definition, self._entrance.around(self._work))
