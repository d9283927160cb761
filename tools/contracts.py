"""Schemas made from the registries of types, as files: what a type adds to a contract stands with the type.

`make openapi` writes them; a test refuses files that differ from what the registries say.
"""

import json
from pathlib import Path
from typing import Any

from .template.source import ROOT


def made() -> dict[str, dict[str, Any]]:
    """The schemas by `<context>/<name>`."""
    return {**_of_fields(), **_of_flows()}


def _of_fields() -> dict[str, dict[str, Any]]:
    from chalicelib.edge.schemas import load
    from chalicelib.forms.domain.fields.contract import column_contract, field_contract

    # A published definition is as a draft has it, but its fields are finished ones of known types.
    draft = load("forms/form_definition")
    fields = {**draft["properties"]["fields"], "minItems": 1, "items": {"$ref": "banli:forms/field"}}
    published = {**draft, "title": "PublishedDefinition", "properties": {**draft["properties"], "fields": fields}}
    return {
        "forms/field": field_contract(),
        "forms/column": column_contract(),
        "forms/published_definition": published,
    }


def _of_flows() -> dict[str, dict[str, Any]]:
    from chalicelib.flows.engine.approvers import RULE_TYPES
    from chalicelib.flows.engine.contract import one_step_contract, rule_contract, step_contract
    from chalicelib.flows.engine.nodes import NODE_TYPES

    steps = {name: each.contract for name, each in NODE_TYPES.items()}
    return {
        "flows/step": step_contract(steps),
        "flows/rule": rule_contract({name: each.contract for name, each in RULE_TYPES.items()}),
        **{f"flows/step_{name}": one_step_contract(name, each) for name, each in steps.items()},
    }


def path_of(name: str) -> Path:
    """The file of a schema called `<context>/<name>`."""
    context, rest = name.split("/")
    return ROOT / "chalicelib" / context / "schemas" / f"{rest}.json"


def text_of(schema: dict[str, Any]) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def write() -> None:
    for name, schema in made().items():
        path_of(name).write_text(text_of(schema), "utf-8")
