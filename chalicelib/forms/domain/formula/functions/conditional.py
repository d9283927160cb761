"""COUNTIF, SUMIF, AVERAGEIF and those with several conditions: rows of one lines field, chosen by what a cell holds."""

from decimal import Decimal

from ..faults import FormulaError
from ..ordering import meets
from ..values import Value
from .base import Arguments, Body
from .lists import average, total


def _chosen(given: Arguments, first: int) -> list[bool]:
    """Of each row whether it meets all conditions; column and condition take turns from `first` on."""
    chosen: list[bool] | None = None
    for index in range(first, len(given), 2):
        cells, criterion = given.column(index), given.value(index + 1)
        found = [meets(cell, criterion) for cell in cells]
        if chosen is not None and len(chosen) != len(found):
            raise FormulaError("formula_columns_differ")
        chosen = found if chosen is None else [both and one for both, one in zip(chosen, found, strict=True)]
    return chosen or []


def _count(given: Arguments) -> Value:
    return Decimal(sum(_chosen(given, 0)))


def _cells_if(given: Arguments) -> list[Value]:
    """Cells of the third argument, or of the first, in rows whose first cell meets the second."""
    tested, criterion = given.column(0), given.value(1)
    return _picked(given.column(2) if len(given) > 2 else tested, [meets(cell, criterion) for cell in tested])


def _picked(cells: tuple[Value, ...], chosen: list[bool]) -> list[Value]:
    if len(cells) != len(chosen):
        raise FormulaError("formula_columns_differ")
    return [cell for cell, picked in zip(cells, chosen, strict=True) if picked and cell is not None]


def _sum_ifs(given: Arguments) -> Value:
    return total(_picked(given.column(0), _chosen(given, 1)))


BODIES: dict[str, Body] = {
    "COUNTIF": _count,
    "COUNTIFS": _count,
    "SUMIF": lambda given: total(_cells_if(given)),
    "SUMIFS": _sum_ifs,
    "AVERAGEIF": lambda given: average(_cells_if(given)),
}
