"""Records of before come under the duplicate rules that a form was published with. The job is `forms.enter_duplicates`.

It goes through them twice: first each one is entered under its marks, then those that are the same as another one are
told in its log. They stay as they are; a rule refuses what comes after it.
"""

from collections.abc import Iterator, Sequence

from ...jobs.kinds import Item
from ...kernel.unit_of_work import UnitOfWork
from ..domain.definition import Definition, Form
from ..domain.duplicates.setting import DuplicateRule, watched_forms
from ..domain.errors import DuplicateKept, FormNotFound, FormNotPublished
from ..domain.records import Record
from .duplicate_marks import DuplicateMarks
from .ports import FormStore, RecordStore

ENTER, REPORT = "1", "2"
"""What a cursor begins with, before the id of a record."""


class EnteringDuplicates:
    def __init__(self, forms: FormStore, records: RecordStore, marks: DuplicateMarks) -> None:
        self._forms = forms
        self._records = records
        self._marks = marks

    def wanted(self, work: UnitOfWork, form_id: str, version: int) -> Iterator[Form]:
        """The forms with records that a changed rule of this version, or of the one before, concerns."""
        now = self._forms.definition(work, form_id, version)
        before = self._forms.definition(work, form_id, version - 1) if version > 1 else None
        if _meaning(now) == _meaning(before):
            return
        others = watched_forms(now) | (watched_forms(before) if before else frozenset())
        for each in (form_id, *sorted(others)):
            form = self._form(work, each)
            if form is not None and self._records.any_of_form(work, each):
                yield form

    def find(self, work: UnitOfWork, form_id: str, cursor: str, limit: int) -> Sequence[Item]:
        step, after = cursor[:1] or ENTER, cursor[1:]
        if step == ENTER:
            found = self._items(work, form_id, ENTER, after, limit)
            if found:
                return found
            after = ""
        return self._items(work, form_id, REPORT, after, limit)

    def act(self, work: UnitOfWork, form_id: str, cursor: str) -> None:
        """Raises DuplicateKept, for the log."""
        form = self._forms.form(work, form_id)
        for record in self._records.get_many(work, [cursor[1:]]):
            if cursor[:1] == REPORT:
                self._report(work, form, record)
            elif self._marks.settle(work, form, record, checked=False):
                self._records.hold(work, record)

    # -- within

    def _report(self, work: UnitOfWork, form: Form, record: Record) -> None:
        for watch in self._marks.watching(work, form):
            mark = watch.mark(form.definition, record.values)
            if mark and self._marks.twins(work, watch, mark, record.id):
                raise DuplicateKept(rule=watch.rule.label(work.actor.language))

    def _items(self, work: UnitOfWork, form_id: str, step: str, after: str, limit: int) -> Sequence[Item]:
        ids, _ = self._records.following(work, form_id, after, limit)
        titles = {record.id: record.title for record in self._records.get_many(work, ids)}
        return [Item(step + each, titles.get(each, "")) for each in ids]

    def _form(self, work: UnitOfWork, form_id: str) -> Form | None:
        try:
            return self._forms.form(work, form_id)
        except (FormNotFound, FormNotPublished):
            return None


def _meaning(definition: Definition | None) -> list[tuple[object, ...]]:
    """Of each rule what decides which records are the same, whatever it is called."""
    rules: tuple[DuplicateRule, ...] = definition.duplicates if definition else ()
    return [(each.id, each.parts, each.across, each.policy) for each in rules]
