"""What a rule, a condition or a node may look at when it decides: the organisation, who started, values, the day."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, tzinfo
from typing import Any

from ...directory.org import Org


@dataclass(frozen=True, slots=True)
class Context:
    """`values` are the record's values, by field id, in wire form. `under_way`: the run has begun, so that it must find
    its way on; before that a node without approvers refuses the submission. `at` and `zone` are the moment of the
    decision and the company's zone, for conditions with dates relative to today; `Environment.context` gives them.
    """

    org: Org
    initiator: str
    values: Mapping[str, Any] = field(default_factory=dict)
    under_way: bool = False
    at: datetime = datetime(1970, 1, 1, tzinfo=UTC)
    zone: tzinfo = UTC


@dataclass(frozen=True, slots=True)
class Person:
    """A candidate, and why it is they: the rule and what it went through (ids, levels, the fallback taken)."""

    member: str
    why: Mapping[str, Any]


def unique_active(org: Org, people: list[Person]) -> tuple[Person, ...]:
    """Each active member once, with the first reason that named them. For one who left stands their successor."""
    kept: dict[str, Person] = {}
    for person in people:
        member = org.standing_for(person.member)
        if member is None or member.id in kept:
            continue
        if member.id != person.member:
            person = Person(member.id, {**person.why, "successor_of": person.member})  # noqa: PLW2901
        kept[member.id] = person
    return tuple(kept.values())
