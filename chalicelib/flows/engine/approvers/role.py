"""Everybody who holds a role: `{"type": "role", "role": id}`."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ....directory.org import Org
from ....kernel.errors import FieldError
from ..builder import Builder
from ..context import Context, Person
from ..contract import ID, Contract
from .rule import RuleType


@dataclass(frozen=True, slots=True)
class RoleRule:
    path: str
    role: str
    by_values = False

    def candidates(self, context: Context) -> Iterator[Person]:
        why = {"rule": "role", "role_id": self.role}
        for member in context.org.members_with_role(self.role):
            yield Person(member.id, why)

    def fixed(self, org: Org) -> Iterator[str]:
        return (member.id for member in org.members_with_role(self.role))

    def faults(self, org: Org) -> Iterator[FieldError]:
        if self.role not in org.roles:
            yield FieldError.of(f"{self.path}/role", "role_unknown", role=self.role)


def build(builder: Builder, raw: Mapping[str, Any], path: str) -> RoleRule | None:
    if not raw["role"]:
        builder.fault(f"{path}/role", "nobody_named")
        return None
    return RoleRule(path, raw["role"])


CONTRACT = Contract("Everybody who has the role.", {"role": {"anyOf": [ID, {"const": ""}]}}, required=("role",))

RULE_TYPE = RuleType("role", CONTRACT, build, lambda raw: filter(None, [raw["role"]]))
