"""The tree of departments: one root, no circles, dropped only when empty."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from ...kernel.actor import Actor
from ...kernel.errors import FieldError, NotFound
from ...kernel.skeleton import skeleton
from ..org import Department, Org
from .errors import DepartmentNotEmpty, DirectoryInvalid, RootDepartment, TooMany
from .members import check_not_oneself

MAX_DEPARTMENTS = 500
MAX_DEPTH = 15


def the_department(org: Org, department_id: str) -> Department:
    """Raises NotFound."""
    department = org.department(department_id)
    if department is None:
        raise NotFound()
    return department


def new(org: Org, actor: Actor, department: Department) -> Department:
    """Raises DirectoryInvalid, TooMany, NamesYourself."""
    if len(org.departments) >= MAX_DEPARTMENTS:
        raise TooMany(maximum=MAX_DEPARTMENTS)
    _check(org, department)
    _check_heads(org, actor, department, Department("", ""))
    return department


def with_heads(department: Department, wanted: Mapping[str, Any]) -> dict[str, Any]:
    """`wanted` in the words of `Department`. `head_ids` are all heads, the main one first; `head_id` alone means the
    main one, as in the first release, and leaves the others; without one of its own, the next of them is it.

    Raises DirectoryInvalid if both are given and differ.
    """
    plain = dict(wanted)
    if "head_ids" not in plain and "head_id" not in plain:
        return plain
    heads = tuple(plain.pop("head_ids", (plain.get("head_id", ""), *department.other_head_ids)))
    main, *others = dict.fromkeys(filter(None, heads)) or ("",)
    if "head_id" in plain and plain["head_id"] not in ("", main):
        raise DirectoryInvalid(fields=[FieldError.of("/head_id", "main_differs")])
    return {**plain, "head_id": main, "other_head_ids": tuple(others)}


def change(org: Org, actor: Actor, department: Department, wanted: Mapping[str, Any]) -> Department:
    """The department with `wanted` (name, parent_id, head_ids or head_id) put on it.

    Raises DirectoryInvalid, RootDepartment, NamesYourself.
    """
    changed = replace(department, **with_heads(department, wanted))
    if changed.parent_id != department.parent_id and not department.parent_id:
        raise RootDepartment()
    if changed.parent_id in org.within(department.id):
        raise DirectoryInvalid(fields=[FieldError.of("/parent_id", "department_cycle")])
    _check(org, changed)
    _check_heads(org, actor, changed, department)
    return changed


def check_drop(org: Org, department: Department) -> None:
    """Raises RootDepartment, DepartmentNotEmpty. Members who left do not hold it: they keep an id that is no more."""
    if not department.parent_id:
        raise RootDepartment()
    members = len(org.members_of(department.id))
    below = sum(each.parent_id == department.id for each in org.departments.values())
    if members or below:
        raise DepartmentNotEmpty(members=members, departments=below)


def _check_heads(org: Org, actor: Actor, department: Department, before: Department) -> None:
    """A head is an active member, of whichever department: who runs two may be placed in one. Those of `before` stay,
    also when they left: their successor stands for them. Nobody makes themself a head, nor the main one of several.
    """
    known = before.head_ids
    new = {number: each for number, each in enumerate(department.head_ids) if each not in known}
    unknown = [number for number, each in new.items() if org.active(each) is None]
    if unknown:
        raise DirectoryInvalid(fields=[FieldError.of(_path_of_head(number), "unknown_member") for number in unknown])
    promoted = (department.head_id,) if department.head_id != before.head_id else ()
    for each in (*new.values(), *promoted):
        check_not_oneself(actor, each)


def _path_of_head(number: int) -> str:
    return f"/head_ids/{number}" if number else "/head_id"


def _check(org: Org, department: Department) -> None:
    faults = []
    is_root = department.id in org.departments and not org.departments[department.id].parent_id
    if not is_root and department.parent_id not in org.departments:
        faults.append(FieldError.of("/parent_id", "unknown_department"))
    elif _depth_with(org, department) > MAX_DEPTH:
        faults.append(FieldError.of("/parent_id", "department_too_deep", maximum=MAX_DEPTH))
    if _name_taken(org, department):
        faults.append(FieldError.of("/name", "name_taken"))
    if faults:
        raise DirectoryInvalid(fields=faults)


def _name_taken(org: Org, department: Department) -> bool:
    """Whether a sister's name looks the same; a name that stays in its place was accepted before."""
    before = org.departments.get(department.id)
    if before and (before.name, before.parent_id) == (department.name, department.parent_id):
        return False
    sisters = [each for each in org.departments.values() if each.parent_id == department.parent_id]
    return any(each.id != department.id and skeleton(each.name) == skeleton(department.name) for each in sisters)


def _depth_with(org: Org, department: Department) -> int:
    """Levels from the root to the lowest department below this one, were it where it wants to be."""
    above = sum(1 for _ in org.upwards(department.parent_id))
    own = sum(1 for _ in org.upwards(department.id))
    below = max((sum(1 for _ in org.upwards(each)) for each in org.within(department.id)), default=own)
    return above + 1 + below - own
