"""SUM, AVERAGE, MIN, MAX, COUNT over columns and single values; blanks do not count."""

from datetime import date
from decimal import Decimal

from ..faults import FormulaError
from ..values import ZERO, Kind, Value, add, as_number, divide, kind_of
from .base import NUMBER, ORDERED, SCALAR, Arguments, Function

MANY = 50


def _sum(arguments: Arguments) -> Decimal:
    total = ZERO
    for cell in arguments.cells():
        total = add(total, as_number(cell))
    return total


def _average(arguments: Arguments) -> Value:
    """Of nothing: a blank, so that a form whose lines are still empty can be saved."""
    count = Decimal(len(arguments.cells()))
    return divide(_sum(arguments), count) if count else None


def _least(arguments: Arguments) -> Value:
    return _extreme(arguments.cells(), largest=False)


def _most(arguments: Arguments) -> Value:
    return _extreme(arguments.cells(), largest=True)


def _extreme(cells: list[Value], *, largest: bool) -> Value:
    if not cells:
        return None
    kinds = {kind_of(cell) for cell in cells}
    choose = max if largest else min
    if kinds == {Kind.DATE}:
        return choose(cell for cell in cells if isinstance(cell, date))
    if kinds == {Kind.NUMBER}:
        return choose(as_number(cell) for cell in cells)
    found = next(kind for kind in kinds if kind is not Kind.NUMBER)
    raise FormulaError("formula_type", found=found.value, expected=Kind.NUMBER.value)


FUNCTIONS = (
    Function("SUM", _sum, (NUMBER,), Kind.NUMBER, 1, MANY, lists=True),
    Function("AVERAGE", _average, (NUMBER,), Kind.NUMBER, 1, MANY, lists=True),
    Function("MIN", _least, (ORDERED,), None, 1, MANY, lists=True),
    Function("MAX", _most, (ORDERED,), None, 1, MANY, lists=True),
    Function("COUNT", lambda arguments: Decimal(len(arguments.cells())), (SCALAR,), Kind.NUMBER, 1, MANY, lists=True),
)
