"""Stages as a record is saved: a new one begins at a first stage, only a move changes it, every move is remembered."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from ....conditions.dynamic import Surroundings
from ....conditions.tree import EVERYTHING, settled
from ....kernel.clock import from_text, to_text
from ....kernel.errors import FieldError
from ....kernel.unit_of_work import UnitOfWork
from ... import events
from ...domain.cells import ROOT
from ...domain.errors import StageRefused
from ...domain.fields import Field
from ...domain.filter_kinds import Entry
from ...domain.records import CurrentStage, Record, list_row
from ...domain.stages import (
    Stage,
    StageMove,
    current_of,
    entry_rule,
    missing_fields,
    name_at,
    rule_words,
    stage_fields,
    stages_of,
)
from ..beside_ports import StageHistory
from ..ports import Company
from .aspect import CREATED, UPDATED, Aspect, Filling, RecordChange


class StageAspect(Aspect):
    def __init__(self, history: StageHistory, company: Company) -> None:
        self._history = history
        self._company = company

    def fill(self, work: UnitOfWork, filling: Filling) -> Iterable[FieldError]:
        del work
        return [fault for field in stage_fields(filling.form.definition) for fault in _filled(filling, field)]

    def kept(self, work: UnitOfWork, change: RecordChange) -> Record:
        """Raises StageRefused with everything that the stage entered by a move asks for."""
        after = change.after
        entered = {field.id: self._entered(work, change, field) for field in _changed(change)}
        return replace(after, stages={**after.stages, **entered}) if entered else after

    def written(self, work: UnitOfWork, change: RecordChange) -> Mapping[str, Any]:
        for field in _changed(change):
            self._history.add(work, change.after, self._move(work, change, field))
            if change.before is not None and field.id in change.before.values:
                visit = change.after.stages[field.id].visit
                work.emit(events.stage_moved(change.after, field.id, visit))
        return {}

    # -- within

    def _entered(self, work: UnitOfWork, change: RecordChange, field: Field) -> CurrentStage:
        value = change.after.values[field.id]
        stage = stages_of(field)[value]
        move = change.move
        if move is not None and move.field == field.id and not move.forced:
            faults = list(self._faults(work, change, field, stage))
            if faults:
                raise StageRefused(fields=faults, stage=stage.label(work.actor.language))
        before = change.before.stages.get(field.id) if change.before else None
        due = self._company.after_working_hours(work, work.now, stage.sla_hours) if stage.sla_hours else None
        return CurrentStage(value, work.at, before.visit + 1 if before else 1, to_text(due) if due else "")

    def _faults(self, work: UnitOfWork, change: RecordChange, field: Field, stage: Stage) -> Iterator[FieldError]:
        definition, after, language = change.form.definition, change.after, work.actor.language
        words = stage.label(language)
        for missing in missing_fields(stage, definition, after.values):
            yield FieldError.of(f"{ROOT}/{missing.id}", "stage_required", field=missing.label(language), stage=words)
        rule = entry_rule(definition, field.id, stage.value)
        if rule != EVERYTHING:
            around = Surroundings(
                work.now,
                self._company.zone(work),
                lambda name: self._company.actor_ids(work, work.actor.member_id, name),
            )
            entry = Entry({**list_row(after, (), after.version), "values": after.values}, whole=True)
            if not settled(rule, around).holds(entry):
                asked = rule_words(stage, definition, language)
                yield FieldError.of("/to", "stage_entry", stage=words, rule=asked)

    def _move(self, work: UnitOfWork, change: RecordChange, field: Field) -> StageMove:
        after = change.after
        now, stage = after.stages[field.id], stages_of(field)[after.values[field.id]]
        before = change.before.stages.get(field.id) if change.before else None
        left = str(change.before.values.get(field.id, "")) if change.before else ""
        began = from_text(before.since) if before else work.now
        amount = field.options.get("amount", "")
        return StageMove(
            field=field.id,
            number=now.visit,
            pipeline=stage.pipeline,
            left=left,
            left_name=name_at(field, left) if left else "",
            entered=stage.value,
            entered_name=stage.name,
            kind=stage.kind,
            at=work.at,
            by=work.actor.member_id,
            by_name=work.actor.name,
            note=change.move.note if change.move and change.move.field == field.id else "",
            seconds=max(int((work.now - began).total_seconds()), 0),
            working_seconds=self._company.working_seconds(work, began, work.now) if before else 0,
            due_at=now.due_at,
            owner=after.owned_by,
            amount_field=amount,
            amount=after.values.get(amount) if amount else None,
        )


def _changed(change: RecordChange) -> list[Field]:
    """The stage fields whose stage this work changes."""
    if change.cause not in (CREATED, UPDATED):
        return []
    old = change.before.values if change.before else {}
    new = change.after.values
    return [
        each for each in stage_fields(change.form.definition) if each.id in new and new[each.id] != old.get(each.id)
    ]


def _filled(filling: Filling, field: Field) -> Iterator[FieldError]:
    """The stage as it is; of a record without one the first stage, of the pipeline that was asked for."""
    values, move = filling.values, filling.move
    if move is not None and move.field == field.id:
        return
    sent, label = values.get(field.id), field.label(filling.moment.language)
    held = filling.before.values.get(field.id) if filling.before else None
    path = f"{ROOT}/{field.id}"
    stages = stages_of(field)
    if held is not None:
        meant = current_of(field, held)
        values[field.id] = meant if held not in stages and meant in stages else held
        if sent is not None and sent != held:
            yield FieldError.of(path, "stage_by_moving", field=label)
        return
    values[field.id] = sent or next(iter(stages))
    if sent and not stages[sent].first:
        yield FieldError.of(path, "stage_not_first", field=label)
