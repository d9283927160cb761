"""ROUND (half away from zero; negative places round to tens, hundreds ...) and ABS."""

from ..faults import FormulaError
from ..values import PLACES, Kind, Value, as_integer, as_number, bounded, round_places
from .base import NUMBER, Arguments, Function


def _round(arguments: Arguments) -> Value:
    places = as_integer(arguments.value(1))
    if abs(places) > PLACES:
        raise FormulaError("formula_round_places", limit=PLACES)
    return bounded(round_places(as_number(arguments.value(0)), places))


FUNCTIONS = (
    Function("ROUND", _round, (NUMBER,), Kind.NUMBER, 1, 2),
    Function("ABS", lambda given: as_number(given.value(0)).copy_abs(), (NUMBER,), Kind.NUMBER, 1, 1),
)
