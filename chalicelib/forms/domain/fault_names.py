"""Faults of a definition as its builders read them: fields by their labels, settings and types by their words.

`checks.problems` speaks in ids and keys, which are what programs look at, and they stay in the params; a builder never
typed them. A type says its own words; a setting that messages.json does not know is called as its schema calls it
(`x-name`). Where a setting was only begun (an empty formula), the fault says what is to be filled in.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from ...edge.schemas import LABEL
from ...kernel.errors import FieldError, Named
from ...kernel.languages import LANGUAGES
from .columns import columns_of
from .fields import TYPES, FieldType
from .labels import Label, label_text

Doc = Mapping[str, Any]

# Codes of messages.json, each a word for one thing that a definition holds.
_SETTINGS = (
    "setting_access", "setting_approval", "setting_balances", "setting_choices", "setting_columns", "setting_currency",
    "setting_decimals",
    "setting_default", "setting_description", "setting_duplicates", "setting_expression", "setting_extensions",
    "setting_fields",
    "setting_format", "setting_help", "setting_indexed", "setting_layout", "setting_list", "setting_mask",
    "setting_max",
    "setting_max_files", "setting_max_length", "setting_max_megabytes", "setting_max_rows", "setting_min",
    "setting_min_length", "setting_min_rows", "setting_multiple", "setting_name", "setting_required", "setting_rules",
    "setting_reset", "setting_result", "setting_template", "setting_title", "setting_unique", "setting_unique_in_lines",
    "setting_unique_together", "setting_unit", "setting_value",
)  # fmt: skip
_KINDS = (
    "kind_number", "kind_text", "kind_boolean", "kind_date", "kind_blank", "kind_any",
)  # fmt: skip
_RESETS = (
    "reset_never", "reset_year", "reset_month", "reset_day",
)  # fmt: skip
_GENERATED = re.compile(r"f_[0-9a-z]{10}(\.f_[0-9a-z]{10})?")
_UNFILLED = {"expression": "expression_missing", "template": "template_missing", "value": "choice_missing"}


def named_faults(faults: Iterable[FieldError], definition: Doc, published: Doc | None = None) -> list[FieldError]:
    """The same faults with names; a field that was deleted since is called as `published` calls it."""
    names = {**dict(_labels(published or {})), **dict(_labels(definition))}
    return [_named(_begun(fault, definition), names, definition) for fault in faults]


def _labels(definition: Doc) -> Iterator[tuple[str, Label]]:
    """By id and path: `price`, `lines.price`; of two with one id the field's."""
    fields = definition.get("fields", ())
    for field in fields:
        for column in _columns(field):
            yield column["id"], column["name"]
    for field in fields:
        yield field["id"], field["name"]
        for column in _columns(field):
            both = {
                language: f"{label_text(field['name'], language)}.{label_text(column['name'], language)}"
                for language in LANGUAGES
            }
            yield f"{field['id']}.{column['id']}", both


def _columns(field: Doc) -> list[Doc]:
    return [column for column in columns_of(field) if "id" in column]


def _begun(fault: FieldError, definition: Doc) -> FieldError:
    """A setting that is empty or half typed is a thing to be filled in, not a text that breaks a pattern."""
    *_, setting = fault.path.split("/")
    if fault.code == "formula_syntax" and dict(fault.params).get("found") == "":
        field = _field_at(definition, fault.path)
        blank = not str(field.get("options", {}).get("expression", "")).strip()
        return FieldError.of(fault.path, "expression_missing" if blank else "formula_unfinished")
    if fault.code == "schema_min_length" and setting in _UNFILLED:
        return FieldError.of(fault.path, _UNFILLED[setting])
    if fault.code == "schema_required" and setting == "currency":
        return FieldError.of(fault.path, "currency_missing")
    if fault.code == "schema_format" and setting in ("min", "max"):
        field_type = TYPES.get(str(_field_at(definition, fault.path).get("type")), FieldType)
        return FieldError.of(fault.path, field_type.malformed_limit)
    if fault.code == "schema_format" and _is_blank(definition, fault.path):
        return FieldError.of(fault.path, "setting_unfilled")
    return fault


def _is_blank(definition: Doc, path: str) -> bool:
    value: Any = definition
    for part in path.split("/")[1:]:
        value = value[int(part)] if isinstance(value, list | tuple) else value.get(part)
    return bool(value == "")


def _field_at(definition: Doc, path: str) -> Doc:
    """The field, or the column, that a path into the definition leads through."""
    parts = path.split("/")
    field: Doc = definition["fields"][int(parts[2])]
    if parts[3:5] == ["options", "columns"] and len(parts) > 5 and columns_of(field):
        field = field["options"]["columns"][int(parts[5])]
    return field


def _named(fault: FieldError, names: Mapping[str, Label], definition: Doc) -> FieldError:
    params = {
        key: _param(fault.code, key, value, names) if isinstance(value, str) else value for key, value in fault.params
    }
    subject = _subject(fault.path, definition)
    if subject is not None:
        params.setdefault("field", subject)
    if "least" in params and "most" in params:
        least, most = params["least"], params["most"]
        params["count"] = str(least) if least == most else f"{least}–{most}"
    return FieldError.of(fault.path, fault.code, **params)


def _param(code: str, key: str, value: str, names: Mapping[str, Label]) -> str:
    if key in ("id", "name") or (key == "found" and code == "formula_syntax"):
        return _field_name(value, names)
    if key == "cycle":
        return Named(value, parts=tuple(_field_name(each, names) for each in value.split(" → ")), between=" → ")
    if key == "type":
        return Named(value, TYPES[value].words if value in TYPES else value)
    if key == "reset":
        return _word(value, f"reset_{value}", _RESETS)
    if key in ("found", "expected") and code in ("formula_type", "formula_result"):
        kinds = tuple(_word(each, f"kind_{each}", _KINDS) for each in value.split("/"))
        return Named(value, parts=kinds, between=" / ")
    return value


def _field_name(value: str, names: Mapping[str, Label]) -> Named:
    if value in names:
        return Named(value, names[value])
    return Named(value, code="name_of_deleted_field") if _GENERATED.fullmatch(value) else Named(value, value)


def _word(value: str, code: str, known: tuple[str, ...]) -> Named:
    return Named(value, code=code) if code in known else Named(value, value)


def _subject(path: str, definition: Doc) -> Named | None:
    """The setting that a path ends in, by its word: of `/fields/3/options/choices/0/value` the choices."""
    parts = path.split("/")[1:]
    options: Doc = {}
    if parts[0] == "fields" and len(parts) > 2:
        field_type = TYPES.get(str(_field_at(definition, path).get("type")))
        parts = parts[2:]
        if parts[:2] == ["options", "columns"] and len(parts) > 3:
            parts = parts[3:]
        if parts[0] == "options" and len(parts) > 1:
            parts = parts[1:]
            options = field_type.options if field_type else {}
    code = f"setting_{parts[0]}"
    if code in _SETTINGS:
        return Named(parts[-1], code=code)
    label = options.get(parts[0], {}).get(LABEL)
    return Named(parts[-1], label) if label else None
