"""A time of day, `09:30`, of no zone: opening hours, when a meeting begins."""

import re
from datetime import tzinfo
from typing import Any, ClassVar

from ..formula import Kind, Value
from ..labels import Label
from ..normal_form import has_full_width_digits
from .base import Cell, CellReading, Fault, Field, FieldType

_SHAPE = re.compile(r"([0-9]{1,2}):([0-9]{2})(?::00)?\Z")
TIME = r"^([01][0-9]|2[0-3]):[0-5][0-9]$"


class Time(FieldType):
    """In a formula it is its text."""

    type = "time"
    takes_any_column = True
    words: ClassVar[Label] = {"zh-CN": "时间", "en": "time"}
    compare = "time"
    kind = Kind.TEXT
    may_be_unique = True
    may_be_indexed = True

    def schema(self, field: Field) -> dict[str, Any]:
        del field
        return {"type": "string", "pattern": TIME}

    def canonical(self, field: Field, value: Any) -> str:
        del field
        text = value.strip() if isinstance(value, str) else ""
        if has_full_width_digits(text):
            raise Fault("full_width_digits")
        match = _SHAPE.match(text)
        if match is None or int(match.group(1)) > 23 or int(match.group(2)) > 59:
            raise Fault("not_a_time")
        return f"{int(match.group(1)):02d}:{match.group(2)}"

    def from_cell(self, field: Field, cell: Cell, reading: CellReading) -> str:
        del field
        return reading.clock(cell)

    def sort_key(self, field: Field, value: str) -> str:
        del field
        return value

    def operand(self, field: Field, value: str, zone: tzinfo) -> Value:
        del field, zone
        return value


FIELD_TYPE = Time()
