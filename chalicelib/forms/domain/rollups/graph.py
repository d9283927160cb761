"""Which figures depend on which, across forms: no cycle, and at most three roll-ups on top of each other.

A node is a field of a form. A roll-up needs what it reads of its children, a formula what it names. What is walked is
small: only fields that lead to a roll-up, and definitions are published ones but for the form that is being judged.
"""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from ..definition import Definition
from ..fields import type_of
from .contributing import fields_read
from .declared import rollup_of

MAX_DEPTH = 3

DefinitionOf = Callable[[str], Definition | None]
"""The definition of a form by its id; None if there is none."""


class Node(NamedTuple):
    form_id: str
    path: str


class Circle(Exception):
    """`path` begins and ends with the same node."""

    def __init__(self, path: tuple[Node, ...]) -> None:
        super().__init__(path)
        self.path = path


def depth(start: Node, definition_of: DefinitionOf) -> int:
    """How many roll-ups stand on top of each other, this one included. Raises Circle."""
    return _depth(start, definition_of, (), {})


def _depth(node: Node, definition_of: DefinitionOf, above: tuple[Node, ...], known: dict[Node, int]) -> int:
    if node in above:
        raise Circle((*above[above.index(node) :], node))
    if node not in known:
        definition = definition_of(node.form_id)
        own = 1 if definition is not None and _is_rollup(definition, node.path) else 0
        below = [_depth(each, definition_of, (*above, node), known) for each in needs(node, definition_of)]
        known[node] = own + max(below, default=0)
    return known[node]


def needs(node: Node, definition_of: DefinitionOf) -> Iterator[Node]:
    """What the field is made of."""
    definition = definition_of(node.form_id)
    if definition is None:
        return
    if _is_rollup(definition, node.path):
        rollup = rollup_of(node.form_id, definition.by_id[node.path])
        child = definition_of(rollup.child)
        if child is not None:
            yield from (Node(rollup.child, path) for path in fields_read(child, rollup))
        return
    for step in definition.plan.steps:
        if step.path == node.path:
            yield from (Node(node.form_id, path) for path in sorted(step.needs))


def _is_rollup(definition: Definition, path: str) -> bool:
    field = definition.by_id.get(path)
    return field is not None and type_of(field).kept_beside
