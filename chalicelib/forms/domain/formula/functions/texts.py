"""Texts: joined, cut, searched, replaced. What is counted are characters (an emoji is one or more), never bytes."""

import re
from decimal import Decimal

from ..faults import FormulaError
from ..values import MAX_TEXT, Value, as_number, as_text, bounded_text, round_places
from .base import Arguments, Body
from .patterns import patterned
from .rmb import LIMIT, capitals

_SPACES = re.compile("[ \t\r\n\u00a0\u3000]+")


def _text(given: Arguments, index: int = 0) -> str:
    return as_text(given.value(index))


def _concat(given: Arguments) -> Value:
    text = ""
    for value in given.values():
        text = bounded_text(text + as_text(value))
    return text


def _left(given: Arguments) -> Value:
    return _text(given)[: given.whole(1, 1, 0, MAX_TEXT)]


def _right(given: Arguments) -> Value:
    text, count = _text(given), given.whole(1, 1, 0, MAX_TEXT)
    return text[max(len(text) - count, 0) :]


def _middle(given: Arguments) -> Value:
    text, start, count = _text(given), given.whole(1, 1, 1, MAX_TEXT), given.whole(2, 0, 0, MAX_TEXT)
    return text[start - 1 : start - 1 + count]


def _found(given: Arguments, *, folds: bool) -> Value:
    wanted, text, start = _text(given), _text(given, 1), given.whole(2, 1, 1, MAX_TEXT)
    if folds:
        wanted, text = _folded(wanted), _folded(text)
    place = text.find(wanted, start - 1) if start - 1 <= len(text) else -1
    return None if place < 0 else Decimal(place + 1)


def _folded(text: str) -> str:
    """In small letters, each in its place: a letter whose small form is longer stays."""
    return "".join(small if len(small := char.lower()) == 1 else char for char in text)


def _replace(given: Arguments) -> Value:
    text, start, count = _text(given), given.whole(1, 1, 1, MAX_TEXT), given.whole(2, 0, 0, MAX_TEXT)
    return bounded_text(text[: start - 1] + _text(given, 3) + text[start - 1 + count :])


def _substitute(given: Arguments) -> Value:
    text, old, new = _text(given), _text(given, 1), _text(given, 2)
    which = given.whole(3, 0, 1, MAX_TEXT)
    if not old:
        return text
    parts = text.split(old)
    if which:
        if which >= len(parts):
            return text
        return bounded_text(old.join(parts[:which]) + new + old.join(parts[which:]))
    if len(text) + (len(parts) - 1) * (len(new) - len(old)) > MAX_TEXT:
        raise FormulaError("formula_too_large")
    return new.join(parts)


def _trim(given: Arguments) -> Value:
    return _SPACES.sub(" ", _text(given)).strip(" ")


def _repeat(given: Arguments) -> Value:
    text, times = _text(given), given.whole(1, 0, 0, MAX_TEXT)
    if len(text) * times > MAX_TEXT:
        raise FormulaError("formula_too_large")
    return text * times


def _rmb(given: Arguments) -> Value:
    value = given.value(0)
    if value is None:
        return ""
    amount = round_places(as_number(value), 2)
    if amount.copy_abs() >= LIMIT:
        raise FormulaError("formula_too_large")
    return capitals(amount)


BODIES: dict[str, Body] = {
    "CONCAT": _concat,
    "LEFT": _left,
    "RIGHT": _right,
    "MID": _middle,
    "LEN": lambda given: Decimal(len(_text(given))),
    "FIND": lambda given: _found(given, folds=False),
    "SEARCH": lambda given: _found(given, folds=True),
    "REPLACE": _replace,
    "SUBSTITUTE": _substitute,
    "TRIM": _trim,
    "UPPER": lambda given: bounded_text(_text(given).upper()),
    "LOWER": lambda given: bounded_text(_text(given).lower()),
    "REPT": _repeat,
    "EXACT": lambda given: _text(given) == _text(given, 1),
    "STARTSWITH": lambda given: _text(given).startswith(_text(given, 1)),
    "ENDSWITH": lambda given: _text(given).endswith(_text(given, 1)),
    "CONTAINS": lambda given: _text(given).find(_text(given, 1)) >= 0,
    "TEXT": lambda given: patterned(given.value(0), _text(given, 1)),
    "RMB": _rmb,
}
