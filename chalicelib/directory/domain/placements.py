"""Where a member stands: several departments and positions, one of each the main one.

The API takes a place in two ways: `departments`, all of them with the main one first, or `department_id` and
`position_id` alone, as the first release did, which mean the main one and leave the others as they are.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ...kernel.errors import FieldError
from ..org import Org, OrgMember, Placement
from .errors import DirectoryInvalid

MAX_PLACEMENTS = 20
"""Departments a member, and positions beside them; the contracts say so too."""

MAIN = ("department_id", "position_id")


def unfolded(member: OrgMember, wanted: Mapping[str, Any]) -> dict[str, Any]:
    """`wanted` in the words of `OrgMember`: `departments` as the main ones and `other_placements`.

    Raises DirectoryInvalid if a department is named twice, or a main one otherwise than in `departments`.
    """
    plain = dict(wanted)
    if "other_position_ids" in plain:
        plain["other_position_ids"] = tuple(plain["other_position_ids"])
    if "departments" not in plain:
        moved = plain.get("department_id", member.department_id)
        others = tuple(each for each in member.other_placements if each.department_id != moved)
        return plain if others == member.other_placements else {**plain, "other_placements": others}
    main, *further = [
        Placement(each["department_id"], each.get("position_id", "")) for each in plain.pop("departments")
    ]
    faults = [
        FieldError.of(f"/{name}", "main_differs")
        for name in MAIN
        if name in plain and plain[name] != getattr(main, name)
    ]
    faults += _repeated([main, *further])
    if faults:
        raise DirectoryInvalid(fields=faults)
    return {
        **plain,
        "department_id": main.department_id,
        "position_id": main.position_id,
        "other_placements": tuple(further),
    }


def faults_of_others(org: Org, member: OrgMember, wanted: Mapping[str, Any]) -> Iterator[FieldError]:
    """What further departments and positions name that is not there. What stays as it is was accepted before."""
    for number, each in enumerate(wanted.get("other_placements", ()), start=1):
        if each in member.other_placements:
            continue
        if each.department_id not in org.departments:
            yield FieldError.of(f"/departments/{number}/department_id", "unknown_department")
        if each.position_id and each.position_id not in org.positions:
            yield FieldError.of(f"/departments/{number}/position_id", "unknown_position")
    for number, position_id in enumerate(wanted.get("other_position_ids", ())):
        if position_id not in member.other_position_ids and position_id not in org.positions:
            yield FieldError.of(f"/other_position_ids/{number}", "unknown_position")


def _repeated(placements: Sequence[Placement]) -> Iterator[FieldError]:
    seen: set[str] = set()
    for number, each in enumerate(placements):
        if each.department_id in seen:
            yield FieldError.of(f"/departments/{number}/department_id", "named_twice")
        seen.add(each.department_id)
