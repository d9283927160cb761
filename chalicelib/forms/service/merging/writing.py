"""How a merge writes: as any change is written, with history, event and all that stands beside a record, but without
judging again what was there before.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Any

from ....kernel.unit_of_work import UnitOfWork
from ... import events
from ...domain.definition import Form
from ...domain.fields import Locale
from ...domain.pulling import pulls_of
from ...domain.records import Record, changed_fields, changed_where, differences, title_of
from ...domain.values import settle_formulas
from ...domain.volatile import without
from ..aspects import DELETED, RESTORED, UPDATED, Aspect, RecordChange
from ..current import CurrentValues
from ..ports import Company, RecordStore

MERGED, MERGED_AWAY, UNMERGED = "merged", "merged_away", "unmerged"
"""What the history calls it."""


class MergeWriter:
    def __init__(self, rows: RecordStore, company: Company, current: CurrentValues, aspects: Sequence[Aspect]) -> None:
        self._rows = rows
        self._company = company
        self._current = current
        self._aspects = aspects

    def lock(self, work: UnitOfWork, record: Record, merge_id: str) -> Record:
        """Nobody changes it until the merge is over; "" ends that."""
        after = self._touched(work, replace(record, locked=bool(merge_id), merging=merge_id))
        return self._rows.rewrite(work, after)

    def save(
        self, work: UnitOfWork, form: Form, before: Record, after: Record, *, action: str, changed: Collection[str]
    ) -> Record:
        """`after`, with the formulas computed anew that depend on fields that `changed`. `action` is what the history
        calls it. What follows the records that it links to now is brought up to date soon after.
        """
        definition, values = form.definition, dict(after.values)
        settle_formulas(definition, values, self._current.moment(work, definition), changed)
        title = title_of(definition, values, Locale(self._company.language(work), self._company.zone(work)))
        made = self._touched(work, replace(after, values=values, title=title))
        change = RecordChange(form, UPDATED, before, made, merge=True)
        for each in self._aspects:
            change = replace(change, after=each.kept(work, change))
        volatile = definition.volatile
        changes = differences(without(before.values, volatile), without(values, volatile))
        record = self._rows.remember(work, change.after, action, changes)
        record = self._rows.save(work, record, definition, before)
        told = self._written(work, replace(change, after=record))
        where = {
            "changed": changed_fields(changes),
            "changes": changed_where(changes, before.history + 1, record.history),
        }
        work.emit(events.record_event(events.RECORD_UPDATED, record, **where, **told))
        if any(each.live for each in pulls_of(definition)):
            work.emit(events.record_lags(record))
        return record

    def retire(self, work: UnitOfWork, form: Form, record: Record, survivor_id: str) -> Record:
        """Out of every list: from now on the survivor stands for it."""
        gone = replace(record, merged_into=survivor_id, merging="", locked=False)
        gone = self._rows.remember(work, gone, MERGED_AWAY, [])
        gone = self._rows.take_out(work, gone)
        told = self._written(work, RecordChange(form, DELETED, record, gone, merge=True))
        purge_at = gone.deleted.purge_at if gone.deleted else ""
        event = events.record_event(events.RECORD_MERGED, gone, survivor_id=survivor_id, purge_at=purge_at, **told)
        work.emit(event)
        return gone

    def bring_back(self, work: UnitOfWork, form: Form, gone: Record, merge_id: str) -> Record:
        """Into its lists again, locked as long as its children are on their way. ValueTaken at commit."""
        back = replace(gone, deleted=None, merged_into="", merging=merge_id, locked=True)
        back = self._rows.remember(work, self._touched(work, back), UNMERGED, [])
        back = self._rows.save(work, back, form.definition, gone)
        told = self._written(work, RecordChange(form, RESTORED, gone, back, merge=True))
        work.emit(events.record_event(events.RECORD_RESTORED, back, **told))
        return back

    def _touched(self, work: UnitOfWork, record: Record) -> Record:
        return replace(record, updated_by=work.actor.member_id, updated_at=work.at)

    def _written(self, work: UnitOfWork, change: RecordChange) -> Mapping[str, Any]:
        return {name: told for each in self._aspects for name, told in each.written(work, change).items()}
