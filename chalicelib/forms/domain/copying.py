"""A form as the beginning of another one."""

from collections.abc import Mapping
from typing import Any

from .columns import columns_of
from .fields import TYPES
from .labels import Label

MOST_NAME = 100
_COPY = {"zh-CN": "{name} 副本", "en": "{name} (copy)"}
_NOT_COPIED = ("balances",)
"""Limits of other records are not taken of by records of the copy until somebody says so."""


def copied(definition: Mapping[str, Any], former: str, form_id: str, language: str) -> dict[str, Any]:
    """The definition of the form `former` for its copy `form_id`. Ids and keys of fields belong to their form and stay;
    links, pulled-through fields and roll-ups of the form to itself are those of the copy to itself.
    """
    kept = {part: value for part, value in definition.items() if part not in _NOT_COPIED}
    fields = [_field(each, former, form_id) for each in definition.get("fields", ())]
    return {**kept, "name": _named(definition["name"], language), "fields": fields}


def _named(name: Label, language: str) -> Label:
    if isinstance(name, str):
        return _short(name, language)
    return {each: _short(text, each) for each, text in name.items()}


def _short(name: str, language: str) -> str:
    form = _COPY[language]
    return form.format(name=name[: MOST_NAME - len(form.format(name=""))].rstrip())


def _field(field: Any, former: str, form_id: str) -> Any:
    """Of a draft, which may be unfinished: what has another shape stays as it is."""
    if (
        not isinstance(field, Mapping)
        or not isinstance(field.get("options"), Mapping)
        or field.get("type") not in TYPES
    ):
        return field
    field_type = TYPES[field["type"]]
    options = field_type.copied(field["options"], former, form_id)
    if field_type.holds_rows and isinstance(options.get("columns"), list):
        options["columns"] = [_field(column, former, form_id) for column in columns_of(field)]
    return {**field, "options": options}
