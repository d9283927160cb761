"""What number, money and percent share: exact reading, range, scale, and a key that sorts as the numbers do."""

from collections.abc import Hashable, Iterator, Mapping
from datetime import tzinfo
from decimal import Context, Decimal
from typing import Any, ClassVar

from ....kernel.money import grouped_text, parse_decimal, to_wire
from ..cell_formats import PLAIN_NUMBER, CellValue, number_format
from ..formula import Kind, Value, number_text, round_places
from ..normal_form import has_full_width_digits
from .base import Cell, CellReading, Fault, Field, FieldType, Reader

WHOLE_DIGITS = 28
PLACES = 12
_EXACT = Context(prec=80)
"""Never the ambient context: its 28 digits would round a long number silently."""
_WIDTH = WHOLE_DIGITS + PLACES
_NINES = 10**_WIDTH - 1

DECIMAL_TEXT = r"^-?[0-9]{1,28}(\.[0-9]{1,12})?$"
DECIMAL_OPTION: dict[str, Any] = {"type": ["string", "number"], "pattern": DECIMAL_TEXT, "maxLength": 42}


def read_decimal(value: Any) -> Decimal:
    """Raises Fault full_width_digits or not_a_number."""
    if isinstance(value, str):
        value = value.strip()
        if has_full_width_digits(value):
            raise Fault("full_width_digits")
    try:
        return parse_decimal(value)
    except ValueError as error:
        raise Fault("not_a_number") from error


def places_of(number: Decimal) -> int:
    _, _, places = plain(number).partition(".")
    return len(places)


def plain(number: Decimal) -> str:
    """Wire text without needless zeros and without a negative zero."""
    text = to_wire(number)
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def shifted(number: Decimal, places: int) -> Decimal:
    return number.scaleb(places, _EXACT)


def decimal_key(number: Decimal) -> str:
    """Fixed width; a negative is the nines' complement behind a lower sign, so that -2 sorts before -1."""
    scaled = int(shifted(number, PLACES))
    return f"1{scaled:0{_WIDTH}d}" if scaled >= 0 else f"0{_NINES + scaled:0{_WIDTH}d}"


class DecimalType(FieldType):
    kind = Kind.NUMBER
    compare = "decimal"
    malformed_limit = "not_a_number"
    stand_in: ClassVar[str] = "number"
    may_be_result = True
    may_be_indexed = True
    filled_by_formula = True

    def places(self, field: Field) -> int:
        raise NotImplementedError

    def too_fine(self, field: Field) -> Fault:
        return Fault("too_many_places", places=self.places(field))

    def problems(self, field: Field) -> Iterator[Fault]:
        bounds = {}
        for name in ("min", "max"):
            if name in field.options:
                try:
                    bounds[name] = read_decimal(field.options[name])
                except Fault as fault:
                    yield Fault(fault.code, f"/options/{name}")
        if len(bounds) == 2 and bounds["min"] > bounds["max"]:
            yield Fault("min_above_max", "/options/min")

    def schema(self, field: Field) -> dict[str, Any]:
        places = self.places(field)
        fraction = rf"(\.[0-9]{{1,{places}}}0*)?" if places else r"(\.0+)?"
        return {"type": ["string", "number"], "pattern": rf"^-?[0-9]{{1,28}}{fraction}$", "maxLength": 42}

    def from_cell(self, field: Field, cell: Cell, reading: CellReading) -> str:
        """Raises Fault number_rounded, not_a_number."""
        del field
        if cell.is_rounded:
            raise Fault("number_rounded")
        return reading.number(cell)

    def canonical(self, field: Field, value: Any) -> str:
        number = read_decimal(value)
        if places_of(number) > self.places(field):
            raise self.too_fine(field)
        options = field.options
        if "min" in options and number < read_decimal(options["min"]):
            raise Fault("below_min", min=self.limit(field, "min"))
        if "max" in options and number > read_decimal(options["max"]):
            raise Fault("above_max", max=self.limit(field, "max"))
        return self.written(field, number)

    def limit(self, field: Field, name: str) -> str:
        """`min` or `max` as a message names it."""
        return str(field.options[name])

    def comparable(self, field: Field, value: Any) -> Hashable:
        try:
            return plain(read_decimal(value))
        except Fault:
            return super().comparable(field, value)

    def written(self, field: Field, number: Decimal) -> str:
        del field
        return plain(number)

    def unlimited(self, field: Field) -> Field:
        return Field(field.id, "number", field.name)

    def unlimited_result(self, field: Field) -> Field:
        return self.unlimited(field)

    def sql_type(self, field: Field) -> str:
        """38 digits are the most that DuckDB has: an amount may have 28 before the point, and 12 behind it."""
        return f"DECIMAL(38, {self.places(field)})"

    def summary_rank(self, field: Field) -> int:
        del field
        return 1

    def word(self, entry: Mapping[str, Any], item: Any, reader: Reader) -> str:
        del entry, reader
        return grouped_text(Decimal(str(item)))

    def cell(self, field: Field, value: Any, reader: Reader) -> CellValue:
        del field, reader
        return Decimal(value)

    def cell_format(self, field: Field) -> str:
        decimals = field.options.get("decimals")
        return PLAIN_NUMBER if decimals is None else number_format(int(decimals))

    def sort_key(self, field: Field, value: str) -> str:
        del field
        return decimal_key(Decimal(value))

    def operand(self, field: Field, value: str, zone: tzinfo) -> Value:
        del field, zone
        return Decimal(value)

    def figure(self, field: Field, number: Decimal) -> str:
        return self.written(field, number)

    def result_places(self, field: Field) -> int:
        """The places that a formula's number is rounded to."""
        decimals = field.options.get("decimals")
        return PLACES if decimals is None else int(decimals)

    def from_formula(self, field: Field, value: Decimal) -> str:
        """Rounded half up, once, at the end."""
        return number_text(round_places(value, min(self.result_places(field), PLACES)))

    def from_value(self, field: Field, value: Decimal) -> str:
        """Rounded half up to the places that the field has."""
        return number_text(round_places(value, self.places(field)))

    def keeps_unit(self, field: Field) -> bool:
        del field
        return True
