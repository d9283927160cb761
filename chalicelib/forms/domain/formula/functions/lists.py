"""SUM, AVERAGE, MIN, MAX, COUNT and their like over columns and single values; blanks do not count."""

from datetime import date
from decimal import Decimal

from ..faults import FormulaError
from ..values import ZERO, Kind, Value, add, as_number, as_text, as_truth, bounded_text, divide, kind_of, multiply
from .base import Arguments, Body


def total(cells: list[Value]) -> Decimal:
    found = ZERO
    for cell in cells:
        found = add(found, as_number(cell))
    return found


def average(cells: list[Value]) -> Value:
    """Of nothing: a blank, so that a form whose lines are still empty can be saved."""
    return divide(total(cells), Decimal(len(cells))) if cells else None


def _extreme(cells: list[Value], *, largest: bool) -> Value:
    if not cells:
        return None
    kinds = {kind_of(cell) for cell in cells}
    choose = max if largest else min
    if kinds == {Kind.DATE}:
        return choose(cell for cell in cells if isinstance(cell, date))
    if kinds == {Kind.NUMBER}:
        return choose(as_number(cell) for cell in cells)
    found = next(kind for kind in (kind_of(cell) for cell in cells) if kind is not Kind.NUMBER)
    raise FormulaError("formula_type", found=found.value, expected=Kind.NUMBER.value)


def _count(given: Arguments) -> Value:
    return Decimal(len(given.cells()))


def _blanks(given: Arguments) -> Value:
    return Decimal(sum(cell in (None, "") for cell in given.every()))


def _different(given: Arguments) -> Value:
    return Decimal(len({(kind_of(cell), as_text(cell)) for cell in given.cells() if cell != ""}))


def _median(given: Arguments) -> Value:
    numbers = _sorted(given.cells())
    if not numbers:
        return None
    middle = len(numbers) // 2
    if len(numbers) % 2:
        return numbers[middle]
    return divide(add(numbers[middle - 1], numbers[middle]), Decimal(2))


def _sorted(cells: list[Value]) -> list[Decimal]:
    return sorted(as_number(cell) for cell in cells)


def _nth(given: Arguments, *, largest: bool) -> Value:
    """The k-th; a blank if there are fewer."""
    numbers = _sorted([cell for cell in given.column(0) if cell is not None])
    number = given.whole(1, 1, 1, 10_000)
    if number > len(numbers):
        return None
    return numbers[-number] if largest else numbers[number - 1]


def _sum_product(given: Arguments) -> Value:
    """Row by row; a blank cell makes its row 0."""
    columns = [given.column(index) for index in range(len(given))]
    if len({len(column) for column in columns}) > 1:
        raise FormulaError("formula_columns_differ")
    found = ZERO
    for row in zip(*columns, strict=True):
        product = Decimal(1)
        for cell in row:
            product = multiply(product, as_number(cell))
        found = add(found, product)
    return found


def _product(given: Arguments) -> Value:
    cells = given.cells()
    found = Decimal(1)
    for cell in cells:
        found = multiply(found, as_number(cell))
    return found if cells else ZERO


def _text_join(given: Arguments) -> Value:
    between, skips = as_text(given.value(0)), as_truth(given.value(1))
    texts = [as_text(cell) for cell in given.every(2)]
    kept = [text for text in texts if text or not skips]
    if sum(map(len, kept)) + len(between) * max(len(kept) - 1, 0) > MAX_JOINED:
        raise FormulaError("formula_too_large")
    return bounded_text(between.join(kept))


MAX_JOINED = 10_000

BODIES: dict[str, Body] = {
    "SUM": lambda given: total(given.cells()),
    "AVERAGE": lambda given: average(given.cells()),
    "MIN": lambda given: _extreme(given.cells(), largest=False),
    "MAX": lambda given: _extreme(given.cells(), largest=True),
    "COUNT": _count,
    "COUNTA": _count,
    "COUNTBLANK": _blanks,
    "COUNTUNIQUE": _different,
    "MEDIAN": _median,
    "LARGE": lambda given: _nth(given, largest=True),
    "SMALL": lambda given: _nth(given, largest=False),
    "SUMPRODUCT": _sum_product,
    "PRODUCT": _product,
    "TEXTJOIN": _text_join,
}
