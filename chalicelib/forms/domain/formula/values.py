"""The values of a formula and their exact arithmetic: decimals of 40 digits, half up, bounded in size."""

from datetime import date
from decimal import ROUND_HALF_UP, Context, Decimal, DivisionByZero, InvalidOperation, Overflow
from enum import Enum

from .faults import FormulaError

Value = Decimal | str | bool | date | None

PRECISION = 40
"""28 digits before the point and 12 behind, the widest value of a field, are exact."""
PLACES = 12
LARGEST = Decimal(10) ** 28
MAX_TEXT = 10_000
MAX_POWER = 100

ARITHMETIC = Context(prec=PRECISION, rounding=ROUND_HALF_UP, traps=[InvalidOperation, DivisionByZero, Overflow])
_WIDE = Context(prec=120, rounding=ROUND_HALF_UP, traps=[InvalidOperation, DivisionByZero, Overflow])
ZERO = Decimal(0)


class Kind(Enum):
    """What a value is, known when a form is published; ANY where only the values tell."""

    NUMBER = "number"
    TEXT = "text"
    BOOLEAN = "boolean"
    DATE = "date"
    BLANK = "blank"
    ANY = "any"


def kind_of(value: Value) -> Kind:
    if value is None:
        return Kind.BLANK
    if isinstance(value, bool):
        return Kind.BOOLEAN
    if isinstance(value, Decimal):
        return Kind.NUMBER
    return Kind.TEXT if isinstance(value, str) else Kind.DATE


def bounded(number: Decimal) -> Decimal:
    if number.copy_abs() >= LARGEST:
        raise FormulaError("formula_too_large")
    return number


def bounded_text(text: str) -> str:
    if len(text) > MAX_TEXT:
        raise FormulaError("formula_too_large")
    return text


def add(left: Decimal, right: Decimal) -> Decimal:
    return bounded(ARITHMETIC.add(left, right))


def subtract(left: Decimal, right: Decimal) -> Decimal:
    return bounded(ARITHMETIC.subtract(left, right))


def multiply(left: Decimal, right: Decimal) -> Decimal:
    return bounded(ARITHMETIC.multiply(left, right))


def divide(left: Decimal, right: Decimal) -> Decimal:
    if right == 0:
        raise FormulaError("formula_div_zero")
    return bounded(ARITHMETIC.divide(left, right))


def power(base: Decimal, exponent: Decimal) -> Decimal:
    """Repeated multiplication, rounded at each step, so that every evaluator gets the same digits."""
    if exponent != exponent.to_integral_value() or abs(exponent) > MAX_POWER:
        raise FormulaError("formula_power", limit=MAX_POWER)
    result = Decimal(1)
    for _ in range(abs(int(exponent))):
        result = multiply(result, base)
    return divide(Decimal(1), result) if exponent < 0 else result


def remainder(number: Decimal, divisor: Decimal) -> Decimal:
    """Exact, with the sign of the number; the divisor is not 0."""
    return ARITHMETIC.plus(_WIDE.remainder(number, divisor))


def quotient(number: Decimal, divisor: Decimal) -> Decimal:
    """Its whole part, exact; the divisor is not 0."""
    return _WIDE.divide_int(number, divisor)


def square_root(number: Decimal) -> Decimal:
    """Raises FormulaError formula_negative_root."""
    if number < 0:
        raise FormulaError("formula_negative_root")
    return ARITHMETIC.sqrt(number)


def round_places(number: Decimal, places: int, rounding: str | None = None) -> Decimal:
    """Half away from zero unless `rounding` says otherwise; `places` may be negative (hundreds)."""
    return number.quantize(Decimal(1).scaleb(-places), rounding, context=_WIDE)


def number_text(number: Decimal) -> str:
    """Plain notation with at most 12 places and no needless zeros: what `&` joins and what is stored."""
    text = format(round_places(number, PLACES), "f").rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def as_text(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, Decimal):
        return number_text(value)
    return value if isinstance(value, str) else value.isoformat()


def as_number(value: Value) -> Decimal:
    if value is None:
        return ZERO
    if isinstance(value, Decimal):
        return value
    raise FormulaError("formula_type", found=kind_of(value).value, expected=Kind.NUMBER.value)


def as_truth(value: Value) -> bool:
    if value is None:
        return False
    if isinstance(value, bool):
        return value
    if isinstance(value, Decimal):
        return value != 0
    raise FormulaError("formula_type", found=kind_of(value).value, expected=Kind.BOOLEAN.value)


def as_integer(value: Value) -> int:
    number = as_number(value)
    if number != number.to_integral_value():
        raise FormulaError("formula_whole_number", found=number_text(number))
    return int(number)
