"""Which field types there are. A module of this package with a `FIELD_TYPE` is one; nothing else names them."""

from typing import Any

from .base import Field, FieldType

TYPES: dict[str, FieldType] = {}
"""What a definition may name, by `type`."""
RESULTS: dict[str, FieldType] = {}
"""What a formula may result in, by `type`."""


class _Unknown(FieldType):
    """Of what is stored and no type of today: shown as it is."""

    type = ""
    words = ""


_UNKNOWN = _Unknown()


def register(field_type: FieldType) -> None:
    if field_type.may_be_field:
        TYPES[field_type.type] = field_type
    if field_type.may_be_result:
        RESULTS[field_type.type] = field_type


def filter_value(field: Field, value: Any) -> Any:
    """What a filter compares the field with, canonical for its `unlimited` form. Raises Fault."""
    unlimited = TYPES[field.type].unlimited(field)
    return TYPES[unlimited.type].filtered(TYPES[field.type].meant(field), unlimited, value)


def shown_as(name: str) -> FieldType:
    """The type that a card names (`FieldType.shown_type`)."""
    return TYPES.get(name) or RESULTS.get(name) or _UNKNOWN
