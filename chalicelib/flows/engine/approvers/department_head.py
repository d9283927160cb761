"""The heads of a department: `{"type": "department_head", "department": id?, "departments": which?, "level": n?}`.

Without `department` it is the initiator's own: their `main` one, or `all`. A department may have several heads, and
all of them are asked. Level 1 is the department itself, 2 the one above it, and so on.
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

MAIN, ALL = "main", "all"


def heads(org: Org, department_id: str, level: int, **why: Any) -> Iterator[Person]:
    for head in org.heads_of(department_id, level):
        yield Person(head.id, {**why, "department_id": department_id, "level": level})


@dataclass(frozen=True, slots=True)
class DepartmentHeadRule:
    """`department` "" is the initiator's: the main one, or `every` one."""

    path: str
    department: str
    level: int
    every: bool = False
    by_values = False

    def candidates(self, context: Context) -> Iterator[Person]:
        for department in self._departments(context):
            yield from heads(context.org, department, self.level, rule="department_head")

    def _departments(self, context: Context) -> tuple[str, ...]:
        if self.department:
            return (self.department,)
        member = context.org.members.get(context.initiator)
        own = member.department_ids if member else ()
        return own if self.every else own[:1]

    def fixed(self, org: Org) -> Iterator[str]:
        found = org.heads_of(self.department, self.level) if self.department else ()
        return (head.id for head in found)

    def faults(self, org: Org) -> Iterator[FieldError]:
        if self.department and self.department not in org.departments:
            yield FieldError.of(f"{self.path}/department", "department_unknown", department=self.department)


def build(builder: Builder, raw: Mapping[str, Any], path: str) -> DepartmentHeadRule:  # noqa: ARG001
    every = raw.get("departments", MAIN) == ALL
    return DepartmentHeadRule(path, raw.get("department", ""), int(raw.get("level", 1)), every)


CONTRACT = Contract(
    "Without a department: the initiator's main one, or all of theirs. Every head of it is asked. Level 1 is the "
    "department itself, 2 the one above it.",
    {"department": ID, "departments": {"enum": [MAIN, ALL]}, "level": LEVEL},
)

RULE_TYPE = RuleType("department_head", CONTRACT, build, lambda raw: filter(None, [raw.get("department")]))
