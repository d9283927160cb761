"""Records after the stages of their form have changed: out of removed ones, and into a first one where a record is
older than the field. The job is `forms.restage`; here is what it does to a record.
"""

from ...kernel.unit_of_work import UnitOfWork
from ..domain.records import Record
from ..domain.stages import Move, current_of, stage_fields, stages_of
from .ports import FormStore, RecordStore
from .records import Records


class Restaging:
    def __init__(self, forms: FormStore, rows: RecordStore, records: Records) -> None:
        self._forms = forms
        self._rows = rows
        self._records = records

    def wanted(self, work: UnitOfWork, form_id: str, version: int) -> bool:
        """Whether records of the form may stand in stages that the version does not have, or in none."""
        head = self._forms.head(work, form_id)
        if head.version != version:
            return False
        now = stage_fields(self._forms.definition(work, form_id, version))
        if not now:
            return False
        before = self._forms.definition(work, form_id, version - 1).by_id if version > 1 else {}
        changed = any(
            field.id not in before or not set(stages_of(before[field.id])) <= set(stages_of(field)) for field in now
        )
        return changed and self._rows.any_of_form(work, form_id)

    def following(self, work: UnitOfWork, form_id: str, cursor: str, limit: int) -> tuple[str, ...]:
        """Ids of the form's records behind `cursor`, oldest first."""
        return self._rows.following(work, form_id, cursor, limit)[0]

    def restage(self, work: UnitOfWork, record_id: str) -> None:
        """Bring one record to stages that its form has. Harmless to repeat."""
        for record in self._rows.get_many(work, [record_id]):
            move = self._move(work, record)
            if move is not None:
                self._records.move(work, record, record.values, move, lenient=True)

    def _move(self, work: UnitOfWork, record: Record) -> Move | None:
        """What the stages of today ask of it. Other stage fields of the form are brought along as it is saved."""
        for field in stage_fields(self._forms.form(work, record.form_id).definition):
            stages, value = stages_of(field), record.values.get(field.id, "")
            to = current_of(field, value) if value else next(iter(stages))
            if value not in stages and to in stages:
                return Move(field.id, to, forced=True)
        return None
