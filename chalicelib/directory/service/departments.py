"""Use cases on the tree of departments."""

from collections.abc import Collection
from dataclasses import replace
from typing import Any

from ...kernel.errors import Stale
from ...kernel.ids import new_id
from ...kernel.unit_of_work import UnitOfWork
from .. import events
from ..domain import departments as rules
from ..domain.names import with_clean_name
from ..domain.uses import check_unused
from ..org import Department, Org
from .ports import FirstStepStore, OrgStore, Tenancy, UsesOf


class Departments:
    def __init__(self, orgs: OrgStore, steps: FirstStepStore, tenancy: Tenancy, uses_of: UsesOf) -> None:
        self._orgs = orgs
        self._steps = steps
        self._tenancy = tenancy
        self._uses_of = uses_of

    def add(self, work: UnitOfWork, wanted: dict[str, Any]) -> tuple[Org, Department]:
        """`wanted`: name, parent_id, head_ids or head_id. Raises DirectoryInvalid, TooMany, NamesYourself."""
        org = self._orgs.get(work)
        plain = rules.with_heads(Department("", ""), with_clean_name(wanted))
        department = rules.new(org, work.actor, Department(new_id(), **plain))
        self._orgs.add_department(work, department)
        self._steps.tick(work, "department_added", *_headed((), department.head_ids))
        self._tell(work, department.id, events.CREATED, after=_shown(department))
        return org, replace(department, version=1)

    def change(
        self, work: UnitOfWork, department_id: str, version: int, wanted: dict[str, Any]
    ) -> tuple[Org, Department]:
        """Raises NotFound, Stale, DirectoryInvalid, RootDepartment, NamesYourself."""
        org = self._orgs.get(work)
        before = _expected(org, department_id, version)
        changed = rules.change(org, work.actor, before, with_clean_name(wanted))
        self._orgs.change_department(work, changed)
        self._steps.tick(work, *_headed(before.head_ids, changed.head_ids))
        self._tell(work, department_id, events.CHANGED, before=_shown(before), after=_shown(changed))
        return org, replace(changed, version=version + 1)

    def drop(self, work: UnitOfWork, department_id: str, version: int) -> None:
        """Raises NotFound, Stale, RootDepartment, DepartmentNotEmpty, InUse."""
        org = self._orgs.get(work)
        department = _expected(org, department_id, version)
        rules.check_drop(org, department)
        check_unused(department.name, self._uses_of(work, [department_id]))
        self._orgs.drop_department(work, department)
        self._tell(work, department_id, events.REMOVED, before=_shown(department))

    def _tell(self, work: UnitOfWork, department_id: str, change: str, **sides: dict[str, Any]) -> None:
        self._tenancy.audit(work, f"department.{change}", "department", department_id, **sides)
        work.emit(events.department_changed(department_id, change))


def _headed(before: Collection[str], after: Collection[str]) -> tuple[str, ...]:
    return () if set(after) <= set(before) else ("head_named",)


def _expected(org: Org, department_id: str, version: int) -> Department:
    department = rules.the_department(org, department_id)
    if department.version != version:
        raise Stale()
    return department


def _shown(department: Department) -> dict[str, Any]:
    return {
        "name": department.name,
        "parent_id": department.parent_id,
        "head_id": department.head_id,
        **({"other_head_ids": list(department.other_head_ids)} if department.other_head_ids else {}),
    }
