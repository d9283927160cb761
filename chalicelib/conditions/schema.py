"""The JSON Schema of conditions, made from the registries: `schemas/condition.json`, which both contexts refer to."""

from typing import Any

from .dynamic import ACTORS, COUNTED, MAX_DAYS, RELATIVES
from .operators import BY_NAME, OPERATORS
from .operators.base import MANY, NONE, TWO

_NAMED = {"x-name": {"zh-CN": "条件", "en": "conditions"}}
_SELF = {"$ref": "banli:conditions/condition"}
MOST_PARTS = 100


def condition_schema() -> dict[str, Any]:
    parts = {"type": "array", "maxItems": MOST_PARTS, "items": _SELF, **_NAMED}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Condition",
        "description": "A tree: all of its parts, any of them, not its part, or one test of a field.",
        "type": "object",
        "anyOf": [{"required": ["all"]}, {"required": ["any"]}, {"required": ["not"]}, {"required": ["field", "op"]}],
        "additionalProperties": False,
        "properties": {
            "all": parts,
            "any": parts,
            "not": _SELF,
            "field": {
                "description": "A field id; @state, @created_by, @created_at, @updated_at, @state_at in a list; "
                "@initiator.member, @initiator.department (or anything below it), @initiator.role in a flow.",
                "type": "string",
                "maxLength": 64,
            },
            "op": {"enum": list(BY_NAME)},
            "value": {"description": _arities(), "anyOf": [_ONE, {"type": "array", "maxItems": 200, "items": _ITEM}]},
        },
    }


def _arities() -> str:
    def named(arity: str) -> str:
        return ", ".join(each.name for each in OPERATORS.values() if each.arity == arity)

    return (
        f"Nothing for {named(NONE)}; a list for {named(MANY)}; two values, both included, for {named(TWO)}; else one."
    )


_DYNAMIC: dict[str, Any] = {
    "type": "object",
    "additionalProperties": False,
    "minProperties": 1,
    "properties": {
        "relative": {"description": "Days of the company's zone.", "enum": list(RELATIVES)},
        "n": {"description": f"For {' and '.join(COUNTED)}.", "type": "integer", "minimum": 1, "maximum": MAX_DAYS},
        "me": {"description": "Whoever asks; in a flow, its initiator.", "const": True},
        "my": {"enum": list(ACTORS[1:])},
    },
}
_ONE: dict[str, Any] = {"anyOf": [{"type": ["string", "number", "boolean", "null"]}, _DYNAMIC]}
_ITEM: dict[str, Any] = {"anyOf": [{"type": ["string", "number"]}, _DYNAMIC]}
