"""ABS, SIGN, POWER, SQRT, VALUE, and CONVERT between currencies."""

import re
from decimal import Decimal

from .....kernel.money import MINOR_UNITS
from ..faults import FormulaError
from ..values import ZERO, Value, as_number, as_text, divide, multiply, power, square_root
from .base import Arguments, Body

_WRITTEN = re.compile(r"([+-]?)([0-9]{1,28}|[0-9]{1,3}(?:,[0-9]{3}){1,8})(\.[0-9]{1,12})?(%?)\Z")


def _convert(given: Arguments) -> Value:
    """Amount times rate. A missing rate refuses the record: counted as 0 it would make the amount vanish."""
    amount, currency = given.value(0), as_text(given.value(2))
    if currency not in MINOR_UNITS:
        raise FormulaError("formula_convert_currency", found=currency[:10])
    if amount is None:
        return None
    number = as_number(amount)
    if number == 0:
        return ZERO
    rate = as_number(given.value(1))
    if rate <= 0:
        raise FormulaError("formula_convert_rate")
    return multiply(number, rate)


def _value(given: Arguments) -> Value:
    value = given.value(0)
    if not isinstance(value, str):
        return None if value is None else as_number(value)
    text = value.strip(" ")
    match = _WRITTEN.match(text)
    if not text:
        return None
    if match is None:
        raise FormulaError("formula_no_number", found=text[:20])
    number = Decimal(match[1] + match[2].replace(",", "") + (match[3] or ""))
    return divide(number, Decimal(100)) if match[4] else number


def _sign(given: Arguments) -> Value:
    number = as_number(given.value(0))
    return Decimal((number > 0) - (number < 0))


BODIES: dict[str, Body] = {
    "CONVERT": _convert,
    "ABS": lambda given: as_number(given.value(0)).copy_abs(),
    "SIGN": _sign,
    "POWER": lambda given: power(as_number(given.value(0)), as_number(given.value(1))),
    "SQRT": lambda given: square_root(as_number(given.value(0))),
    "VALUE": _value,
}
