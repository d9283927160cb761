"""From a written condition to tests. Every fault is noted with its path, so that one answer shows all.

The faults have codes of this language; a context that told the same faults under other codes before says so in its
`Catalogue.fault`.
"""

from collections.abc import Iterator, Mapping
from typing import Any, Protocol

from ..kernel.errors import Named
from .dynamic import Actor, Relative, read_dynamic
from .operators import BY_NAME, Operator
from .operators.base import MANY, NONE, TWO
from .tree import EVERYTHING, AllOf, AnyOf, Comparison, Node, Not, Subject

MAX_DEPTH = 5
"""Groups within groups."""
MAX_TESTS = 100
MAX_VALUES = 200


class Refused(Exception):
    """One part of a condition has a fault."""

    def __init__(self, path: str, code: str, **params: Any) -> None:
        super().__init__(path, code, params)
        self.path = path
        self.code = code
        self.params = params


class Catalogue(Protocol):
    """What a context offers to conditions, and where it keeps faults.

    `fewest` is 0 where a list of values may still be empty, as in a draft.
    """

    most_tests: int
    most_values: int
    fewest: int

    def subject(self, name: str, path: str) -> Subject | None:
        """None, with a fault noted, if there is none of that name."""

    def fault(self, path: str, code: str, **params: Any) -> None: ...

    def operand(self, path: str, subject: Subject, operator: Operator, raw: Any) -> Any:
        """The operand as it compares; see `plain_operand`. Raises Refused."""


def read(raw: Any, catalogue: Catalogue, path: str) -> Node:
    """The condition; parts with faults are left out of it, so that it counts only if none was noted."""
    if sum(1 for _ in leaves(raw)) > catalogue.most_tests:
        catalogue.fault(path, "condition_too_long", limit=catalogue.most_tests)
        return EVERYTHING
    return _part(raw, catalogue, path, 0) or EVERYTHING


def leaves(raw: Any) -> Iterator[Mapping[str, Any]]:
    """The written tests, in reading order; of any JSON value."""
    pending = [raw]
    while pending:
        each = pending.pop()
        if isinstance(each, Mapping):
            if "field" in each:
                yield each
            pending += [each[name] for name in ("not",) if name in each]
            pending += [
                part for name in ("any", "all") if isinstance(each.get(name), list) for part in each[name][::-1]
            ]


def _part(raw: Any, catalogue: Catalogue, path: str, depth: int) -> Node | None:
    try:
        return _node(raw, catalogue, path, depth)
    except Refused as refused:
        catalogue.fault(refused.path, refused.code, **refused.params)
        return None


def _node(raw: Any, catalogue: Catalogue, path: str, depth: int) -> Node | None:
    if not isinstance(raw, Mapping):
        raise Refused(path, "condition_shape")
    if "field" in raw:
        return _test(raw, catalogue, path)
    if depth == MAX_DEPTH:
        raise Refused(path, "condition_too_deep", limit=MAX_DEPTH)
    if set(raw) == {"not"}:
        part = _part(raw["not"], catalogue, f"{path}/not", depth + 1)
        return None if part is None else Not(part)
    name = next(iter(raw), "")
    if len(raw) != 1 or name not in ("all", "any") or not isinstance(raw[name], list):
        raise Refused(path, "condition_shape")
    found = [_part(each, catalogue, f"{path}/{name}/{at}", depth + 1) for at, each in enumerate(raw[name])]
    parts = tuple(each for each in found if each is not None)
    return AllOf(parts) if name == "all" else AnyOf(parts)


def _test(raw: Mapping[str, Any], catalogue: Catalogue, path: str) -> Comparison | None:
    name, op = raw["field"], raw.get("op")
    operator = BY_NAME.get(op) if isinstance(op, str) else None
    if not isinstance(name, str) or operator is None:
        raise Refused(path, "condition_shape")
    subject = catalogue.subject(name, f"{path}/field")
    if subject is None:
        return None
    if not operator.suits(subject.kind):
        spoken = Named(str(op), label=operator.label)
        raise Refused(f"{path}/op", "operator_unsuitable", op=spoken, field=subject.key)
    return Comparison(
        subject, operator, _arguments(catalogue, subject, operator, raw.get("value"), f"{path}/value"), path
    )


def _arguments(catalogue: Catalogue, subject: Subject, operator: Operator, value: Any, path: str) -> tuple[Any, ...]:
    """The parsed operands. Raises Refused if they do not fit the operator or the subject."""
    if operator.arity == NONE:
        return ()
    several = operator.arity in (TWO, MANY)
    fewest, most = (2, 2) if operator.arity == TWO else (catalogue.fewest, catalogue.most_values)
    is_list = isinstance(value, list)
    fits = (is_list and fewest <= len(value) <= most) if several else (not is_list or subject.kind.takes_lists)
    if not fits:
        raise Refused(path, "value_shape", field=subject.key, op=Named(operator.name, label=operator.label))
    given = value if several else [value]
    if not subject.kind.blank_operand and any(each is None or each == "" for each in given):
        raise Refused(path, "value_missing", field=subject.key)
    args = [_operand(catalogue, subject, operator, each, path) for each in given]
    plain = [each for each in args if not isinstance(each, Relative | Actor)]
    if subject.choices is not None and not subject.choices.issuperset(plain):
        raise Refused(path, "option_unknown", field=subject.key)
    return tuple(args) if operator.arity == TWO else tuple(dict.fromkeys(args))


def plain_operand(path: str, subject: Subject, operator: Operator, raw: Any) -> Any:
    """What `Catalogue.operand` is where the kinds alone decide."""
    try:
        return operator.operand(subject.kind, raw)
    except (ValueError, TypeError, KeyError):
        raise Refused(path, "value_unsuitable", field=subject.key) from None


def _operand(catalogue: Catalogue, subject: Subject, operator: Operator, raw: Any, path: str) -> Any:
    try:
        found = read_dynamic(raw)
    except (ValueError, TypeError):
        raise Refused(path, "value_unsuitable", field=subject.key) from None
    if found is None:
        return catalogue.operand(path, subject, operator, raw)
    kind = subject.kind
    if isinstance(found, Relative) and kind.span:
        return found
    if isinstance(found, Actor) and found.name in kind.actors:
        return found
    raise Refused(path, "value_unsuitable", field=subject.key)
