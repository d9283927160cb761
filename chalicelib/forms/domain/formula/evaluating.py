"""The walk over a tree. It can read what its scope gives, and do what this file and functions/ list: nothing else."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import partial

from . import functions
from .calendar import Calendar
from .faults import FormulaError
from .functions.base import Arguments, List
from .functions.dates import shifted
from .nodes import Call, Chain, Literal, Node, Reference, Unary
from .ordering import compares, order
from .values import (
    ARITHMETIC,
    Kind,
    Value,
    add,
    as_integer,
    as_number,
    as_text,
    bounded_text,
    divide,
    kind_of,
    multiply,
    power,
    subtract,
)

MAX_STEPS = 200_000


@dataclass(slots=True)
class Budget:
    """The steps left for all formulas of one record: a form of many formulas over many rows stays bounded too."""

    steps: int = MAX_STEPS

    def spend(self, steps: int) -> None:
        self.steps -= steps
        if self.steps < 0:
            raise FormulaError("formula_too_much_work")


@dataclass(frozen=True, slots=True)
class Scope:
    """What a formula may read: the record's values, the rows of its lines, the cells of its own row, today, and the
    working calendar, which is only needed by the functions that ask it.
    """

    values: Mapping[str, Value]
    lines: Mapping[str, tuple[Mapping[str, Value], ...]]
    today: date
    row: Mapping[str, Value] | None = None
    budget: Budget = field(default_factory=Budget)
    calendar: Calendar | None = None


def evaluate(node: Node, scope: Scope) -> Value:
    """The value of a formula. Raises FormulaError (formula_div_zero, formula_type, formula_too_large ...)."""
    scope.budget.spend(1)
    if isinstance(node, Literal):
        return node.value
    if isinstance(node, Reference):
        return _scalar(node, scope)
    if isinstance(node, Unary):
        return _unary(node.sign, evaluate(node.operand, scope))
    if isinstance(node, Chain):
        return _chain(node, scope)
    return functions.find(node.name, node.at).call(_arguments(node, scope))


def _scalar(node: Reference, scope: Scope) -> Value:
    if not node.column:
        if scope.row is not None and node.name in scope.row:
            return scope.row[node.name]
        if node.name in scope.values:
            return scope.values[node.name]
    if node.name in scope.lines:
        raise FormulaError("formula_list", node.at, name=node.path)
    raise FormulaError("formula_unknown_name", node.at, name=node.path)


def _list(node: Reference, scope: Scope) -> List:
    rows = scope.lines[node.name]
    scope.budget.spend(len(rows))
    if not node.column:
        return List(tuple(True for _ in rows))
    return List(tuple(row.get(node.column) for row in rows))


def _arguments(node: Call, scope: Scope) -> Arguments:
    def reader(argument: Node) -> Callable[[], Value | List]:
        if isinstance(argument, Reference) and argument.name in scope.lines and argument.name not in (scope.row or ()):
            return lambda: _list(argument, scope)
        return lambda: evaluate(argument, scope)

    readers = tuple(reader(argument) for argument in node.arguments)
    return Arguments(readers, scope.today, scope.calendar, scope.budget.spend)


def _unary(sign: str, value: Value) -> Value:
    number = as_number(value)
    if sign == "%":
        return divide(number, Decimal(100))
    return ARITHMETIC.minus(number) if sign == "-" else number


def _chain(node: Chain, scope: Scope) -> Value:
    value = evaluate(node.first, scope)
    for sign, operand in node.rest:
        value = _OPERATORS[sign](value, evaluate(operand, scope))
    return value


def _plus(left: Value, right: Value) -> Value:
    if _undated(left, right):
        return None
    if kind_of(left) is Kind.DATE:
        return _shift(left, as_integer(right))
    if kind_of(right) is Kind.DATE:
        return _shift(right, as_integer(left))
    return add(as_number(left), as_number(right))


def _minus(left: Value, right: Value) -> Value:
    if _undated(left, right):
        return None
    if isinstance(left, date) and isinstance(right, date):
        return Decimal((left - right).days)
    if isinstance(left, date):
        return _shift(left, -as_integer(right))
    return subtract(as_number(left), as_number(right))


def _undated(left: Value, right: Value) -> bool:
    """A day reckoned with a blank is a blank: `end - start` must not be `end` while `start` is not filled in."""
    return {kind_of(left), kind_of(right)} == {Kind.DATE, Kind.BLANK}


def _shift(day: Value, days: int) -> date:
    assert isinstance(day, date)  # noqa: S101 - the callers asked for the kind
    return shifted(day, days)


def _compared(sign: str, left: Value, right: Value) -> Value:
    return compares(sign, order(left, right))


_OPERATORS: dict[str, Callable[[Value, Value], Value]] = {
    "+": _plus,
    "-": _minus,
    "*": lambda left, right: multiply(as_number(left), as_number(right)),
    "/": lambda left, right: divide(as_number(left), as_number(right)),
    "^": lambda left, right: power(as_number(left), as_number(right)),
    "&": lambda left, right: bounded_text(as_text(left) + as_text(right)),
    **{sign: partial(_compared, sign) for sign in ("=", "<>", "<", "<=", ">", ">=")},
}
