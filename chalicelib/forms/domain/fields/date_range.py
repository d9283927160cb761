"""From one day to another, both included: a leave, a contract's term, a promotion."""

import re
from collections.abc import Hashable, Iterator, Mapping
from typing import Any, ClassVar

from ..labels import Label
from .base import Cell, CellReading, Fault, Field, FieldType, Locale
from .date import DAY, read_day

ENDS = ("from", "to")
_BETWEEN = re.compile(r"\s*(?:至|到|~|～|–|—|\s-\s|\bto\b)\s*")


class DateRange(FieldType):
    """Canonical: `{"from": "2026-11-22", "to": "2026-11-25"}`. The text `2026-11-22/2026-11-25` (ISO 8601) is accepted.

    Conditions ask only whether it is empty.
    """

    type = "date_range"
    words: ClassVar[Label] = {"zh-CN": "日期区间", "en": "date range"}
    sql = 'STRUCT("from" DATE, "to" DATE)'
    may_have_default = False
    in_formulas = False
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
        day = {"type": "string", "format": "date", "pattern": DAY}
        return {
            "type": "object",
            "required": list(ENDS),
            "additionalProperties": False,
            "properties": dict.fromkeys(ENDS, day),
        }

    def canonical(self, field: Field, value: Any) -> dict[str, str]:
        ends = _ends(value)
        days = {}
        for name in ENDS:
            try:
                days[name] = read_day(ends[name]).isoformat()
            except Fault as fault:
                raise Fault(fault.code, f"/{name}", **fault.params) from fault
        if days["from"] > days["to"]:
            raise Fault("range_order", **days)
        if days["from"] < field.options.get("min", ""):
            raise Fault("below_min", "/from", min=field.options["min"])
        if "max" in field.options and days["to"] > field.options["max"]:
            raise Fault("above_max", "/to", max=field.options["max"])
        return days

    def from_cell(self, field: Field, cell: Cell, reading: CellReading) -> dict[str, str]:
        """Two days with 至, ~ or a dash between them. Raises Fault not_a_range and those of a day."""
        del field
        ends = [part for part in _BETWEEN.split(cell.text) if part.strip()]
        if len(ends) != len(ENDS):
            raise Fault("not_a_range")
        days = (reading.day(Cell("text", part)).isoformat() for part in ends)
        return dict(zip(ENDS, days, strict=True))

    def comparable(self, field: Field, value: Any) -> Hashable:
        try:
            ends = _ends(value)
        except Fault:
            return super().comparable(field, value)
        return str(ends["from"]).strip(), str(ends["to"]).strip()

    def tokens(self, field: Field, value: Any, locale: Locale) -> Iterator[str]:
        yield self.text(field, value, locale)

    def text(self, field: Field, value: Any, locale: Locale) -> str:
        del field, locale
        return f"{value['from']} – {value['to']}"

    def summary_value(self, field: Field, value: Any) -> str:
        del field
        return f"{value['from']} – {value['to']}"


def _ends(value: Any) -> Mapping[str, Any]:
    """Both ends as they were sent. Raises Fault not_a_range."""
    if isinstance(value, str) and value.count("/") == 1:
        return dict(zip(ENDS, value.split("/"), strict=True))
    if not isinstance(value, Mapping) or set(value) != set(ENDS):
        raise Fault("not_a_range")
    return value


FIELD_TYPE = DateRange()
