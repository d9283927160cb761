"""JSON Schema (2020-12) contracts of requests, replies and events: loading, references, validation, field errors.

`"forms/record_create"` names `chalicelib/forms/schemas/record_create.json`; schemas refer to each other by
`{"$ref": "banli:forms/record"}`.
"""

import json
from functools import cache
from pathlib import Path
from typing import Any, cast

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

from ..kernel.errors import FieldError, Invalid, Named

SCHEME = "banli:"
LABEL = "x-name"
MAX_FAULTS = 50
NOT_BLANK = r"\S"
"""The pattern of a text that must say something; its fault has words of its own."""

_ROOT = Path(__file__).resolve().parent.parent
_CODES = {
    "type": "schema_type",
    "enum": "schema_enum",
    "const": "schema_const",
    "minLength": "schema_min_length",
    "maxLength": "schema_max_length",
    "minItems": "schema_min_items",
    "maxItems": "schema_max_items",
    "minProperties": "schema_min_items",
    "maxProperties": "schema_max_items",
    "minimum": "schema_minimum",
    "maximum": "schema_maximum",
    "uniqueItems": "schema_unique",
    "format": "schema_format",
    "pattern": "schema_format",
}


@cache
def load(name: str) -> dict[str, Any]:
    """The schema called `<context>/<name>`; a missing file is a fault of ours."""
    context, _, rest = name.partition("/")
    path = _ROOT / context / "schemas" / f"{rest}.json"
    schema: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return schema


@cache
def validator(name: str) -> Draft202012Validator:
    return make_validator(load(name))


def make_validator(schema: dict[str, Any]) -> Draft202012Validator:
    """A compiled validator whose `banli:` references resolve; formats are checked, not only noted."""
    registry: Registry[Any] = Registry(retrieve=_retrieve)  # type: ignore[call-arg]
    return Draft202012Validator(schema, registry=registry, format_checker=Draft202012Validator.FORMAT_CHECKER)


def validate(name: str, value: Any, *, root: str = "") -> None:
    """Raises Invalid with one FieldError per fault, paths as JSON pointers under `root`."""
    faults = field_errors(validator(name), value, root=root)
    if faults:
        raise Invalid(fields=faults)


def field_errors(compiled: Draft202012Validator, value: Any, *, root: str = "") -> list[FieldError]:
    found: list[FieldError] = []
    for error in compiled.iter_errors(value):
        found += _faults(error, root)
        if len(found) >= MAX_FAULTS:
            break
    return found[:MAX_FAULTS]


def _faults(error: ValidationError, root: str) -> list[FieldError]:
    path = _pointer(error, root)
    keyword, expected = str(error.validator), error.validator_value
    if keyword == "required":
        return [FieldError.of(f"{path}/{escape(name)}", "schema_required") for name in _missing(error)]
    if keyword in ("additionalProperties", "unevaluatedProperties"):
        return [FieldError.of(f"{path}/{escape(name)}", "schema_additional") for name in _unknown(error)]
    if keyword == "oneOf" and (told_apart := _of_alternatives(error, root)) is not None:
        return told_apart
    if keyword in ("oneOf", "anyOf") and error.context:
        deepest = max(error.context, key=lambda inner: (len(inner.absolute_path), inner.validator != "type"))
        return _faults(deepest, root)
    named = _name(error)
    if keyword == "pattern" and expected == NOT_BLANK:
        return [FieldError.of(path, "schema_blank", **named)]
    shown = tuple(str(item) for item in expected) if isinstance(expected, list) else str(expected)
    return [FieldError.of(path, _CODES.get(keyword, "schema_other"), expected=shown, **named)]


def _of_alternatives(error: ValidationError, root: str) -> list[FieldError] | None:
    """Of alternatives that are told apart by a constant (`type`): the faults of the one whose constant fits, or
    that none does. None if they are not told apart so.
    """
    by_alternative: dict[Any, list[ValidationError]] = {}
    for each in error.context or ():
        by_alternative.setdefault(each.schema_path[0], []).append(each)
    constants = [each for errors in by_alternative.values() for each in errors if each.validator == "const"]
    if not constants:
        return None
    for errors in by_alternative.values():
        if not any(each.validator == "const" for each in errors):
            return [fault for each in errors for fault in _faults(each, root)]
    expected = tuple(str(each.validator_value) for each in constants)
    return [FieldError.of(_pointer(constants[0], root), "schema_enum", expected=expected)]


def _pointer(error: ValidationError, root: str) -> str:
    return root + "".join("/" + escape(str(part)) for part in error.absolute_path)


def _name(error: ValidationError) -> dict[str, Named]:
    """What people call the faulty thing, where its schema says so (`x-name`); else the message says its key."""
    label = error.schema.get(LABEL) if isinstance(error.schema, dict) else None
    key = str(error.absolute_path[-1]) if error.absolute_path else ""
    return {"field": Named(key, label)} if label else {}


def _missing(error: ValidationError) -> list[str]:
    """jsonschema reports each missing name as an error of its own, named only in its text."""
    required: Any = error.validator_value
    names = [name for name in required if name not in cast(dict[str, Any], error.instance)]
    return [name for name in names if error.message.startswith(repr(name))] or names


def _unknown(error: ValidationError) -> list[str]:
    known = error.schema.get("properties", {}) if isinstance(error.schema, dict) else {}
    return [str(name)[:80] for name in cast(dict[str, Any], error.instance) if name not in known]


def escape(part: str) -> str:
    """A name as one part of a JSON pointer."""
    return part.replace("~", "~0").replace("/", "~1")


def _retrieve(uri: str) -> Resource[Any]:
    return DRAFT202012.create_resource(load(uri.removeprefix(SCHEME)))
