"""Named members: `{"type": "member", "members": [ids]}`."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ....directory.org import Org
from ....kernel.errors import FieldError, Named
from ..builder import Builder
from ..context import Context, Person
from .rule import RuleType

WHY = {"rule": "member"}


def unknown_members(org: Org, members: tuple[str, ...], path: str) -> Iterator[FieldError]:
    """A fault for each id that is no active member, and for which no successor stands."""
    for position, member_id in enumerate(members):
        if org.standing_for(member_id) is None:
            known = org.member(member_id)
            member = known.name if known else Named(member_id, code="somebody_unknown")
            yield FieldError.of(f"{path}/{position}", "member_unknown", member=member)


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


RULE_TYPE = RuleType("member", build, lambda raw: raw["members"])
