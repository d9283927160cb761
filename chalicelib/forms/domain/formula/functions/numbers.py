"""ROUND (half away from zero; negative places round to tens, hundreds ...), ABS, and CONVERT between currencies."""

from .....kernel.money import MINOR_UNITS
from ..faults import FormulaError
from ..values import PLACES, ZERO, Kind, Value, as_integer, as_number, as_text, bounded, multiply, round_places
from .base import NUMBER, TEXT, Arguments, Function


def _round(arguments: Arguments) -> Value:
    places = as_integer(arguments.value(1))
    if abs(places) > PLACES:
        raise FormulaError("formula_round_places", limit=PLACES)
    return bounded(round_places(as_number(arguments.value(0)), places))


def _convert(arguments: Arguments) -> Value:
    """Amount times rate. A missing rate refuses the record: counted as 0 it would make the amount vanish."""
    amount, currency = arguments.value(0), as_text(arguments.value(2))
    if currency not in MINOR_UNITS:
        raise FormulaError("formula_convert_currency", found=currency[:10])
    if amount is None:
        return None
    number = as_number(amount)
    if number == 0:
        return ZERO
    rate = as_number(arguments.value(1))
    if rate <= 0:
        raise FormulaError("formula_convert_rate")
    return multiply(number, rate)


FUNCTIONS = (
    Function("ROUND", _round, (NUMBER,), Kind.NUMBER, 1, 2),
    Function("CONVERT", _convert, (NUMBER, NUMBER, TEXT), Kind.NUMBER, 3, 3),
    Function("ABS", lambda given: as_number(given.value(0)).copy_abs(), (NUMBER,), Kind.NUMBER, 1, 1),
)
