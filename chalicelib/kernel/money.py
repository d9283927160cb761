"""Decimal arithmetic for amounts, rates and quantities. Never a float: 0.1 + 0.2 is 0.3 here.

On the wire a decimal is a JSON string without exponent ("12.50"); a JSON number is accepted and read exactly.
"""

import re
from decimal import ROUND_HALF_UP, Context, Decimal, InvalidOperation

ARITHMETIC = Context(prec=34, rounding=ROUND_HALF_UP)
_EXACT = Context(prec=80)
"""More digits than any value has: nothing is rounded unseen."""
MAX_DIGITS = 28
MAX_EXPONENT = 60
"""Beyond it no value is valid, and writing 1E+999999999 in plain notation would take all the memory there is."""

_SHAPE = re.compile(r"-?[0-9]{1,28}(\.[0-9]{1,12})?\Z")

MINOR_UNITS = {"CNY": 2, "USD": 2, "EUR": 2, "GBP": 2, "HKD": 2, "TWD": 2, "SGD": 2, "JPY": 0, "KRW": 0}


def parse_decimal(value: object) -> Decimal:
    """A Decimal from a wire value: str, int or Decimal (JSON numbers are parsed as Decimal, never as float).

    Full-width digits, exponents, spaces, bool and float raise ValueError.
    """
    if isinstance(value, bool | float):
        raise ValueError(value)
    if isinstance(value, Decimal) and not (value.is_finite() and abs(value.adjusted()) <= MAX_EXPONENT):
        raise ValueError("out of range")
    text = to_wire(value) if isinstance(value, Decimal) else str(value)
    if not _SHAPE.match(text):
        raise ValueError(value)
    try:
        return Decimal(text)
    except InvalidOperation as error:  # pragma: no cover - the shape above admits no other text
        raise ValueError(value) from error


def to_wire(value: Decimal) -> str:
    """Plain notation, no exponent, no trailing zeros beyond what the value carries."""
    if not value.is_finite():
        raise ValueError(value)
    return format(value, "f")


def round_to(value: Decimal, places: int) -> Decimal:
    """Half up, as invoices are."""
    return value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP, context=ARITHMETIC)


def round_money(value: Decimal, currency: str) -> Decimal:
    return round_to(value, MINOR_UNITS.get(currency, 2))


SIGNS = {"CNY": "¥", "USD": "$", "EUR": "€", "GBP": "£", "HKD": "$", "TWD": "$", "SGD": "$", "JPY": "¥", "KRW": "₩"}
MAX_MONEY_PLACES = 6
PERCENT_PLACES = 2
"""Shown of a percentage whose field does not say."""


def money_places(currency: str, decimals: int | None = None) -> int:
    """How many places an amount may have: the field's own setting, else those of the currency."""
    return MINOR_UNITS.get(currency, 2) if decimals is None else decimals


def money_text(value: Decimal, currency: str, decimals: int | None = None) -> str:
    """An amount as it is stored: as fine as it is, with the places of its currency at least (none if `decimals` is 0).

    A unit price of 45.875 stays "45.875" and one of 45.5 becomes "45.50".
    """
    least = min(MINOR_UNITS.get(currency, 2), money_places(currency, decimals))
    places = max(least, -int(value.normalize(_EXACT).as_tuple().exponent))
    written = value.quantize(Decimal(1).scaleb(-places), context=_EXACT)
    return to_wire(written.copy_abs() if written == 0 else written)


def percent_text(fraction: Decimal, decimals: int | None = None) -> str:
    """A rate for reading, 0.104 as "10.4%": places of the percentage, half up, without needless zeros."""
    places = PERCENT_PLACES if decimals is None else decimals
    shown = fraction.scaleb(2, _EXACT).quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP, context=_EXACT)
    text = to_wire(shown.copy_abs() if shown == 0 else shown)
    grouped = f"{Decimal(text):,f}"
    return f"{grouped.rstrip('0').rstrip('.') if '.' in grouped else grouped}%"


def grouped_text(number: Decimal) -> str:
    """A number for reading, with thousands marked and without needless zeros."""
    text = f"{number:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def amount_text(value: Decimal, currency: str, decimals: int | None = None) -> str:
    """An amount for reading, with the sign of its currency: `¥1,234.50`. It keeps every digit."""
    minus = "-" if value < 0 else ""
    sign = SIGNS.get(currency, currency + " ")
    return f"{minus}{sign}{Decimal(money_text(abs(value), currency, decimals)):,f}"
