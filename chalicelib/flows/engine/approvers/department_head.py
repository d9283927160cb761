"""The head of a department: `{"type": "department_head", "department": id?, "level": n?}`.

Without `department` it is the initiator's own. Level 1 is the department itself, 2 the one above it, and so on.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ....directory.org import Org
from ....kernel.errors import FieldError
from ..builder import Builder
from ..context import Context, Person
from ..contract import ID, LEVEL, Contract
from .rule import RuleType


def heads(org: Org, department_id: str, level: int, **why: Any) -> Iterator[Person]:
    for head in org.heads_of(department_id, level):
        yield Person(head.id, {**why, "department_id": department_id, "level": level})


@dataclass(frozen=True, slots=True)
class DepartmentHeadRule:
    """`department` "" is the initiator's."""

    path: str
    department: str
    level: int
    by_values = False

    def candidates(self, context: Context) -> Iterator[Person]:
        member = context.org.members.get(context.initiator)
        department = self.department or (member.department_id if member else "")
        return heads(context.org, department, self.level, rule="department_head")

    def fixed(self, org: Org) -> Iterator[str]:
        found = org.heads_of(self.department, self.level) if self.department else ()
        return (head.id for head in found)

    def faults(self, org: Org) -> Iterator[FieldError]:
        if self.department and self.department not in org.departments:
            yield FieldError.of(f"{self.path}/department", "department_unknown", department=self.department)


def build(builder: Builder, raw: Mapping[str, Any], path: str) -> DepartmentHeadRule:  # noqa: ARG001
    return DepartmentHeadRule(path, raw.get("department", ""), int(raw.get("level", 1)))


CONTRACT = Contract(
    "Without a department: the initiator's. Level 1 is the department itself, 2 the one above it.",
    {"department": ID, "level": LEVEL},
)

RULE_TYPE = RuleType("department_head", CONTRACT, build, lambda raw: filter(None, [raw.get("department")]))
