"""A condition after it was read: tests joined by all, any and not, and what they say of one thing.

An answer is True, False, or None where only the beginning of a text is known and its end matters. None joins as
"unknown" does: all of (False, None) is False, any of (True, None) is True.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from ..kernel.errors import Named
from .dynamic import Actor, Relative, Surroundings
from .kinds.base import Kind
from .operators import OPERATORS, Operator
from .operators.base import ONE

SEAM = 32
"""Letters at the end of a cut text that may not count: they could combine with what followed."""


class Cut(str):
    """The beginning of a text whose end is not known."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What a test looks at. `read` gives its value, in wire form, of whatever the context asks about."""

    key: Named
    kind: Kind
    read: Callable[[Any], Any]
    choices: frozenset[str] | None = None
    """The options that may be named, where only some may."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """One comparison. `args` are operands in the form that the kind compares, or `Relative` and `Actor`."""

    subject: Subject
    operator: Operator
    args: tuple[Any, ...]
    path: str = ""

    @property
    def dynamic(self) -> bool:
        return any(isinstance(each, Relative | Actor) for each in self.args)

    def holds(self, row: Any) -> bool | None:
        """Of operands that are known: see `settled`."""
        value = self.subject.read(row)
        if is_absent(value):
            return self.operator.absent
        if isinstance(value, Cut):
            return self.operator.holds_cut(_Beginning(self.subject.kind), value, self.args)
        return self.operator.holds(self.subject.kind, value, self.args)


@dataclass(frozen=True, slots=True)
class AllOf:
    parts: tuple["Node", ...]

    def holds(self, row: Any) -> bool | None:
        unknown = False
        for part in self.parts:
            answer = part.holds(row)
            if answer is False:
                return False
            unknown = unknown or answer is None
        return None if unknown else True


@dataclass(frozen=True, slots=True)
class AnyOf:
    parts: tuple["Node", ...]

    def holds(self, row: Any) -> bool | None:
        unknown = False
        for part in self.parts:
            answer = part.holds(row)
            if answer:
                return True
            unknown = unknown or answer is None
        return None if unknown else False


@dataclass(frozen=True, slots=True)
class Not:
    part: "Node"

    def holds(self, row: Any) -> bool | None:
        answer = self.part.holds(row)
        return None if answer is None else not answer


Node = Comparison | AllOf | AnyOf | Not
EVERYTHING = AllOf(())


def is_absent(value: Any) -> bool:
    """The one rule of what counts as not filled in."""
    return value is None or value in ("", [], frozenset())


def comparisons_of(node: Node) -> Iterator[Comparison]:
    """In reading order."""
    if isinstance(node, Comparison):
        yield node
    elif isinstance(node, Not):
        yield from comparisons_of(node.part)
    else:
        for part in node.parts:
            yield from comparisons_of(part)


def settled(node: Node, around: Surroundings) -> Node:
    """The same condition with the operands that `around` gives: no day is relative, and the actor has ids."""
    if isinstance(node, Comparison):
        return _settled(node, around) if node.dynamic else node
    if isinstance(node, Not):
        return Not(settled(node.part, around))
    return replace(node, parts=tuple(settled(part, around) for part in node.parts))


def _settled(test: Comparison, around: Surroundings) -> Node:
    kind, operator = test.subject.kind, test.operator
    if not kind.span:
        ids = [sorted(around.actor(each.name)) if isinstance(each, Actor) else [each] for each in test.args]
        several = {"eq": "in", "ne": "not_in"}.get(operator.name, operator.name) if operator.arity == ONE else ""
        args = tuple(kind.operand(each) if isinstance(each, str) else each for group in ids for each in group)
        return replace(test, operator=OPERATORS[several or operator.name], args=args)
    spans = [each.span(around, kind.span) if isinstance(each, Relative) else None for each in test.args]
    if operator.edges:
        ends = zip(test.args, spans, operator.edges, strict=True)
        args = tuple(arg if span is None else kind.operand(span[0 if edge == "low" else 1]) for arg, span, edge in ends)
        return replace(test, args=args)
    plain = tuple(arg for arg, span in zip(test.args, spans, strict=True) if span is None)
    within: list[Node] = [
        replace(test, operator=OPERATORS["between"], args=tuple(kind.operand(end) for end in span))
        for span in spans
        if span is not None
    ]
    if plain:
        within.append(replace(test, operator=OPERATORS["in"], args=plain))
    found = within[0] if len(within) == 1 else AnyOf(tuple(within))
    return Not(found) if operator.absent else found


class _Beginning(Kind):
    """A kind of texts, of which only what is certain of a beginning is compared."""

    def __init__(self, kind: Kind) -> None:
        self._kind = kind

    def value(self, stored: Any) -> str:
        return str(self._kind.value(stored))[:-SEAM]

    def text(self, stored: Any) -> str:
        return self._kind.text(stored)[:-SEAM]
