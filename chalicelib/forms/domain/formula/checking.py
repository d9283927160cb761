"""What can be known before any value is: unknown names and functions, argument counts, lists, kinds that cannot mix."""

from collections.abc import Mapping
from dataclasses import dataclass

from . import functions
from .faults import FormulaError
from .functions.base import Function
from .nodes import Call, Chain, Literal, Node, Reference, Unary, position
from .values import Kind, kind_of

_FREE = frozenset({Kind.ANY, Kind.BLANK})


@dataclass(frozen=True, slots=True)
class Names:
    """What a formula may name: fields by id, columns by lines id, and, inside lines, the siblings of its own row."""

    fields: Mapping[str, Kind]
    lines: Mapping[str, Mapping[str, Kind]]
    row: Mapping[str, Kind] | None = None


def infer(node: Node, names: Names) -> Kind:
    """The kind of a formula's result. Raises FormulaError for what could never be evaluated."""
    if isinstance(node, Literal):
        return kind_of(node.value)
    if isinstance(node, Reference):
        return _reference(node, names)
    if isinstance(node, Unary):
        _demand(infer(node.operand, names), frozenset({Kind.NUMBER}), position(node.operand))
        return Kind.NUMBER
    if isinstance(node, Chain):
        kind, at = infer(node.first, names), position(node.first)
        for sign, operand in node.rest:
            kind = _operator(sign, (kind, at), (infer(operand, names), position(operand)))
        return kind
    return _call(node, names)


def _reference(node: Reference, names: Names) -> Kind:
    if not node.column:
        if names.row is not None and node.name in names.row:
            return names.row[node.name]
        if node.name in names.fields:
            return names.fields[node.name]
    _column(node, names)
    raise FormulaError("formula_list", node.at, name=node.path)


def _column(node: Reference, names: Names) -> Kind:
    columns = names.lines.get(node.name)
    if columns is None or (node.column and node.column not in columns):
        raise FormulaError("formula_unknown_name", node.at, name=node.path)
    return columns[node.column] if node.column else Kind.ANY


def _operator(sign: str, first: tuple[Kind, int], second: tuple[Kind, int]) -> Kind:
    """Of two operands, each with its position."""
    (left, _), (right, at) = first, second
    if sign == "&":
        return Kind.TEXT
    if sign in ("=", "<>", "<", "<=", ">", ">="):
        if left is not right and not {left, right} & _FREE:
            raise FormulaError("formula_type", at, found=right.value, expected=left.value)
        return Kind.BOOLEAN
    if sign in "+-" and Kind.DATE in (left, right):
        return _days(sign, first, second)
    for kind, place in (first, second):
        _demand(kind, frozenset({Kind.NUMBER}), place)
    return Kind.ANY if sign in "+-" and Kind.ANY in (left, right) else Kind.NUMBER


def _days(sign: str, first: tuple[Kind, int], second: tuple[Kind, int]) -> Kind:
    (left, _), (right, at) = first, second
    if left is right:
        if sign == "-":
            return Kind.NUMBER
        raise FormulaError("formula_type", at, found=Kind.DATE.value, expected=Kind.NUMBER.value)
    if sign == "-" and left is not Kind.DATE:
        if left is Kind.ANY:
            return Kind.NUMBER
        raise FormulaError("formula_type", at, found=Kind.DATE.value, expected=Kind.NUMBER.value)
    other, place = second if left is Kind.DATE else first
    _demand(other, frozenset({Kind.NUMBER}), place)
    return Kind.ANY if Kind.ANY in (left, right) else Kind.DATE


def _call(node: Call, names: Names) -> Kind:
    function = functions.find(node.name, node.at)
    count = len(node.arguments)
    if not function.fits(count):
        raise FormulaError("formula_arguments", node.at, name=node.name, least=function.least, most=function.most)
    kinds = [_argument(function, index, argument, names) for index, argument in enumerate(node.arguments)]
    _alike(function, node, kinds)
    if function.aligned:
        _aligned(node, names)
    if function.gives is not None:
        return function.gives
    passed = {kinds[index] for index in function.passed(count) if kinds[index] is not Kind.BLANK}
    if len(passed) == 1:
        return passed.pop()
    return Kind.ANY if passed else Kind.BLANK


def _argument(function: Function, index: int, argument: Node, names: Names) -> Kind:
    if function.takes_list(index) and isinstance(argument, Reference) and argument.name in names.lines:
        if not argument.column and not function.rows:
            raise FormulaError("formula_list", argument.at, name=argument.path)
        kind = _column(argument, names)
    else:
        kind = infer(argument, names)
    _demand(kind, function.takes_at(index), position(argument))
    return kind


def _alike(function: Function, node: Call, kinds: list[Kind]) -> None:
    known = [(kinds[index], node.arguments[index]) for index in function.same(len(kinds)) if kinds[index] not in _FREE]
    for kind, argument in known[1:]:
        if kind is not known[0][0]:
            raise FormulaError("formula_type", position(argument), found=kind.value, expected=known[0][0].value)


def _aligned(node: Call, names: Names) -> None:
    """Columns that are gone through row by row are of the same lines."""
    columns = [
        each for each in node.arguments if isinstance(each, Reference) and each.name in names.lines and each.column
    ]
    for each in columns[1:]:
        if each.name != columns[0].name:
            raise FormulaError("formula_columns_differ", each.at)


def _demand(kind: Kind, allowed: frozenset[Kind], at: int) -> None:
    if kind not in allowed and kind not in _FREE:
        expected = "/".join(sorted(each.value for each in allowed))
        raise FormulaError("formula_type", at, found=kind.value, expected=expected)
