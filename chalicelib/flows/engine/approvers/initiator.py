"""Whoever started the run: `{"type": "initiator"}`, to confirm his own record. The one rule that may name him."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ....directory.org import Org
from ....kernel.errors import FieldError
from ..builder import Builder
from ..context import Context, Person
from ..contract import Contract
from .rule import RuleType

WHY = {"rule": "initiator"}


@dataclass(frozen=True, slots=True)
class InitiatorRule:
    path: str
    by_values = False

    def candidates(self, context: Context) -> Iterator[Person]:
        yield Person(context.initiator, WHY)

    def fixed(self, org: Org) -> tuple[str, ...]:  # noqa: ARG002
        return ()

    def faults(self, org: Org) -> Iterator[FieldError]:  # noqa: ARG002
        return iter(())


def build(builder: Builder, raw: Mapping[str, Any], path: str) -> InitiatorRule:  # noqa: ARG001
    return InitiatorRule(path)


CONTRACT = Contract("Whoever submitted.", {})

RULE_TYPE = RuleType("initiator", CONTRACT, build)
