"""A moment, kept in UTC to the millisecond. A text without a zone is refused: it would be guessed.

The first and the last day of the calendar are refused, too: in another zone they would lie beyond it.
"""

import re
from collections.abc import Hashable, Mapping
from datetime import tzinfo
from typing import Any, ClassVar

from ....kernel.clock import EARLIEST, LATEST, from_text, in_zone, to_text
from ....kernel.languages import moment_text
from ..cell_formats import MOMENT, CellValue
from ..formula import Kind, Value
from ..labels import Label
from ..normal_form import has_full_width_digits
from .base import Cell, CellReading, Fault, Field, FieldType, Locale, Reader

_MOMENT = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,6})?)?(Z|[+-][0-9]{2}:[0-9]{2})$"
_SHAPE = re.compile(_MOMENT[:-1] + r"\Z")


class DateTime(FieldType):
    """In a formula it is the day on which it lies in the company's zone."""

    type = "datetime"
    takes_any_column = True
    words: ClassVar[Label] = {"zh-CN": "日期时间", "en": "date and time"}
    compare = "datetime"
    sql = "TIMESTAMPTZ"
    stand_in = "date"
    kind = Kind.DATE
    may_be_unique = True
    may_be_indexed = True

    def schema(self, field: Field) -> dict[str, Any]:
        del field
        return {"type": "string", "pattern": _MOMENT, "maxLength": 40}

    def canonical(self, field: Field, value: Any) -> str:
        del field
        text = value.strip() if isinstance(value, str) else ""
        if has_full_width_digits(text):
            raise Fault("full_width_digits")
        if not _SHAPE.match(text):
            raise Fault("not_a_moment")
        try:
            moment = from_text(text)
        except ValueError as error:
            raise Fault("no_such_date", date=text) from error
        if not EARLIEST <= moment <= LATEST:
            raise Fault("date_out_of_range", earliest=to_text(EARLIEST)[:10], latest=to_text(LATEST)[:10])
        return to_text(moment)

    def from_cell(self, field: Field, cell: Cell, reading: CellReading) -> str:
        """Cells know no zone: the company's. Raises Fault not_a_date, no_such_date, date_ambiguous."""
        del field
        return reading.moment(cell).replace(tzinfo=reading.zone).isoformat()

    def comparable(self, field: Field, value: Any) -> Hashable:
        try:
            return self.canonical(field, value)
        except Fault:
            return super().comparable(field, value)

    def sort_key(self, field: Field, value: str) -> str:
        del field
        return value

    def text(self, field: Field, value: Any, locale: Locale) -> str:
        del field
        local = in_zone(from_text(value), locale.zone)
        return local.isoformat(" ", "minutes")[:16]

    def word(self, entry: Mapping[str, Any], item: Any, reader: Reader) -> str:
        del entry
        return moment_text(in_zone(from_text(str(item)), reader.zone), reader.language)

    def cell(self, field: Field, value: Any, reader: Reader) -> CellValue:
        del field
        return in_zone(from_text(value), reader.zone).replace(tzinfo=None)

    def cell_format(self, field: Field) -> str:
        del field
        return MOMENT

    def operand(self, field: Field, value: str, zone: tzinfo) -> Value:
        del field
        return in_zone(from_text(value), zone).date()


FIELD_TYPE = DateTime()
