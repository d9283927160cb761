"""The JSON Schemas of raw steps and of rules that name people, made from what each type says of its own part.

`schemas/step.json`, `step_<type>.json` and `rule.json` are what this module makes (`make openapi` writes them, a test
compares): one alternative for each type, told apart by `type`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

Schema = dict[str, Any]

_DIALECT = "https://json-schema.org/draft/2020-12/schema"

ID: Mapping[str, Any] = {"type": "string", "pattern": "^[0-9a-hjkmnp-tv-z]{26}$"}
"""Of a member, a role or a department."""
IDS: Mapping[str, Any] = {"type": "array", "maxItems": 500, "uniqueItems": True, "items": ID}
NODE_ID: Mapping[str, Any] = {"type": "string", "pattern": "^[A-Za-z0-9_-]{1,40}$"}
KEY: Mapping[str, Any] = {
    "type": "string",
    "pattern": "^[a-z][a-z0-9_]{0,39}$",
    "description": "Stable name for text and programs, unique in the flow; made from the id if missing.",
}
NAME: Mapping[str, Any] = {
    "type": "string",
    "minLength": 1,
    "pattern": "\\S",
    "maxLength": 100,
    "x-name": {"zh-CN": "名称", "en": "name"},
}
FIELD: Mapping[str, Any] = {"type": "string", "maxLength": 64}
LEVEL: Mapping[str, Any] = {"type": "integer", "minimum": 1, "maximum": 20}
STEPS: Mapping[str, Any] = {"$ref": "banli:flows/steps"}
RULES: Mapping[str, Any] = {"$ref": "banli:flows/rules"}


@dataclass(frozen=True, slots=True)
class Contract:
    """What a raw step or rule of one type holds beside what all have. `title` is for readers of the API."""

    title: str
    properties: Mapping[str, Any]
    required: tuple[str, ...] = ()


def step_contract(types: Mapping[str, Contract]) -> Schema:
    alternatives = [{"$ref": f"banli:flows/step_{name}"} for name in types]
    return {"$schema": _DIALECT, "title": "One step of a flow", "oneOf": alternatives}


def one_step_contract(name: str, contract: Contract) -> Schema:
    common = {"id": NODE_ID, "name": NAME}
    found = _object(name, contract, common)
    found["properties"] = {"type": found["properties"]["type"], "key": KEY, **found["properties"]}
    return {"$schema": _DIALECT, "title": contract.title, **found}


def rule_contract(types: Mapping[str, Contract]) -> Schema:
    alternatives = [_described(each.title, _object(name, each, {})) for name, each in types.items()]
    return {"$schema": _DIALECT, "title": "One rule that names people", "oneOf": alternatives}


def _described(text: str, schema: Schema) -> Schema:
    return {"description": text, **schema} if text else schema


def _object(name: str, contract: Contract, common: Mapping[str, Any]) -> Schema:
    return {
        "type": "object",
        "required": ["type", *common, *contract.required],
        "additionalProperties": False,
        "properties": {"type": {"const": name}, **common, **contract.properties},
    }
