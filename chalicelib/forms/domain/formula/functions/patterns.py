"""TEXT: a number or a date in a pattern."""

import re
from datetime import date
from decimal import Decimal

from ..faults import FormulaError
from ..values import Value, as_number, multiply, round_places

MAX_PATTERN = 40

_NUMBER = re.compile(
    r"(?P<sign>[¥￥$€£]?)(?P<comma>#,##)?(?P<digits>0{1,12})(?:\.(?P<places>0{1,12}))?(?P<percent>%)?\Z"
)
_DATE_PART = re.compile(r"aaaa|aaa|yyyy|yy|mm|m|dd|d")
_DATE = re.compile(r"(?:aaaa|aaa|yyyy|yy|mm|m|dd|d|[-/. 年月日()（）])+\Z")
_WEEKDAYS = "一二三四五六日"


def patterned(value: Value, pattern: str) -> str:
    """Raises FormulaError formula_text_pattern."""
    if value is None:
        return ""
    if len(pattern) > MAX_PATTERN:
        raise FormulaError("formula_text_pattern", found=pattern[:MAX_PATTERN])
    return _dated(value, pattern) if isinstance(value, date) else _numbered(as_number(value), pattern)


def _numbered(number: Decimal, pattern: str) -> str:
    match = _NUMBER.match(pattern)
    if match is None or (match["comma"] and len(match["digits"]) > 1):
        raise FormulaError("formula_text_pattern", found=pattern)
    if match["percent"]:
        number = multiply(number, Decimal(100))
    rounded = round_places(number, len(match["places"] or ""))
    whole, point, places = format(rounded.copy_abs(), ",f" if match["comma"] else "f").partition(".")
    minus = "-" if rounded < 0 else ""
    return minus + match["sign"] + whole.rjust(len(match["digits"]), "0") + point + places + (match["percent"] or "")


def _dated(day: date, pattern: str) -> str:
    if not _DATE.match(pattern):
        raise FormulaError("formula_text_pattern", found=pattern)
    weekday = _WEEKDAYS[day.weekday()]
    parts = {"yyyy": f"{day.year:04d}", "yy": f"{day.year % 100:02d}", "mm": f"{day.month:02d}", "m": str(day.month)}
    parts |= {"dd": f"{day.day:02d}", "d": str(day.day), "aaaa": f"星期{weekday}", "aaa": weekday}
    return _DATE_PART.sub(lambda found: parts[found.group()], pattern)
