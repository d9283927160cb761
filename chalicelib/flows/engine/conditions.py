"""Conditions of branches: the language of `conditions`, asked of a record's values and its initiator.

"Me" is the initiator. Dates relative to today are those of the company's zone at the moment at which the branch is
taken: a preview says what would follow at its own moment, and a run that waits over midnight may go another way.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ...conditions import coverage, reader
from ...conditions.dynamic import Surroundings
from ...conditions.operators import Operator
from ...conditions.operators.base import NONE
from ...conditions.tree import Node, Subject, comparisons_of, settled
from ...directory.actor_ids import actor_ids
from ...kernel.errors import FieldError
from .builder import Builder
from .context import Context
from .operands import subject

MAX_TESTS = 400
"""Twenty groups of twenty, which earlier releases took."""


@dataclass(frozen=True, slots=True)
class Condition:
    node: Node

    def holds(self, context: Context) -> bool:
        node = self.node
        if any(test.dynamic for test in comparisons_of(node)):
            node = settled(node, Surroundings(context.at, context.zone, actor_ids(context.org, context.initiator)))
        return bool(node.holds(context))

    def unfilled(self) -> list[FieldError]:
        """Tests that compare with nothing: a text is said to contain "", a list of values is empty."""
        return [
            FieldError.of(f"{test.path}/value", "value_missing", field=test.subject.key)
            for test in comparisons_of(self.node)
            if test.operator.arity != NONE and (not test.args or "" in test.args)
        ]

    @property
    def impossible(self) -> bool:
        return coverage.impossible(self.node)

    def same(self, other: "Condition") -> bool:
        return coverage.same(self.node, other.node)


def condition(builder: Builder, raw: Mapping[str, Any], path: str) -> Condition:
    node = reader.read(raw, _Branches(builder), path)
    if _says_nothing(raw):
        builder.fault(path, "condition_empty")
    return Condition(node)


def covered(condition: Condition, earlier: list[Condition]) -> bool:
    return coverage.covered(condition.node, [each.node for each in earlier])


def _says_nothing(raw: Any) -> bool:
    """Whether a group of it has no parts."""
    if not isinstance(raw, Mapping):
        return False
    parts = next((raw[name] for name in ("any", "all") if isinstance(raw.get(name), list)), None)
    if parts is None:
        return "not" in raw and _says_nothing(raw["not"])
    return not parts or any(_says_nothing(each) for each in parts)


class _Branches:
    """What branches offer to conditions."""

    most_tests = MAX_TESTS
    most_values = reader.MAX_VALUES
    fewest = 0

    def __init__(self, builder: Builder) -> None:
        self._builder = builder

    def subject(self, name: str, path: str) -> Subject | None:
        return subject(self._builder, name, path)

    def fault(self, path: str, code: str, **params: Any) -> None:
        self._builder.fault(path, code, **params)

    def operand(self, path: str, found: Subject, operator: Operator, raw: Any) -> Any:
        return reader.plain_operand(path, found, operator, raw)
