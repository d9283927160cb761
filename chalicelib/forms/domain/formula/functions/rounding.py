"""ROUND and its like: to places (half away from zero, up, down), to a multiple, to a whole number."""

from decimal import ROUND_DOWN, ROUND_UP, Decimal

from ..faults import FormulaError
from ..values import (
    PLACES,
    ZERO,
    Value,
    add,
    as_integer,
    as_number,
    bounded,
    quotient,
    remainder,
    round_places,
    subtract,
)
from .base import Arguments, Body


def _places(given: Arguments) -> int:
    places = as_integer(given.value(1))
    if abs(places) > PLACES:
        raise FormulaError("formula_round_places", limit=PLACES)
    return places


def _to_places(given: Arguments, rounding: str | None = None) -> Value:
    number, places = as_number(given.value(0)), _places(given)
    return bounded(round_places(number, places, rounding))


def _multiple(given: Arguments) -> tuple[Decimal, Decimal]:
    """The number and the size of the multiple, without its sign. Raises FormulaError formula_div_zero."""
    step = as_number(given.value(1)).copy_abs() if len(given) > 1 else Decimal(1)
    number = as_number(given.value(0))
    if step == 0:
        raise FormulaError("formula_div_zero")
    return number, step


def down(number: Decimal, step: Decimal) -> Decimal:
    """The next multiple of `step`, which is above 0, that is not above the number."""
    rest = remainder(number, step)
    return subtract(subtract(number, rest), step if rest < 0 else ZERO)


def _floor(given: Arguments) -> Value:
    return down(*_multiple(given))


def _ceiling(given: Arguments) -> Value:
    number, step = _multiple(given)
    rest = remainder(number, step)
    return add(subtract(number, rest), step if rest > 0 else ZERO)


def _nearest(given: Arguments) -> Value:
    number, step = _multiple(given)
    rest = remainder(number.copy_abs(), step)
    size = add(subtract(number.copy_abs(), rest), step if add(rest, rest) >= step else ZERO)
    return size.copy_negate() if number < 0 else size


def _modulo(given: Arguments) -> Value:
    number, divisor = as_number(given.value(0)), as_number(given.value(1))
    if divisor == 0:
        raise FormulaError("formula_div_zero")
    rest = remainder(number, divisor)
    return add(rest, divisor) if rest != 0 and (rest < 0) != (divisor < 0) else rest


def _quotient(given: Arguments) -> Value:
    number, divisor = as_number(given.value(0)), as_number(given.value(1))
    if divisor == 0:
        raise FormulaError("formula_div_zero")
    return bounded(quotient(number, divisor))


BODIES: dict[str, Body] = {
    "ROUND": _to_places,
    "ROUNDUP": lambda given: _to_places(given, ROUND_UP),
    "ROUNDDOWN": lambda given: _to_places(given, ROUND_DOWN),
    "TRUNC": lambda given: _to_places(given, ROUND_DOWN),
    "INT": lambda given: down(as_number(given.value(0)), Decimal(1)),
    "CEILING": _ceiling,
    "FLOOR": _floor,
    "MROUND": _nearest,
    "MOD": _modulo,
    "QUOTIENT": _quotient,
}
