"""What of a record changes from day to day, as it is now: for whoever reads it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from ...kernel.unit_of_work import UnitOfWork
from ..domain.definition import Definition
from ..domain.fields import Moment
from ..domain.filter_kinds import Entry
from ..domain.records import ListRow, Record, cut
from ..domain.stored import Values
from ..domain.volatile import as_of
from .judging import Question
from .ports import Company, FormStore, RecordStore


class CurrentValues:
    def __init__(self, forms: FormStore, company: Company) -> None:
        self._forms = forms
        self._company = company

    def moment(self, work: UnitOfWork, definition: Definition, at: datetime | None = None) -> Moment:
        """With the working calendar only where a formula asks for it: it costs a read."""
        calendar = self._company.calendar(work) if definition.asks_calendar else None
        me = work.actor.member_id
        return Moment(
            at or work.now,
            self._company.zone(work),
            me,
            work.actor.language,
            calendar,
            actor=lambda name: self._company.actor_ids(work, me, name),
        )

    def of(self, work: UnitOfWork, record: Record) -> Record:
        """The record with its volatile values as they are now, by the newest version of its form.

        Whether there are any is asked of the version that it was saved under, which the process holds already: no call
        more for a form without them. What a newer version adds is in the record once it is saved.
        """
        if not self._forms.definition(work, record.form_id, record.form_version).volatile:
            return record
        definition = self._forms.form(work, record.form_id).definition
        values = self.values(work, definition, record.values)
        return replace(record, values=values, volatile=tuple(sorted(definition.volatile)))

    def values(
        self, work: UnitOfWork, definition: Definition, values: Mapping[str, Any], at: datetime | None = None
    ) -> Values:
        """Values of a record with the volatile ones as they are now, or were at another moment."""
        if not definition.volatile:
            return dict(values)
        return as_of(definition, values, self.moment(work, definition, at))


class CardsOfToday:
    """List entries with what they show of volatile values. Entries do not hold them, nor all that they are made of, so
    the records of the page are read, in one batch, if the list shows such a field.
    """

    def __init__(self, records: RecordStore, current: CurrentValues) -> None:
        self._records = records
        self._current = current

    def cards(self, work: UnitOfWork, question: Question, cards: Sequence[ListRow]) -> tuple[ListRow, ...]:
        """The cards as the member may see them, which they are already as far as they are stored."""
        definition, scope = question.form.definition, question.scope
        names = [name for name in definition.summary_fields if name in definition.volatile]
        if not names or not cards:
            return tuple(cards)
        whole = self._records.whole_values(work, [card["id"] for card in cards])
        found: list[ListRow] = []
        for card in cards:
            values = self._current.values(work, definition, whole.get(card["id"], {}))
            rights = scope.of_entry(Entry({**card, "values": values}, whole=True))
            shown = {name: rights.value(name, cut(values[name])) for name in names if rights and name in values}
            kept = {name: value for name, value in card["values"].items() if name not in names}
            told = {name: value for name, value in shown.items() if value is not None}
            found.append({**card, "values": {**kept, **told}})
        return tuple(found)
