"""What the duplicate rules of a form would say of values that are not saved yet: at entry, and of rows of a file."""

from collections.abc import Mapping
from typing import Any

from ...kernel.ids import new_ordered_id
from ...kernel.unit_of_work import UnitOfWork
from ..access.groups import EDIT, READABLE
from ..access.rights import Rights
from ..domain.definition import Form
from ..domain.duplicates.marks import Watch
from ..domain.duplicates.setting import WARN
from ..domain.errors import RecordNotEditable, RecordNotFound, SubmitDenied
from ..domain.fields import Fault, type_of
from ..domain.records import DRAFT, Record
from ..domain.stored import Values
from ..domain.values import is_blank
from .audience import may_submit_now
from .duplicate_answers import DuplicateAnswers
from .duplicate_marks import DuplicateMarks
from .entrance import Entrance
from .new_record import new_record
from .ports import Company, FormStore

MOST_TOLD = 3
"""Duplicates that one rule names."""


class Duplicates:
    def __init__(
        self,
        forms: FormStore,
        company: Company,
        entrance: Entrance,
        marks: DuplicateMarks,
        answers: DuplicateAnswers,
    ) -> None:
        self._forms = forms
        self._company = company
        self._entrance = entrance
        self._marks = marks
        self._answers = answers

    def matches(
        self, work: UnitOfWork, form_id: str, raw: Mapping[str, Any], editing: str = ""
    ) -> list[dict[str, Any]]:
        """`{"rule", "name", "policy", "fields", "readable", "owner", "form_id"?, "record_id"?, "title"?}` of records
        that are the same as one with these values: a new one, or the one that is `editing`. `policy` says whether
        saving would be refused (`block`); what that record is the duplicate of already is a `warn`.

        Values that will not do yet count as blank. Rules over fields that are kept from the actor say nothing.
        Raises FormNotFound, FormNotPublished; SubmitDenied where nothing is `editing`, else RecordNotFound and
        RecordNotEditable of it.
        """
        form = self._forms.form(work, form_id)
        record, rights = self._record(work, form, editing)
        return [
            {
                "rule": watch.rule.id,
                "name": watch.rule.label(work.actor.language),
                "policy": WARN if watch.mark(form.definition, record.values) == mark else watch.rule.policy,
                "fields": list(watch.fields),
                **told,
            }
            for watch in self._marks.watching(work, form)
            if all(rights.level(name) >= READABLE for name in watch.fields)
            if (mark := watch.mark(form.definition, self._values(form, watch, raw, record, rights)))
            for told in self._answers.told(work, watch, self._marks.twins(work, watch, mark, record.id)[:MOST_TOLD])
        ]

    def compared(self, work: UnitOfWork, form_id: str) -> list[str]:
        """Fields that rules compare. Raises FormNotFound, FormNotPublished."""
        watching = self._marks.watching(work, self._forms.form(work, form_id))
        return sorted({name for watch in watching for name in watch.fields})

    def _values(self, form: Form, watch: Watch, raw: Mapping[str, Any], record: Record, rights: Rights) -> Values:
        """As they would be stored: what the actor may not edit stays as it is."""
        values: Values = {}
        for name in watch.fields:
            field = form.field(name)
            if field is None or not rights.editable(name):
                values[name] = record.values.get(name)
            elif not is_blank(raw.get(name)):
                try:
                    values[name] = type_of(field).canonical(field, raw[name])
                except Fault:
                    continue
        return values

    def _record(self, work: UnitOfWork, form: Form, editing: str) -> tuple[Record, Rights]:
        if not editing:
            if not may_submit_now(self._company, work, form):
                raise SubmitDenied()
            record = new_record(form, work, new_ordered_id(work.now), DRAFT)
            return record, self._entrance.rights(work, record)
        record, rights = self._entrance.record(work, editing)
        if record.form_id != form.id or record.deleted:
            raise RecordNotFound()
        if not rights.may(EDIT):
            raise RecordNotEditable()
        return record, rights
