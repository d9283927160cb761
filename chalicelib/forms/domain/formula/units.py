"""In which currency a formula's result is, found before any value is known, so that no two currencies are ever added.

A unit is a product of currencies with exponents, as a physicist reckons with metres: CNY times a number is CNY,
CNY/CNY is a plain number, USD*CNY/USD is CNY. What is added, compared, summed or chosen between must have one unit; a
plain number goes with any (`amount + 10`). Only CONVERT changes a currency.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import reduce

from ....kernel.money import MINOR_UNITS
from . import functions
from .faults import FormulaError
from .nodes import Call, Chain, Literal, Node, Reference, Unary

Unit = tuple[tuple[str, int], ...]
"""(currency, exponent), sorted; () is a plain number, and everything that is no number."""

PLAIN: Unit = ()
_COMPARISONS = ("=", "<>", "<", "<=", ">", ">=")


@dataclass(frozen=True, slots=True)
class Units:
    """Units by path: fields, `lines.amount`, and the siblings of a row by their bare names; a missing one is plain."""

    known: Mapping[str, Unit]
    row: Mapping[str, Unit] = field(default_factory=dict)

    def of(self, reference: Reference) -> Unit:
        if not reference.column and reference.name in self.row:
            return self.row[reference.name]
        return self.known.get(reference.path, PLAIN)


def in_currency(currency: str) -> Unit:
    return ((currency, 1),)


def unit_text(unit: Unit) -> str:
    """`CNY`, `CNY·USD`, `CNY^2`, `1/USD`."""
    above = "·".join(_power(name, count) for name, count in unit if count > 0)
    below = "·".join(_power(name, -count) for name, count in unit if count < 0)
    return f"{above or '1'}/{below}" if below else above


def _power(name: str, count: int) -> str:
    return name if count == 1 else f"{name}^{count}"


def unit_of(node: Node, units: Units) -> Unit:
    """Raises FormulaError formula_currencies, formula_currency_power, formula_convert_currency."""
    if isinstance(node, Literal):
        return PLAIN
    if isinstance(node, Reference):
        return units.of(node)
    if isinstance(node, Unary):
        return unit_of(node.operand, units)
    if isinstance(node, Chain):
        return _chain(node, units)
    return _call(node, units)


def _chain(node: Chain, units: Units) -> Unit:
    unit = unit_of(node.first, units)
    for sign, operand in node.rest:
        other = unit_of(operand, units)
        if sign in ("*", "/"):
            unit = _times(unit, other, 1 if sign == "*" else -1)
        elif sign == "^":
            unit = _raised(unit, operand)
        elif sign in ("+", "-"):
            unit = _one(unit, other)
        else:
            if sign in _COMPARISONS:
                _one(unit, other)
            unit = PLAIN
    return unit


def _call(node: Call, units: Units) -> Unit:
    """As the function's row of the table says; where it gives what it is given, what it may give must be alike."""
    found = [unit_of(argument, units) for argument in node.arguments]
    function = functions.find(node.name, node.at)
    if function.gives is None:
        return _one(*(found[index] for index in function.passed(len(found))))
    rule = _RULES.get(function.unit)
    return rule(node, found) if rule else PLAIN


def _summed(node: Call, found: list[Unit]) -> Unit:
    del node
    return found[2] if len(found) > 2 else found[0]


def _product(node: Call, found: list[Unit]) -> Unit:
    del node
    return reduce(lambda unit, other: _times(unit, other, 1), found, PLAIN)


def _factors(node: Call, found: list[Unit]) -> Unit:
    """Of a product over a column nobody knows in advance how many amounts are multiplied."""
    if any(
        unit and isinstance(each, Reference) and each.column for unit, each in zip(found, node.arguments, strict=True)
    ):
        raise FormulaError("formula_currency_power", node.at)
    return _product(node, found)


def _plain(node: Call, found: list[Unit]) -> Unit:
    if any(found):
        raise FormulaError("formula_currency_power", node.at)
    return PLAIN


def _converted(node: Call, found: list[Unit]) -> Unit:
    target = node.arguments[2]
    name = target.value if isinstance(target, Literal) else None
    if not isinstance(name, str) or name not in MINOR_UNITS:
        raise FormulaError("formula_convert_currency", node.at, found=str(name or "")[:10])
    amount, rate = found[0], found[1]
    if rate:
        raise FormulaError("formula_currencies", node.at, first=name, second=unit_text(rate))
    if amount and not (len(amount) == 1 and amount[0][1] == 1):
        raise FormulaError("formula_currencies", node.at, first=name, second=unit_text(amount))
    return in_currency(name)


def _one(*units: Unit) -> Unit:
    """The unit that all of them have; plain numbers go with any."""
    found = [unit for unit in units if unit]
    for other in found[1:]:
        if other != found[0]:
            raise FormulaError("formula_currencies", first=unit_text(found[0]), second=unit_text(other))
    return found[0] if found else PLAIN


def _times(unit: Unit, other: Unit, sign: int) -> Unit:
    counts = dict(unit)
    for name, count in other:
        counts[name] = counts.get(name, 0) + sign * count
    return tuple(sorted((name, count) for name, count in counts.items() if count))


def _raised(unit: Unit, exponent: Node) -> Unit:
    if not unit:
        return PLAIN
    number = _constant(exponent)
    if number is None or number != number.to_integral_value():
        raise FormulaError("formula_currency_power")
    return tuple((name, count * int(number)) for name, count in unit) if number else PLAIN


def _constant(node: Node) -> Decimal | None:
    if isinstance(node, Unary) and node.sign in "+-":
        inner = _constant(node.operand)
        return inner if inner is None or node.sign == "+" else -inner
    return node.value if isinstance(node, Literal) and isinstance(node.value, Decimal) else None


_RULES: dict[str, Callable[[Call, list[Unit]], Unit]] = {
    "alike": lambda node, found: _one(*found),  # noqa: ARG005
    "first": lambda node, found: found[0],  # noqa: ARG005
    "summed": _summed,
    "product": _product,
    "factors": _factors,
    "quotient": lambda node, found: _times(found[0], found[1], -1),  # noqa: ARG005
    "power": lambda node, found: _raised(found[0], node.arguments[1]),
    "plain": _plain,
    "convert": _converted,
}
