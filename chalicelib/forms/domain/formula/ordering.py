"""How two values compare: as the operators `=` and `<` do, and what `COUNTIF` and its like ask of a cell."""

import re
from datetime import date
from decimal import Decimal

from .faults import FormulaError
from .values import Kind, Value, as_text, kind_of

_CRITERION = re.compile(r"(<=|>=|<>|<|>|=)?(.*)\Z", re.DOTALL)
_NUMBER = re.compile(r"-?[0-9]{1,28}(?:\.[0-9]{1,12})?\Z")
_SIGNS = {"=": (0,), "<>": (-1, 1), "<": (-1,), "<=": (-1, 0), ">": (1,), ">=": (0, 1)}
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")


def order(left: Value, right: Value) -> int:
    """-1, 0 or 1. A blank is the other side's zero, and earlier than every date. Raises FormulaError formula_type."""
    if left is None and right is None:
        return 0
    left_kind, right_kind = kind_of(left), kind_of(right)
    if left_kind is not right_kind and Kind.BLANK not in (left_kind, right_kind):
        raise FormulaError("formula_type", found=right_kind.value, expected=left_kind.value)
    if left_kind is Kind.DATE or right_kind is Kind.DATE:
        left, right = as_text(left), as_text(right)
    elif Kind.TEXT in (left_kind, right_kind):
        left, right = left or "", right or ""
    else:
        left, right = Decimal(left or 0), Decimal(right or 0)  # type: ignore[arg-type]
    return (left > right) - (left < right)  # type: ignore[operator]


def compares(sign: str, found: int) -> bool:
    """Whether what `order` answered is what the sign asks."""
    return found in _SIGNS[sign]


def same(left: Value, right: Value) -> bool:
    """Equal and of one kind; a blank is like nothing."""
    return left is not None and kind_of(left) is kind_of(right) and order(left, right) == 0


def meets(cell: Value, criterion: Value) -> bool:
    """Whether a cell meets the condition of COUNTIF: a value that it is equal to, or a text such as ">=5".

    What is compared is read from the text as what the cell is. A blank cell meets only `<>` and `=` without a value.
    """
    if not isinstance(criterion, str):
        return same(cell, criterion)
    match = _CRITERION.match(criterion)
    assert match is not None  # noqa: S101 - every text matches
    sign, text = match[1] or "=", match[2]
    if text == "":
        return {"=": cell is None, "<>": cell is not None}.get(sign, False)
    wanted = _read(kind_of(cell), text)
    if cell is None or wanted is None:
        return sign == "<>"
    return compares(sign, order(cell, wanted))


def _read(kind: Kind, text: str) -> Value:
    if kind is Kind.NUMBER:
        return Decimal(text) if _NUMBER.match(text) else None
    if kind is Kind.BOOLEAN:
        return {"TRUE": True, "FALSE": False}.get(text.upper())
    if kind is Kind.DATE:
        return read_day(text) if _DAY.match(text) else None
    return text


def read_day(text: str) -> date | None:
    """`2026-10-01`; None if there is no such day."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
