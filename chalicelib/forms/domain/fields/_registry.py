"""Which field types there are. A module of this package with a `FIELD_TYPE` is one; nothing else names them."""

from .base import FieldType

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


def shown_as(name: str) -> FieldType:
    """The type that a card names (`FieldType.shown_type`)."""
    return TYPES.get(name) or RESULTS.get(name) or _UNKNOWN
