"""The JSON Schema of a form's records, 2020-12: published for machines, and what every save is checked against."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from jsonschema import Draft202012Validator

from ...edge.schemas import make_validator
from .definition import Definition
from .fields import Field, type_of
from .labels import label_text

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def record_schema(definition: Definition, language: str) -> dict[str, Any]:
    """The schema of `values`, with titles in the asked language."""
    return {
        "$schema": DIALECT,
        "title": label_text(definition.name, language),
        **({"description": label_text(definition.description, language)} if definition.description else {}),
        **_object(definition.fields, language),
    }


@lru_cache(maxsize=64)
def record_validator(definition: Definition) -> Draft202012Validator:
    """Compiled once a version and process; a definition is compared by identity."""
    return make_validator(_object(definition.fields, "en"))


def _object(fields: Iterable[Field], language: str) -> dict[str, Any]:
    fields = tuple(fields)
    return {
        "type": "object",
        "properties": {field.id: _property(field, language) for field in fields},
        "required": [field.id for field in fields if field.required and not _is_given(field)],
        "additionalProperties": False,
    }


def _is_given(field: Field) -> bool:
    """Whether the server fills it in where nothing is sent."""
    return type_of(field).computed or type_of(field).has_stages


def _property(field: Field, language: str) -> dict[str, Any]:
    schema = {"title": label_text(field.name, language), **type_of(field).schema(field)}
    if field.help:
        schema["description"] = label_text(field.help, language)
    if field.default is not None and not str(field.default).startswith("@"):
        schema["default"] = field.default
    if field.columns:
        schema["items"] = _object(field.columns, language)
    return schema
