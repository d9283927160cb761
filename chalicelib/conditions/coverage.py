"""What a condition can never hold for, and what earlier conditions take away, so that publishing can say so before
anybody waits for it.

A tree becomes groups of tests of which any group is enough (its disjunctive normal form). Careful on one side only: a
group is called impossible, or covered by an earlier one, when that is certain; a tree with too many groups, a test that
is denied, or an operand that is looked up when asked is left alone.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from .admitted import Admitted
from .tree import AnyOf, Comparison, Node, Not

MAX_GROUPS = 500


@dataclass(frozen=True, slots=True)
class Literal:
    """A test, or that it does not hold."""

    test: Comparison
    denied: bool = False

    @property
    def plain(self) -> bool:
        return not self.denied and not self.test.dynamic

    @property
    def meaning(self) -> tuple[object, ...]:
        return self.test.subject.key, self.test.operator.name, self.test.args, self.denied


Group = tuple[Literal, ...]


class TooManyGroups(Exception):
    """The normal form would be larger than `MAX_GROUPS`."""


def groups(node: Node, *, denied: bool = False) -> tuple[Group, ...]:
    """The disjunctive normal form: any of the groups, in which all literals hold. Raises TooManyGroups."""
    if isinstance(node, Comparison):
        return ((Literal(node, denied),),)
    if isinstance(node, Not):
        return groups(node.part, denied=not denied)
    parts = [groups(part, denied=denied) for part in node.parts]
    if isinstance(node, AnyOf) is not denied:
        found: tuple[Group, ...] = tuple(group for part in parts for group in part)
        _require_few(len(found))
        return found
    found = ((),)
    for part in parts:
        _require_few(len(found) * len(part))
        found = tuple((*one, *other) for one in found for other in part)
    return found


def _require_few(count: int) -> None:
    if count > MAX_GROUPS:
        raise TooManyGroups(count)


def impossible(node: Node) -> bool:
    """Whether nothing can meet it."""
    found = _groups(node)
    return found is not None and all(_impossible(group) for group in found)


def covered(node: Node, earlier: Iterable[Node]) -> bool:
    """Whether every group that can hold at all holds only where an earlier condition holds already."""
    found = _groups(node)
    if found is None:
        return False
    before = [group for each in earlier for group in _groups(each) or ()]
    outer = [_admitted(group) for group in before if all(each.plain for each in group)]
    return all(_impossible(group) or any(_narrower(_admitted(group), each) for each in outer) for group in found)


def same(one: Node, other: Node) -> bool:
    """Whether two conditions say the same, in whatever order."""
    first, second = _groups(one), _groups(other)
    return first is not None and second is not None and _meaning(first) == _meaning(second)


def _meaning(found: tuple[Group, ...]) -> frozenset[frozenset[tuple[object, ...]]]:
    return frozenset(frozenset(each.meaning for each in group) for group in found)


def _groups(node: Node) -> tuple[Group, ...] | None:
    try:
        return groups(node)
    except TooManyGroups:
        return None


def _admitted(group: Group) -> dict[str, Admitted]:
    found: dict[str, Admitted] = {}
    for literal in group:
        test = literal.test
        admitted = found.setdefault(test.subject.key, Admitted())
        if literal.plain:
            test.operator.narrow(admitted, test.subject.kind, test.args)
    return found


def _impossible(group: Group) -> bool:
    return any(not each.has_value and not each.none for each in _admitted(group).values())


def _narrower(inner: dict[str, Admitted], outer: dict[str, Admitted]) -> bool:
    return all(inner.get(key, Admitted()).within(admitted) for key, admitted in outer.items())
