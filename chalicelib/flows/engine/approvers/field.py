"""Whom a field of the form names: `{"type": "field", "field": id, "level": n?}`.

A member field names the approvers themselves; a department field names the department's head (`level` as there).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ....directory.org import Org
from ....kernel.errors import FieldError
from .. import fields
from ..builder import Builder
from ..context import Context, Person
from ..contract import FIELD, LEVEL, Contract
from .department_head import heads
from .rule import RuleType

_DEPARTMENTS = (fields.DEPARTMENT, fields.DEPARTMENTS)


def _listed(value: Any) -> list[str]:
    if not value:
        return []
    return [value] if isinstance(value, str) else list(value)


@dataclass(frozen=True, slots=True)
class FieldRule:
    path: str
    field: str
    names_department: bool
    level: int
    by_values = True

    def candidates(self, context: Context) -> Iterator[Person]:
        for each in _listed(context.values.get(self.field)):
            if self.names_department:
                yield from heads(context.org, each, self.level, rule="field", field=self.field)
            else:
                yield Person(each, {"rule": "field", "field": self.field})

    def fixed(self, org: Org) -> tuple[str, ...]:  # noqa: ARG002
        return ()

    def faults(self, org: Org) -> Iterator[FieldError]:  # noqa: ARG002
        return iter(())


def build(builder: Builder, raw: Mapping[str, Any], path: str) -> FieldRule | None:
    kinds = (fields.MEMBER, fields.MEMBERS, *_DEPARTMENTS)
    found = builder.field(raw["field"], f"{path}/field", kinds)
    if found is None:
        return None
    return FieldRule(path, found.id, found.kind in _DEPARTMENTS, int(raw.get("level", 1)))


CONTRACT = Contract(
    "The members of a member field, or the head of the department of a department field.",
    {"field": FIELD, "level": LEVEL},
    required=("field",),
)

RULE_TYPE = RuleType("field", CONTRACT, build)
