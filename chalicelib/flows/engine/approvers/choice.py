"""Who is responsible for the chosen option: `{"type": "choice", "field": id, "map": {option: [member ids]}}`.

It is what "the product manager of that product line" means: the form says which line, the map says whose it is.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ....directory.org import Org
from ....kernel.errors import FieldError
from .. import fields
from ..builder import Builder
from ..context import Context, Person
from ..contract import FIELD, IDS, Contract
from .rule import RuleType, unknown_members


@dataclass(frozen=True, slots=True)
class ChoiceRule:
    path: str
    field: str
    people: Mapping[str, tuple[str, ...]]
    by_values = True

    def candidates(self, context: Context) -> Iterator[Person]:
        option = context.values.get(self.field)
        why = {"rule": "choice", "field": self.field, "option": option}
        for member_id in self.people.get(option, ()) if isinstance(option, str) else ():
            yield Person(member_id, why)

    def fixed(self, org: Org) -> Iterator[str]:  # noqa: ARG002
        return (member for members in self.people.values() for member in members)

    def faults(self, org: Org) -> Iterator[FieldError]:
        for option, members in self.people.items():
            yield from unknown_members(org, members, f"{self.path}/map/{option}")


def build(builder: Builder, raw: Mapping[str, Any], path: str) -> ChoiceRule | None:
    """Every option needs somebody: an option without would stop each record that chooses it."""
    found = builder.field(raw["field"], f"{path}/field", (fields.CHOICE,))
    if found is None:
        return None
    people = {option: tuple(members) for option, members in raw["map"].items()}
    for option in people.keys() - found.choices.keys():
        builder.fault(f"{path}/map/{option}", "option_unknown", field=found.name)
    for option, label in found.choices.items():
        if not people.get(option):
            builder.fault(f"{path}/map/{option}", "option_without_people", option=label)
    return ChoiceRule(path, found.id, people)


CONTRACT = Contract(
    "Members by option of a single-choice field.",
    {"field": FIELD, "map": {"type": "object", "maxProperties": 200, "additionalProperties": IDS}},
    required=("field", "map"),
)


def _named(raw: Mapping[str, Any]) -> Iterator[str]:
    return (member for members in raw["map"].values() for member in members)


RULE_TYPE = RuleType("choice", CONTRACT, build, _named)
