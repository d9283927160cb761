"""Who may start a run: everyone, unless the definition names members, roles or departments (with all below them)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ...directory.org import Org
from ...kernel.errors import FieldError

_KINDS = {"member": "members", "role": "roles", "department": "departments"}


@dataclass(frozen=True, slots=True)
class Starters:
    everyone: bool = True
    members: frozenset[str] = frozenset()
    roles: frozenset[str] = frozenset()
    departments: frozenset[str] = frozenset()

    def admit(self, org: Org, member_id: str) -> bool:
        """Whether he may start it. Nobody may who is not active."""
        member = org.active(member_id)
        if member is None:
            return False
        if self.everyone or member_id in self.members or not self.roles.isdisjoint(member.role_ids):
            return True
        return bool(self.departments) and not self.departments.isdisjoint(org.above(member.department_ids))

    def faults(self, org: Org) -> Iterator[FieldError]:
        known: Mapping[str, Mapping[str, Any]] = {
            "member": org.members,
            "role": org.roles,
            "department": org.departments,
        }
        for kind, field in _KINDS.items():
            for each in sorted(getattr(self, field) - known[kind].keys()):
                yield FieldError.of("/initiators", f"{kind}_unknown", **{kind: each})


def starters(raw: Sequence[Mapping[str, Any]] | None) -> Starters:
    """From `[{"type": "member"|"role"|"department", "ids": [...]}]`; nothing, or an empty list, is everyone."""
    if not raw:
        return Starters()
    ids: dict[str, set[str]] = {kind: set() for kind in _KINDS}
    for each in raw:
        ids[each["type"]].update(each["ids"])
    return Starters(False, frozenset(ids["member"]), frozenset(ids["role"]), frozenset(ids["department"]))
