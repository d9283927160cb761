"""JSON as Banli reads it: decimals exact, no name twice, no text that UTF-8 could not say again."""

import json
import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from typing import Any

from .money import MAX_EXPONENT

_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


def read_exact(text: str) -> Any:
    """Numbers with a point are Decimals. Raises ValueError, RecursionError.

    Names given twice are refused: two readers could disagree on which one counts.
    """
    return json.loads(text, parse_float=_decimal, parse_constant=_refuse, object_pairs_hook=_object)


def unstorable(value: Any) -> Iterator[str]:
    """JSON pointers of the texts that no store could keep and no answer repeat: UTF-8 cannot say half a character, and
    JSON no NUL, but an escape can name both.
    """
    return texts_with(_UNSTORABLE, value)


def texts_with(pattern: re.Pattern[str], value: Any, path: str = "") -> Iterator[str]:
    """JSON pointers of the texts in which `pattern` occurs; of the object, if it is a name."""
    if isinstance(value, str):
        if pattern.search(value):
            yield path
    elif isinstance(value, list):
        for place, item in enumerate(value):
            yield from texts_with(pattern, item, f"{path}/{place}")
    elif isinstance(value, dict):
        for name, item in value.items():
            if pattern.search(name):
                yield path
            else:
                yield from texts_with(pattern, item, f"{path}/{name.replace('~', '~0').replace('/', '~1')}")


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key occurs twice")
    return found


def _decimal(text: str) -> Decimal:
    """A short exponent can name a number that no memory holds in plain notation, a long one none that Decimal knows."""
    try:
        number = Decimal(text)
    except InvalidOperation:
        raise ValueError("a number is out of range") from None
    if abs(number.adjusted()) > MAX_EXPONENT:
        raise ValueError("a number is out of range")
    return number


def _refuse(constant: str) -> Any:
    raise ValueError(f"{constant} is no JSON number")
