"""A rate, stored as the fraction that it is: "0.1" is 10 %. `decimals` counts the places of the percentage."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, ClassVar

from ....kernel.money import PERCENT_PLACES, percent_text
from ..cell_formats import percent_format
from ..labels import Label
from ._decimals import DECIMAL_OPTION, PLACES, DecimalType, plain, read_decimal, shifted
from .base import Cell, CellReading, Fault, Field, Locale, Reader

MOST_DECIMALS = PLACES - 2
"""A fraction has two places more than its percentage."""


class Percent(DecimalType):
    type = "percent"
    takes_any_column = True
    words: ClassVar[Label] = {"zh-CN": "百分比", "en": "percentage"}
    options: ClassVar[dict[str, Any]] = {
        "decimals": {"type": "integer", "minimum": 0, "maximum": MOST_DECIMALS},
        "min": DECIMAL_OPTION,
        "max": DECIMAL_OPTION,
    }

    def places(self, field: Field) -> int:
        return self._decimals(field) + 2

    def too_fine(self, field: Field) -> Fault:
        return Fault("too_many_places", places=self._decimals(field))

    def from_cell(self, field: Field, cell: Cell, reading: CellReading) -> str:
        """`12.5%` as a text, or the number 0.125, which a spreadsheet shows so."""
        del field
        return reading.number(cell, percent=True)

    def limit(self, field: Field, name: str) -> str:
        return f"{plain(shifted(read_decimal(field.options[name]), 2))}%"

    def text(self, field: Field, value: Any, locale: Locale) -> str:
        del locale
        return percent_text(Decimal(value), field.options.get("decimals"))

    def word(self, entry: Mapping[str, Any], item: Any, reader: Reader) -> str:
        del reader
        return percent_text(Decimal(str(item)), entry.get("decimals"))

    def cell_format(self, field: Field) -> str:
        return percent_format(self._decimals(field))

    def result_places(self, field: Field) -> int:
        """`decimals` counts the places of the percentage: the stored fraction has two more."""
        return PLACES if field.options.get("decimals") is None else int(field.options["decimals"]) + 2

    def _decimals(self, field: Field) -> int:
        return int(field.options.get("decimals", PERCENT_PLACES))


FIELD_TYPE = Percent()
