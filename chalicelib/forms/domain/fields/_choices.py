"""The options that choice and choices share: values that are stored, names that are shown."""

from collections.abc import Iterator
from typing import Any

from ....kernel.skeleton import skeleton
from ..labels import LABEL_SCHEMA, label_text
from ..normal_form import has_control
from .base import Fault, Field

CHOICES_OPTION: dict[str, Any] = {
    "type": "array",
    "minItems": 1,
    "maxItems": 300,
    "items": {
        "type": "object",
        "required": ["value"],
        "additionalProperties": False,
        "properties": {
            "value": {"type": "string", "minLength": 1, "maxLength": 60},
            "name": LABEL_SCHEMA,
            "color": {"type": "string", "pattern": "^[a-z]{1,20}$"},
        },
    },
}


def values_of(field: Field) -> list[str]:
    return [choice["value"] for choice in field.options["choices"]]


def name_of(field: Field, value: str, language: str) -> str:
    """Also of one that the form offered once: its name outlives it."""
    for choice in (*field.options["choices"], *field.retired):
        if choice["value"] == value:
            return label_text(choice.get("name", value), language)
    return value


def choice_problems(field: Field) -> Iterator[Fault]:
    seen: set[str] = set()
    for index, value in enumerate(values_of(field)):
        path = f"/options/choices/{index}/value"
        if value != value.strip() or has_control(value):
            yield Fault("control_characters", path)
        looks = skeleton(value, fold_case=False)
        if looks in seen:
            yield Fault("duplicate_choice", path, value=value)
        seen.add(looks)


def read_choice(field: Field, value: Any) -> str:
    text = value.strip() if isinstance(value, str) else ""
    if text not in values_of(field):
        raise Fault("not_a_choice", value=str(value)[:60])
    return text
