"""What of sent values a member may write: the rest of the record stays as it is, and trying otherwise is told."""

from collections.abc import Mapping
from typing import Any

from ...kernel.errors import FieldError
from ..domain.cells import ROOT
from ..domain.definition import Definition
from ..domain.fields import Field, frozen, type_of
from ..domain.stored import Values, is_unchanged
from ..domain.values import is_blank
from .groups import HIDDEN
from .rights import Rights


def written(
    rights: Rights, definition: Definition, sent: Mapping[str, Any], stored: Mapping[str, Any], language: str
) -> tuple[Values, list[FieldError]]:
    """The values to check and save, and the faults. A field that may not be edited may be left out, or sent as it was
    shown; a hidden one is refused as one that the form does not have.
    """
    if rights.edits_everything:
        return dict(sent), []
    values, faults = dict(sent), []
    for name in {**stored, **sent}:
        field = definition.by_id.get(name)
        level = rights.level(name)
        if (field is None and level > HIDDEN) or rights.editable(name):
            continue
        values.pop(name, None)
        if name in stored:
            values[name] = stored[name]
        if name in sent and level == HIDDEN:
            faults.append(FieldError.of(f"{ROOT}/{name}", "schema_additional", field=name))
        elif name in sent and field is not None and not _is_as_shown(field, sent[name], stored.get(name), rights):
            label = field.label(language)
            faults.append(FieldError.of(f"{ROOT}/{name}", "field_not_editable", field=label))
    return values, faults


def _is_as_shown(field: Field, sent: Any, stored: Any, rights: Rights) -> bool:
    if type_of(field).computed:
        return True
    shown = rights.values({} if stored is None else {field.id: stored}).get(field.id)
    if is_blank(sent) or shown is None:
        return is_blank(sent) and is_blank(shown)
    return frozen(sent) == frozen(shown) or (shown == stored and is_unchanged(field, sent, stored))
