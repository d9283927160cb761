"""Where a field is used, for the builder who is about to delete it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ...kernel.unit_of_work import UnitOfWork
from ..domain.errors import FormNotFound
from ..domain.field_uses import FLOW, FieldUse, uses_of_form, uses_within
from ..domain.form_state import Head
from ..domain.labels import Label
from ..domain.link_options import form_ids
from .ports import FieldUsers, FormStore, RecordStore


@dataclass(frozen=True)
class Place:
    """`form` is "" for the form that was asked about."""

    use: FieldUse
    form_id: str
    form: Label = ""


@dataclass(frozen=True)
class FoundUses:
    stored: bool
    places: tuple[Place, ...]


class FieldUses:
    def __init__(self, forms: FormStore, records: RecordStore, users: FieldUsers) -> None:
        self._forms = forms
        self._records = records
        self._users = users

    def of(self, work: UnitOfWork, form_id: str, path: str) -> FoundUses:
        """`path` is a field or `lines.column` of the draft; of one that is not there, nothing is found.

        For builders, who see every form. Reads the form's draft, and draft and version of each form that links here or
        that it links to. Raises FormNotFound.
        """
        head, draft = self._forms.head(work, form_id), self._forms.draft(work, form_id)
        places = [
            *(Place(use, form_id) for use in uses_within(draft.definition, path)),
            *(Place(use, form_id) for use in uses_of_form(draft.definition, form_id, path)),
            *self._elsewhere(work, head, draft.definition, path),
            *self._in_flow(work, head, path),
        ]
        stored = path in head.storage_types and self._records.any_of_form(work, form_id)
        return FoundUses(stored, tuple(places))

    def _elsewhere(self, work: UnitOfWork, head: Head, definition: dict[str, Any], path: str) -> Iterator[Place]:
        linking = [link.form_id for link in self._forms.inbound(work, head.id)]
        linked = [each for field in definition["fields"] for each in _leads(field)]
        for other in dict.fromkeys((*linking, *linked)):
            if other == head.id:
                continue
            try:
                their, draft = self._forms.head(work, other), self._forms.draft(work, other)
            except FormNotFound:
                continue
            found = list(uses_of_form(draft.definition, head.id, path))
            if their.version:
                in_use = self._forms.version(work, other, their.version).definition
                known = {(use.kind, use.type, str(use.name)) for use in found}
                found += [
                    use
                    for use in uses_of_form(in_use, head.id, path)
                    if (use.kind, use.type, str(use.name)) not in known
                ]
            yield from (Place(use, other, their.name) for use in found)

    def _in_flow(self, work: UnitOfWork, head: Head, path: str) -> Iterator[Place]:
        if head.version and head.flow_id:
            for use in self._users.uses_of_fields(work, head.flow_id, {path}):
                yield Place(FieldUse(FLOW, use.flow, node=use.node), head.id)


def _leads(field: Any) -> Iterator[str]:
    """The forms that a field, or its columns, lead to."""
    options = field.get("options", {}) if isinstance(field, dict) else {}
    if isinstance(options, dict):
        yield from form_ids(options)
        columns = options.get("columns")
        for column in columns if isinstance(columns, list) else ():
            yield from _leads(column)
