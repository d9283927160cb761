"""Moving a record through its stages, and what stages it has been in.

Moving is not editing: a record in approval may be moved too, unless the stage is for approved records only; other
values cannot be changed along with it then.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ...kernel.clock import from_text
from ...kernel.errors import FieldError
from ...kernel.page import Page
from ...kernel.unit_of_work import UnitOfWork
from ..access import giving
from ..access.groups import EDIT, READABLE
from ..access.rights import Rights
from ..access.writing import written
from ..domain.definition import Form
from ..domain.errors import (
    FormArchived,
    RecordInvalid,
    RecordLocked,
    RecordMerging,
    RecordNotFound,
    StageDenied,
    StageNotApproved,
    StageStale,
    StageUnreachable,
)
from ..domain.fields import Field
from ..domain.labels import label_text
from ..domain.records import APPROVED, Record
from ..domain.stages import Move, Stage, StageMove, follows, name_at, stage_fields, stages_of
from .audience import departments_of
from .beside_ports import StageHistory
from .changing import require_same
from .entrance import Entrance
from .ports import Company, FormStore
from .records import Records, Shown, shown

REFUSALS = {
    "stage_unreachable": StageUnreachable,
    "stage_denied": StageDenied,
    "stage_not_approved": StageNotApproved,
}


@dataclass(frozen=True, slots=True)
class StageState:
    """Where a record stands in one stage field, and where it may go: code of the refusal by stage, "" if it may."""

    field: Field
    stage: Stage | None
    value: str
    since: str
    due_at: str
    overdue: bool
    seconds: int
    working_seconds: int
    moves: Mapping[str, str]


class Stages:
    def __init__(
        self, forms: FormStore, records: Records, entrance: Entrance, history: StageHistory, company: Company
    ) -> None:
        self._forms = forms
        self._records = records
        self._entrance = entrance
        self._history = history
        self._company = company

    def move(self, work: UnitOfWork, record_id: str, version: int, move: Move, values: Mapping[str, Any]) -> Shown:
        """To another stage, with the values that it asks for. To the stage that it is in, nothing happens.

        Raises RecordNotFound, RecordInvalid, StageDenied, StageStale, StageUnreachable, StageNotApproved, StageRefused,
        RecordLocked (for values), FormArchived.
        """
        record, rights = self._live(work, record_id)
        require_same(record, record_id)
        if record.merging:
            raise RecordMerging()
        form = self._forms.form(work, record.form_id)
        if form.archived:
            raise FormArchived()
        field, stage = _asked(form, rights, move)
        left = record.values.get(field.id, "")
        if record.version != version:
            name = label_text(name_at(field, left), work.actor.language)
            raise StageStale(version=record.version, stage=name)
        if left == stage.value and not values:
            return shown(record, rights)
        self._require(work, rights, record, field, stage)
        if values and record.locked:
            raise RecordLocked()
        sent = self._sent(work, form, rights, record, {**values, field.id: left})
        moved = self._records.move(work, record, sent, move, lenient=record.locked)
        return shown(moved, self._entrance.rights(work, moved))

    def read(
        self, work: UnitOfWork, record_id: str, limit: int, cursor: str | None
    ) -> tuple[list[StageState], Page[StageMove], Rights]:
        """Where it stands, and its moves, newest first, of the stage fields that the actor may read, with the rights by
        which amounts are told. Raises RecordNotFound.
        """
        record, rights = self._live(work, record_id)
        form = self._forms.form(work, record.form_id)
        fields = [each for each in stage_fields(form.definition) if rights.level(each.id) >= READABLE]
        states = [self._state(work, form, rights, record, field) for field in fields]
        page = self._history.moves(work, record.id, limit, cursor)
        known = {each.id for each in fields}
        items = tuple(each for each in page.items if each.field in known)
        return states, Page(items, page.next_cursor), rights

    # -- within

    def _live(self, work: UnitOfWork, record_id: str) -> tuple[Record, Rights]:
        record, rights = self._entrance.record(work, record_id)
        if record.deleted:
            raise RecordNotFound()
        return record, rights

    def _sent(
        self, work: UnitOfWork, form: Form, rights: Rights, record: Record, values: Mapping[str, Any]
    ) -> dict[str, Any]:
        """All values of the record, with those sent. Raises RecordInvalid for what the actor may not edit."""
        raw = {**rights.values(record.values), **values}
        sent, faults = written(rights, form.definition, raw, record.values, work.actor.language)
        if faults:
            raise RecordInvalid(fields=faults)
        return sent

    def _require(self, work: UnitOfWork, rights: Rights, record: Record, field: Field, stage: Stage) -> None:
        code = self._refusal(work, rights, record, field, stage)
        if code:
            language = work.actor.language
            left = label_text(name_at(field, record.values.get(field.id, "")), language)
            raise REFUSALS[code](stage=stage.label(language), left=left)

    def _refusal(self, work: UnitOfWork, rights: Rights, record: Record, field: Field, stage: Stage) -> str:
        """Why the actor may not move the record to the stage, whatever its values are."""
        stages, left = stages_of(field), record.values.get(field.id, "")
        if not self._may_move(work, rights, field, stages.get(left), stage):
            return "stage_denied"
        if left != stage.value and not follows(stages, left, stage.value):
            return "stage_unreachable"
        return "stage_not_approved" if stage.approved and record.state != APPROVED else ""

    def _may_move(self, work: UnitOfWork, rights: Rights, field: Field, old: Stage | None, new: Stage) -> bool:
        """Those that the stage names; without any, and to change the pipeline as well, who may edit the field."""
        if giving.holds_everything(work.actor):
            return True
        edits = rights.may(EDIT) and rights.editable(field.id)
        if new.movers is None:
            return edits
        named = giving.names(new.movers, work.actor, departments_of(self._company, work, new.movers))
        return named and (edits or old is None or old.pipeline == new.pipeline)

    def _state(self, work: UnitOfWork, form: Form, rights: Rights, record: Record, field: Field) -> StageState:
        stages, value = stages_of(field), record.values.get(field.id, "")
        kept = record.stages.get(field.id)
        since = from_text(kept.since) if kept else work.now
        due = kept.due_at if kept else ""
        return StageState(
            field=field,
            stage=stages.get(value),
            value=value,
            since=kept.since if kept else "",
            due_at=due,
            overdue=bool(due) and from_text(due) < work.now,
            seconds=max(int((work.now - since).total_seconds()), 0),
            working_seconds=self._company.working_seconds(work, since, work.now) if kept else 0,
            moves={
                each.value: "form_archived" if form.archived else self._refusal(work, rights, record, field, each)
                for each in stages.values()
                if each.value != value
            },
        )


def _asked(form: Form, rights: Rights, move: Move) -> tuple[Field, Stage]:
    """Raises RecordInvalid, also for a field that is kept from the actor."""
    field = form.field(move.field)
    if field is None or field not in stage_fields(form.definition) or rights.level(field.id) < READABLE:
        raise RecordInvalid(fields=[FieldError.of("/field", "stage_field", id=move.field)])
    stage = stages_of(field).get(move.to)
    if stage is None:
        raise RecordInvalid(fields=[FieldError.of("/to", "not_a_choice", value=move.to[:60], field=field.name)])
    return field, stage
