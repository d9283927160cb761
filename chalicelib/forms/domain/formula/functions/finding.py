"""FIRST, LAST, INDEX, MATCH, XLOOKUP: a cell of a column by its place or by what stands beside it.

What is not there is a blank and no error, so that a form whose lines are still empty can be saved.
"""

from decimal import Decimal

from ..faults import FormulaError
from ..ordering import same
from ..values import Value, as_integer
from .base import Arguments, Body


def _first(given: Arguments) -> Value:
    return next((cell for cell in given.column(0) if cell not in (None, "")), None)


def _last(given: Arguments) -> Value:
    return next((cell for cell in reversed(given.column(0)) if cell not in (None, "")), None)


def _index(given: Arguments) -> Value:
    cells, row = given.column(0), as_integer(given.value(1))
    return cells[row - 1] if 1 <= row <= len(cells) else None


def _place(wanted: Value, cells: tuple[Value, ...]) -> int | None:
    return next((place for place, cell in enumerate(cells) if same(cell, wanted)), None)


def _match(given: Arguments) -> Value:
    place = _place(given.value(0), given.column(1))
    return None if place is None else Decimal(place + 1)


def _lookup(given: Arguments) -> Value:
    wanted, searched, answers = given.value(0), given.column(1), given.column(2)
    if len(searched) != len(answers):
        raise FormulaError("formula_columns_differ")
    place = _place(wanted, searched)
    return given.value(3) if place is None else answers[place]


BODIES: dict[str, Body] = {
    "FIRST": _first,
    "LAST": _last,
    "INDEX": _index,
    "MATCH": _match,
    "XLOOKUP": _lookup,
}
