"""CONCAT, LEN, UPPER, LOWER, TEXT. LEN counts characters (an emoji is one or more code points), never bytes."""

import re
from datetime import date
from decimal import Decimal

from ..faults import FormulaError
from ..values import Kind, Value, as_number, as_text, bounded_text, multiply, round_places
from .base import ORDERED, SCALAR, TEXT, Arguments, Function

MANY = 50
MAX_PATTERN = 40

_NUMBER_PATTERN = re.compile(r"(?P<comma>#,##)?0(?:\.(?P<places>0{1,12}))?(?P<percent>%)?\Z")
_DATE_PART = re.compile(r"yyyy|mm|m|dd|d")
_DATE_PATTERN = re.compile(r"(?:yyyy|mm|m|dd|d|[-/. 年月日])+\Z")


def _text(arguments: Arguments) -> str:
    value, pattern = arguments.value(0), as_text(arguments.value(1))
    if value is None:
        return ""
    if len(pattern) > MAX_PATTERN:
        raise FormulaError("formula_text_pattern", found=pattern[:MAX_PATTERN])
    if isinstance(value, date):
        return _date_text(value, pattern)
    return _number_text(as_number(value), pattern)


def _number_text(number: Decimal, pattern: str) -> str:
    match = _NUMBER_PATTERN.match(pattern)
    if match is None:
        raise FormulaError("formula_text_pattern", found=pattern)
    if match["percent"]:
        number = multiply(number, Decimal(100))
    rounded = round_places(number, len(match["places"] or ""))
    if rounded == 0:
        rounded = rounded.copy_abs()
    return format(rounded, ",f" if match["comma"] else "f") + (match["percent"] or "")


def _date_text(day: date, pattern: str) -> str:
    if not _DATE_PATTERN.match(pattern):
        raise FormulaError("formula_text_pattern", found=pattern)
    parts = {"yyyy": f"{day.year:04d}", "mm": f"{day.month:02d}", "m": str(day.month)}
    parts |= {"dd": f"{day.day:02d}", "d": str(day.day)}
    return _DATE_PART.sub(lambda found: parts[found.group()], pattern)


def _concat(arguments: Arguments) -> str:
    text = ""
    for value in arguments.values():
        text = bounded_text(text + as_text(value))
    return text


def _length(arguments: Arguments) -> Value:
    return Decimal(len(as_text(arguments.value(0))))


FUNCTIONS = (
    Function("CONCAT", _concat, (SCALAR,), Kind.TEXT, 1, MANY),
    Function("LEN", _length, (SCALAR,), Kind.NUMBER, 1, 1),
    Function("UPPER", lambda given: bounded_text(as_text(given.value(0)).upper()), (SCALAR,), Kind.TEXT, 1, 1),
    Function("LOWER", lambda given: bounded_text(as_text(given.value(0)).lower()), (SCALAR,), Kind.TEXT, 1, 1),
    Function("TEXT", _text, (ORDERED, TEXT), Kind.TEXT, 2, 2),
)
