"""Records stand under the marks of the duplicate rules that concern them, and are refused where another one stands.

What stands under a mark is a hint: a record counts as another's duplicate only if it is there and its values give that
mark now. So what a rule left behind when it was taken away refuses nobody.
"""

from ...kernel.unit_of_work import UnitOfWork
from ..domain.definition import Form
from ..domain.duplicates.marks import Watch, watches
from ..domain.records import Record
from ..domain.stored import Values
from .beside_ports import DuplicateStore
from .duplicate_answers import DuplicateAnswers
from .ports import FormStore, RecordStore


class DuplicateMarks:
    def __init__(self, forms: FormStore, records: RecordStore, rows: DuplicateStore, answers: DuplicateAnswers) -> None:
        self._forms = forms
        self._records = records
        self._rows = rows
        self._answers = answers

    def watching(self, work: UnitOfWork, form: Form) -> list[Watch]:
        """The rules that concern records of the form: its own, and those of other forms that look at it."""
        found = list(watches(form.id, form.definition, form.id))
        for owner in form.watched_by:
            found += watches(owner, self._forms.form(work, owner).definition, form.id)
        return found

    def settle(self, work: UnitOfWork, form: Form, record: Record, *, gone: bool = False, checked: bool = True) -> bool:
        """Make the record stand where its values say; whether that changed anything. One in the bin stands nowhere.

        What did not change is not looked at again. Raises DuplicateFound, DuplicateFoundUnseen; not `checked`,
        duplicates may stand side by side: for records of before.
        """
        watching = [] if gone else self.watching(work, form)
        wanted = {each.scope: mark for each in watching if (mark := each.mark(form.definition, record.values))}
        self._rows.load(work, record.id, wanted.items())
        held = self._rows.marks(work, record.id)
        if wanted == held:
            return False
        for each in watching:
            mark = wanted.get(each.scope, "")
            if not mark or held.get(each.scope) == mark:
                continue
            if checked and each.rule.blocks:
                twins = self.twins(work, each, mark, record.id)
                if twins:
                    raise self._answers.refusal(work, each, twins)
            self._rows.enter(work, record, each.scope, mark, guarded=each.rule.blocks)
        for scope, mark in held.items():
            if wanted.get(scope) != mark:
                self._rows.leave(work, record.id, scope, mark)
        self._rows.keep(work, record.id, wanted)
        return True

    def twins(self, work: UnitOfWork, watch: Watch, mark: str, record_id: str) -> list[Record]:
        """Other records that are the same for the rule."""
        found = self._records.get_many(work, self._rows.others(work, watch.scope, mark, record_id))
        return [each for each in found if mark == self._mark(work, watch, each)]

    def marks(self, work: UnitOfWork, form: Form, values: Values) -> dict[str, str]:
        """By rule what two records have in common that are the same: of rows of a file, too."""
        return {each.scope: mark for each in self.watching(work, form) if (mark := each.mark(form.definition, values))}

    def _mark(self, work: UnitOfWork, watch: Watch, record: Record) -> str:
        definition = self._forms.form(work, record.form_id).definition
        owner = definition if record.form_id == watch.owner else self._forms.form(work, watch.owner).definition
        for each in watches(watch.owner, owner, record.form_id):
            if each.scope == watch.scope:
                return each.mark(definition, record.values)
        return ""
