"""Questions about linked records: who may not read a record learns by no filter which records lead to it."""

from dataclasses import replace

from ...conditions.tree import Comparison, Node, Not, comparisons_of
from ...kernel.unit_of_work import UnitOfWork
from ..domain.fields import type_of
from ..domain.filter_kinds import FieldKind, Key
from ..domain.link_options import RECORD
from .entrance import Entrance

_NONE = Key("hidden", "1hidden")
"""An operand that no record has."""


def without_hidden(work: UnitOfWork, entrance: Entrance, condition: Node) -> Node:
    """The condition, in which ids of records that the actor may not read are as ids that never were."""
    asked = {found for test in comparisons_of(condition) if _is_link(test) for arg in test.args for found in _ids(arg)}
    if not asked:
        return condition
    hidden = asked - entrance.several(work, asked).keys()
    return _cleared(condition, hidden) if hidden else condition


def _cleared(node: Node, hidden: set[str]) -> Node:
    if isinstance(node, Comparison):
        if not _is_link(node):
            return node
        args = tuple(_NONE if hidden.intersection(_ids(each)) else each for each in node.args)
        return replace(node, args=args)
    if isinstance(node, Not):
        return Not(_cleared(node.part, hidden))
    return replace(node, parts=tuple(_cleared(part, hidden) for part in node.parts))


def _is_link(test: Comparison) -> bool:
    kind = test.subject.kind
    return isinstance(kind, FieldKind) and type_of(kind.field).refers_to == RECORD


def _ids(operand: object) -> list[str]:
    """Of one id, or of several as an index has them."""
    return [each for each in str(operand).split(",") if each]
