"""A day of the calendar, `2026-11-22`. A day that does not exist is refused; so are other spellings."""

import datetime
import re
from collections.abc import Iterator, Mapping
from typing import Any, ClassVar

from ....kernel.languages import day_text
from ..cell_formats import DAY as DAY_FORMAT
from ..cell_formats import CellValue
from ..formula import Kind, Value
from ..labels import Label
from ..normal_form import has_full_width_digits
from .base import Cell, CellReading, Fault, Field, FieldType, Moment, Reader

DAY = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
_SHAPE = re.compile(DAY[:-1] + r"\Z")
TODAY = "@today"


def read_day(value: Any) -> datetime.date:
    """Raises Fault not_a_date, full_width_digits or no_such_date."""
    text = value.strip() if isinstance(value, str) else ""
    if has_full_width_digits(text):
        raise Fault("full_width_digits")
    if not _SHAPE.match(text):
        raise Fault("not_a_date")
    try:
        return datetime.date.fromisoformat(text)
    except ValueError as error:
        raise Fault("no_such_date", date=text) from error


class Date(FieldType):
    type = "date"
    takes_any_column = True
    words: ClassVar[Label] = {"zh-CN": "日期", "en": "date"}
    compare = "date"
    sql = "DATE"
    stand_in = "date"
    may_be_result = True
    filled_by_formula = True
    dynamic_default = TODAY
    kind = Kind.DATE
    may_be_unique = True
    in_serials = True
    may_be_indexed = True
    options: ClassVar[dict[str, Any]] = {
        "min": {"type": "string", "pattern": DAY},
        "max": {"type": "string", "pattern": DAY},
    }

    def problems(self, field: Field) -> Iterator[Fault]:
        days = {}
        for name in ("min", "max"):
            if name in field.options:
                try:
                    days[name] = read_day(field.options[name])
                except Fault as fault:
                    yield Fault(fault.code, f"/options/{name}", **fault.params)
        if len(days) == 2 and days["min"] > days["max"]:
            yield Fault("min_above_max", "/options/min")

    def schema(self, field: Field) -> dict[str, Any]:
        del field
        return {"type": "string", "format": "date", "pattern": DAY}

    def canonical(self, field: Field, value: Any) -> str:
        day = read_day(value).isoformat()
        if day < field.options.get("min", ""):
            raise Fault("below_min", min=field.options["min"])
        if "max" in field.options and day > field.options["max"]:
            raise Fault("above_max", max=field.options["max"])
        return day

    def from_cell(self, field: Field, cell: Cell, reading: CellReading) -> str:
        """Raises Fault not_a_date, no_such_date, date_ambiguous."""
        del field
        return reading.day(cell).isoformat()

    def made_default(self, field: Field, moment: Moment) -> Any:
        if field.default != TODAY:
            return field.default
        return moment.now.astimezone(moment.zone).date().isoformat()

    def word(self, entry: Mapping[str, Any], item: Any, reader: Reader) -> str:
        del entry
        return day_text(datetime.datetime.fromisoformat(str(item)), reader.language)

    def cell(self, field: Field, value: Any, reader: Reader) -> CellValue:
        del field, reader
        return datetime.date.fromisoformat(value)

    def cell_format(self, field: Field) -> str:
        del field
        return DAY_FORMAT

    def from_formula(self, field: Field, value: datetime.date) -> str:
        del field
        return value.isoformat()

    def segment(self, field: Field, value: str) -> str:
        del field
        return value.replace("-", "")

    def sort_key(self, field: Field, value: str) -> str:
        del field
        return value

    def operand(self, field: Field, value: str, zone: datetime.tzinfo) -> Value:
        del field, zone
        return datetime.date.fromisoformat(value)


FIELD_TYPE = Date()
