"""TODAY and DATEDIF. Whole units between two days, negative if the end lies before the start."""

from datetime import date
from decimal import Decimal

from ..faults import FormulaError
from ..values import Kind, Value, as_text, kind_of
from .base import DATE, TEXT, Arguments, Function


def _difference(arguments: Arguments) -> Value:
    start, end = arguments.value(0), arguments.value(1)
    unit = as_text(arguments.value(2)).upper()
    if unit not in ("D", "M", "Y"):
        raise FormulaError("formula_date_unit", found=unit[:10])
    if start is None or end is None:
        return None
    if not isinstance(start, date) or not isinstance(end, date):
        wrong = end if isinstance(start, date) else start
        raise FormulaError("formula_type", found=kind_of(wrong).value, expected=Kind.DATE.value)
    return Decimal(_between(start, end, unit) if start <= end else -_between(end, start, unit))


def _between(start: date, end: date, unit: str) -> int:
    if unit == "D":
        return (end - start).days
    months = (end.year - start.year) * 12 + end.month - start.month - (end.day < start.day)
    return months if unit == "M" else months // 12


FUNCTIONS = (
    Function("TODAY", lambda given: given.today, (), Kind.DATE, 0, 0),
    Function("DATEDIF", _difference, (DATE, DATE, TEXT), Kind.NUMBER, 3, 3),
)
