"""The initiator's manager, n levels up: `{"type": "manager", "level": n?}`; level 1 is his direct manager.

A line that is shorter than that gives nobody, and the node's `empty` policy answers.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ....directory.org import Org
from ....kernel.errors import FieldError
from ..builder import Builder
from ..context import Context, Person
from ..contract import LEVEL, Contract
from .rule import RuleType


@dataclass(frozen=True, slots=True)
class ManagerRule:
    path: str
    level: int
    by_values = False

    def candidates(self, context: Context) -> Iterator[Person]:
        line = context.org.managers_of(context.initiator, self.level)
        if len(line) == self.level:
            yield Person(line[-1].id, {"rule": "manager", "level": self.level})

    def fixed(self, org: Org) -> tuple[str, ...]:  # noqa: ARG002
        return ()

    def faults(self, org: Org) -> Iterator[FieldError]:  # noqa: ARG002
        return iter(())


def build(builder: Builder, raw: Mapping[str, Any], path: str) -> ManagerRule:  # noqa: ARG001
    return ManagerRule(path, int(raw.get("level", 1)))


CONTRACT = Contract("Level 1 is the initiator's direct manager.", {"level": LEVEL})

RULE_TYPE = RuleType("manager", CONTRACT, build)
