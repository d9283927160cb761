"""The field types, one file each, found by their `type`. A new type is a new file with a `FIELD_TYPE`."""

import importlib
import pkgutil

from .base import Fault, Field, FieldType, Locale, frozen

__all__ = ["TYPES", "Fault", "Field", "FieldType", "Locale", "frozen", "type_of"]


def _discover() -> dict[str, FieldType]:
    found: dict[str, FieldType] = {}
    for module in pkgutil.iter_modules(__path__):
        field_type = getattr(importlib.import_module(f"{__name__}.{module.name}"), "FIELD_TYPE", None)
        if isinstance(field_type, FieldType):
            found[field_type.type] = field_type
    return found


TYPES: dict[str, FieldType] = _discover()


def type_of(field: Field) -> FieldType:
    return TYPES[field.type]
