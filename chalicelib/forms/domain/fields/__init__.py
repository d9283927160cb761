"""The field types, one file each, found by their `type`. A new type is a new file with a `FIELD_TYPE`.

`base.py` says what a type answers; whoever has a field asks `type_of(field)` and never compares names of types.
"""

import importlib
import pkgutil

from ._cells import Cell, CellReading, column_letter, load_cell, number_cell
from ._registry import RESULTS, TYPES, filter_value, register, shown_as
from .base import Fault, Field, FieldType, Locale, Moment, Reader, frozen

__all__ = [
    "RESULTS", "TYPES", "Cell", "CellReading", "Fault", "Field", "FieldType", "Locale", "Moment", "Reader",
    "column_letter", "filter_value", "frozen", "load_cell", "meant", "number_cell", "shown_as", "type_of",
]  # fmt: skip

for _module in pkgutil.iter_modules(__path__):
    _found = getattr(importlib.import_module(f"{__name__}.{_module.name}"), "FIELD_TYPE", None)
    if isinstance(_found, FieldType):
        register(_found)


def type_of(field: Field) -> FieldType:
    return TYPES[field.type]


def meant(field: Field) -> Field:
    """The field whose values these are; see `FieldType.meant`."""
    return type_of(field).meant(field)
