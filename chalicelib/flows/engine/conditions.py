"""Conditions of branches: any of several groups, in each of which all tests must hold; compiled to plain closures.

The operators and which kinds allow them stand in `OPERATORS`. A field without a value meets only `empty`, `ne` and
`not_in`: nothing is not 5, and it is not greater than 5 either. Values are parsed once, at compile time.
"""

import operator
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any, NamedTuple

from ...kernel.errors import Named
from . import fields
from .builder import Builder
from .context import Context
from .operands import ORDERED_KINDS, SET_KINDS, Operand, operand

_SCALARS = (fields.TEXT, fields.BOOLEAN, *ORDERED_KINDS, fields.CHOICE, fields.MEMBER, fields.DEPARTMENT)
_ANY_KIND = (*_SCALARS, *SET_KINDS, fields.OPAQUE)

OPERATORS: dict[str, tuple[str, ...]] = {
    "eq": (*_SCALARS, *SET_KINDS),
    "ne": (*_SCALARS, *SET_KINDS),
    "in": (*_SCALARS, *SET_KINDS),
    "not_in": (*_SCALARS, *SET_KINDS),
    "lt": ORDERED_KINDS,
    "lte": ORDERED_KINDS,
    "gt": ORDERED_KINDS,
    "gte": ORDERED_KINDS,
    "between": ORDERED_KINDS,
    "contains": (fields.TEXT, *SET_KINDS),
    "empty": _ANY_KIND,
    "not_empty": _ANY_KIND,
}
"""On a set (several choices, the initiator's roles or departments) eq, in and contains ask whether it has one of the
values, ne and not_in whether it has none of them."""

_NEVER_BLANK = (*ORDERED_KINDS, fields.BOOLEAN, fields.CHOICE, fields.CHOICES)
"""Kinds of which "" is no value, so that it stands for one that is still to be filled in."""

_SPOKEN = (
    "operator_eq", "operator_ne", "operator_in", "operator_not_in", "operator_lt", "operator_lte", "operator_gt",
    "operator_gte", "operator_between", "operator_contains", "operator_empty", "operator_not_empty",
)  # fmt: skip

_ORDER: dict[str, Callable[[Any, Any], bool]] = {
    "lt": operator.lt,
    "lte": operator.le,
    "gt": operator.gt,
    "gte": operator.ge,
}


class Test(NamedTuple):
    """One compiled test. `args` are the parsed values, kept for the checks of what can never hold."""

    key: Named
    kind: str
    op: str
    args: tuple[Any, ...]
    holds: Callable[[Context], bool]


@dataclass(frozen=True, slots=True)
class Condition:
    groups: tuple[tuple[Test, ...], ...]

    def holds(self, context: Context) -> bool:
        return any(all(test.holds(context) for test in group) for group in self.groups)

    @property
    def meaning(self) -> frozenset[frozenset[tuple[str, str, tuple[Any, ...]]]]:
        """Equal for two conditions that say the same, in whatever order."""
        return frozenset(frozenset((test.key, test.op, test.args) for test in group) for group in self.groups)


def condition(builder: Builder, raw: Mapping[str, Any], path: str) -> Condition:
    if not raw["any"] or not all(group["all"] for group in raw["any"]):
        builder.fault(path, "condition_empty")
    groups = []
    for number, group in enumerate(raw["any"]):
        tests = [
            _test(builder, each, f"{path}/any/{number}/all/{position}") for position, each in enumerate(group["all"])
        ]
        groups.append(tuple(test for test in tests if test is not None))
    return Condition(tuple(groups))


def _test(builder: Builder, raw: Mapping[str, Any], path: str) -> Test | None:
    found = operand(builder, raw["field"], f"{path}/field")
    if found is None:
        return None
    op = raw["op"]
    if found.kind not in OPERATORS[op]:
        builder.fault(f"{path}/op", "operator_unsuitable", op=_spoken(op), field=found.key)
        return None
    args = _arguments(builder, found, op, raw.get("value"), f"{path}/value")
    return None if args is None else Test(found.key, found.kind, op, args, _holds(found, op, args))


def _arguments(builder: Builder, found: Operand, op: str, value: Any, path: str) -> tuple[Any, ...] | None:
    """The parsed values; None, with a fault noted, if they do not fit the operator or the field."""
    if op in ("empty", "not_empty"):
        return ()
    several = op in ("in", "not_in", "between")
    if isinstance(value, list) != several or (op == "between" and len(value) != 2):
        builder.fault(path, "value_shape", op=_spoken(op))
        return None
    given = value if several else [value]
    if any(each is None or each == "" for each in given) and found.kind in _NEVER_BLANK:
        builder.fault(path, "value_missing", field=found.key)
        return None
    try:
        args = [found.parse(each) for each in given]
    except (ValueError, TypeError, KeyError):
        builder.fault(path, "value_unsuitable", field=found.key)
        return None
    if found.choices is not None and not found.choices.issuperset(args):
        builder.fault(path, "option_unknown", field=found.key)
        return None
    return tuple(args) if op == "between" else tuple(dict.fromkeys(args))


def _spoken(op: str) -> Named:
    return Named(op, code=next(code for code in _SPOKEN if code == f"operator_{op}"))


def _holds(found: Operand, op: str, args: tuple[Any, ...]) -> Callable[[Context], bool]:
    read = found.read
    if op == "empty":
        return lambda context: read(context) is None
    if op == "not_empty":
        return lambda context: read(context) is not None
    negative = op in ("ne", "not_in")
    if found.kind in SET_KINDS:
        return partial(_meets_not if negative else _meets, read, frozenset(args))
    return partial(_differs, read, frozenset(args)) if negative else partial(_compares, read, _scalar(op, args))


def _meets(read: Callable[[Context], Any], wanted: frozenset[Any], context: Context) -> bool:
    value = read(context)
    return value is not None and not wanted.isdisjoint(value)


def _meets_not(read: Callable[[Context], Any], wanted: frozenset[Any], context: Context) -> bool:
    return not _meets(read, wanted, context)


def _compares(read: Callable[[Context], Any], compare: Callable[[Any], bool], context: Context) -> bool:
    value = read(context)
    return value is not None and compare(value)


def _differs(read: Callable[[Context], Any], denied: frozenset[Any], context: Context) -> bool:
    return read(context) not in denied


def _scalar(op: str, args: tuple[Any, ...]) -> Callable[[Any], bool]:
    if op in ("eq", "in"):
        return frozenset(args).__contains__
    if op == "between":
        low, high = args
        return lambda value: bool(low <= value <= high)
    if op == "contains":
        (part,) = args
        return lambda value: part in value
    compare, (limit,) = _ORDER[op], args
    return lambda value: compare(value, limit)
