"""What publishing checks of stages beside the rest of the form: the fields that they name, entry rules, movers, and
where the records of removed stages go.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from ....kernel.errors import FieldError
from ....kernel.unit_of_work import UnitOfWork
from ...access import giving
from ...access.groups import read_access
from ...domain.definition import Definition
from ...domain.fields import Field
from ...domain.form_state import Head
from ...domain.labels import label_text
from ...domain.stages import entry_faults, name_at, stage_fields, stages_of
from ..ports import FormStore, RecordStore
from .publish_step import PublishStep


class StagePublishing(PublishStep):
    def __init__(self, forms: FormStore, records: RecordStore) -> None:
        self._forms = forms
        self._records = records

    def problems(self, work: UnitOfWork, head: Head, definition: Definition) -> Iterable[FieldError]:
        fields = stage_fields(definition)
        if not fields:
            return
        before = self._forms.definition(work, head.id, head.version).by_id if head.version else {}
        for field in fields:
            path = f"/fields/{definition.fields.index(field)}/options"
            yield from _unknown_fields(path, field, definition)
            yield from _movers(work, head, path, field, before.get(field.id))
            yield from self._removed(work, head, path, field, before.get(field.id))

    def _removed(
        self, work: UnitOfWork, head: Head, path: str, field: Field, before: Field | None
    ) -> Iterator[FieldError]:
        """A stage goes only if its records have somewhere to go."""
        if before is None or field.type != before.type:
            return
        gone = stages_of(before).keys() - stages_of(field).keys() - field.options.get("moved", {}).keys()
        if gone and self._records.any_of_form(work, head.id):
            for value in sorted(gone):
                words = label_text(name_at(before, value), work.actor.language)
                yield FieldError.of(f"{path}/moved", "stage_removed", stage=words)


def _placed(path: str, field: Field) -> Iterator[tuple[str, Mapping[str, Any]]]:
    for at, pipeline in enumerate(field.options["pipelines"]):
        for index, stage in enumerate(pipeline["stages"]):
            yield f"{path}/pipelines/{at}/stages/{index}", stage


def _unknown_fields(path: str, field: Field, definition: Definition) -> Iterator[FieldError]:
    known = definition.by_id.keys() - {field.id}
    amount = field.options.get("amount")
    if amount and amount not in known:
        yield FieldError.of(f"{path}/amount", "stage_unknown_field", id=amount)
    for here, stage in _placed(path, field):
        for number, name in enumerate(stage.get("required", ())):
            if name not in known:
                yield FieldError.of(f"{here}/required/{number}", "stage_unknown_field", id=name)
        if stage.get("reason") and stage["reason"] not in known:
            yield FieldError.of(f"{here}/reason", "stage_unknown_field", id=stage["reason"])
        if stage.get("entry"):
            yield from entry_faults(definition, stage["entry"], f"{here}/entry")


def _movers(work: UnitOfWork, head: Head, path: str, field: Field, before: Field | None) -> Iterator[FieldError]:
    """Who names movers lets people change records that they may only read: that takes the right to change all."""
    held = giving.may_give(read_access(head.access), work.actor)[giving.EDIT_ALL_PLACE]
    if held:
        return
    old = {value: stage.movers for value, stage in stages_of(before).items()} if before else {}
    new = stages_of(field)
    for here, stage in _placed(path, field):
        movers = new[stage["value"]].movers
        if movers is not None and movers != old.get(stage["value"]):
            yield FieldError.of(f"{here}/movers", "stage_movers_beyond_own_rights")
