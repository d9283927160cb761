"""The JSON Schemas of a published field and of a column: one alternative for each type, told apart by `type`.

`schemas/field.json` and `schemas/column.json` are what this module makes (`make openapi` writes them, a test compares),
so the published contract and what `checks.py` judges at publishing come from the same `options_schema`.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from ..labels import LABEL_SCHEMA
from ._registry import TYPES
from .base import FieldType

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_COLUMNS = {"type": "array", "minItems": 1, "maxItems": 50, "items": {"$ref": "banli:forms/column"}}


def field_contract() -> dict[str, Any]:
    return _contract("FormField", TYPES.values(), {})


def column_contract() -> dict[str, Any]:
    """Of a field in the rows of another."""
    columns = (each for each in TYPES.values() if each.may_be_column)
    return _contract("FormColumn", columns, {"unique_in_lines": {"type": "boolean"}})


def _contract(title: str, types: Iterable[FieldType], more: Mapping[str, Any]) -> dict[str, Any]:
    found = sorted(types, key=lambda each: each.type)
    return {"$schema": _DIALECT, "title": title, "oneOf": [_alternative(each, more) for each in found]}


def _alternative(field_type: FieldType, more: Mapping[str, Any]) -> dict[str, Any]:
    options = field_type.options_schema()
    if field_type.holds_rows:
        options = {**options, "properties": {**options["properties"], "columns": _COLUMNS}}
    properties = {
        "id": {"type": "string", "pattern": "^[a-z][a-z0-9_]{0,39}$"},
        "key": {
            "type": "string",
            "pattern": "^[a-z][a-z0-9_]{0,39}$",
            "description": "Stable name for text and programs, unique in the form or the rows; the id if missing.",
        },
        "type": {"const": field_type.type},
        "name": LABEL_SCHEMA,
        "help": {"$ref": "banli:forms/hint"},
        "required": {"type": "boolean"},
        "unique": {"type": "boolean"},
        **more,
        "indexed": {"type": "boolean"},
        "default": {
            "description": f"A value, or {field_type.dynamic_default}." if field_type.dynamic_default else "A value."
        },
        "options": options,
    }
    return {
        "type": "object",
        "properties": properties,
        "required": ["id", "type", "name", *(["options"] if field_type.needs else [])],
        "additionalProperties": False,
    }
