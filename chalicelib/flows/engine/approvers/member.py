"""Named members: `{"type": "member", "members": [ids]}`."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ....directory.org import Org
from ....kernel.errors import FieldError
from ..builder import Builder
from ..context import Context, Person
from ..contract import IDS, Contract
from .rule import RuleType, unknown_members

WHY = {"rule": "member"}


@dataclass(frozen=True, slots=True)
class MemberRule:
    path: str
    people: tuple[Person, ...]
    by_values = False

    def candidates(self, context: Context) -> tuple[Person, ...]:  # noqa: ARG002 - other rules look
        return self.people

    def fixed(self, org: Org) -> Iterator[str]:  # noqa: ARG002
        return (person.member for person in self.people)

    def faults(self, org: Org) -> Iterator[FieldError]:
        return unknown_members(org, tuple(each.member for each in self.people), f"{self.path}/members")


def build(builder: Builder, raw: Mapping[str, Any], path: str) -> MemberRule | None:
    if not raw["members"]:
        builder.fault(f"{path}/members", "nobody_named")
        return None
    return MemberRule(path, tuple(Person(each, WHY) for each in raw["members"]))


CONTRACT = Contract("Members by name.", {"members": IDS}, required=("members",))

RULE_TYPE = RuleType("member", CONTRACT, build, lambda raw: raw["members"])
