"""The schema files that are made from registries, so that a new type is described without anybody describing it.

`make openapi` writes them before the snapshot; a test compares them with what the registries say today.
"""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from .template.source import ROOT


def _published_definition() -> dict[str, Any]:
    """A definition as a draft has it, but its fields are finished ones of known types."""
    from chalicelib.edge.schemas import load

    draft = load("forms/form_definition")
    fields = {**draft["properties"]["fields"], "minItems": 1, "items": {"$ref": "banli:forms/field"}}
    return {**draft, "title": "PublishedDefinition", "properties": {**draft["properties"], "fields": fields}}


def _field() -> dict[str, Any]:
    from chalicelib.forms.domain.fields.contract import field_contract

    return field_contract()


def _column() -> dict[str, Any]:
    from chalicelib.forms.domain.fields.contract import column_contract

    return column_contract()


MADE: dict[str, Callable[[], dict[str, Any]]] = {
    "forms/field": _field,
    "forms/column": _column,
    "forms/published_definition": _published_definition,
}
"""What makes the schema called `<context>/<name>`."""


def path_of(name: str) -> Path:
    context, _, rest = name.partition("/")
    return ROOT / "chalicelib" / context / "schemas" / f"{rest}.json"


def text_of(name: str) -> str:
    return json.dumps(MADE[name](), ensure_ascii=False, indent=2) + "\n"


def write() -> None:
    for name in MADE:
        path_of(name).write_text(text_of(name), "utf-8")
