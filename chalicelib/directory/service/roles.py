"""Use cases on roles and positions, the two named lists of a company."""

from dataclasses import replace
from typing import Any

from ...kernel.errors import Stale
from ...kernel.ids import new_id
from ...kernel.unit_of_work import UnitOfWork
from .. import events
from ..domain import roles as rules
from ..domain.names import clean
from ..domain.uses import check_unused
from ..org import Org, Position, Role
from .ports import FirstStepStore, OrgStore, Tenancy, UsesOf


class Roles:
    def __init__(self, orgs: OrgStore, steps: FirstStepStore, tenancy: Tenancy, uses_of: UsesOf) -> None:
        self._orgs = orgs
        self._steps = steps
        self._tenancy = tenancy
        self._uses_of = uses_of

    def add(self, work: UnitOfWork, name: str, permissions: frozenset[str]) -> tuple[Org, Role]:
        """Raises TooMany, DirectoryInvalid, BeyondOwnRights."""
        org = self._orgs.get(work)
        role = rules.new_role(org, work.actor, Role(new_id(), clean(name), permissions))
        role = replace(role, key=rules.new_key(org, role))
        self._orgs.change_roles(work, [*org.roles.values(), role])
        self._steps.tick(work, "role_added")
        self._tell(work, role.id, events.CREATED, after=_shown(role))
        return org, role

    def change(
        self, work: UnitOfWork, role_id: str, version: int, name: str, permissions: frozenset[str]
    ) -> tuple[Org, Role]:
        """Raises NotFound, Stale, RoleBuiltin, DirectoryInvalid, BeyondOwnRights."""
        org = self._orgs.get(work)
        before = _expected(org, role_id, version)
        role = rules.change_role(org, work.actor, before, clean(name), permissions)
        self._orgs.change_roles(work, {**org.roles, role_id: role}.values())
        self._tell(work, role_id, events.CHANGED, before=_shown(before), after=_shown(role))
        return org, role

    def drop(self, work: UnitOfWork, role_id: str, version: int) -> None:
        """Raises NotFound, Stale, RoleBuiltin, RoleInUse, InUse, BeyondOwnRights."""
        org = self._orgs.get(work)
        role = _expected(org, role_id, version)
        rules.check_drop_role(org, work.actor, role)
        check_unused(role.name, self._uses_of(work, [role_id]))
        self._orgs.change_roles(work, [each for each in org.roles.values() if each.id != role_id])
        self._tell(work, role_id, events.REMOVED, before=_shown(role))

    def _tell(self, work: UnitOfWork, role_id: str, change: str, **sides: dict[str, Any]) -> None:
        self._tenancy.audit(work, f"role.{change}", "role", role_id, **sides)
        work.emit(events.role_changed(role_id, change))


class Positions:
    def __init__(self, orgs: OrgStore, tenancy: Tenancy, uses_of: UsesOf) -> None:
        self._orgs = orgs
        self._tenancy = tenancy
        self._uses_of = uses_of

    def add(self, work: UnitOfWork, name: str) -> Position:
        """Raises TooMany, DirectoryInvalid."""
        org = self._orgs.get(work)
        position = rules.new_position(org, Position(new_id(), clean(name)))
        self._orgs.change_positions(work, [*org.positions.values(), position])
        self._tenancy.audit(work, "position.created", "position", position.id, after={"name": position.name})
        return position

    def change(self, work: UnitOfWork, position_id: str, version: int, name: str) -> Position:
        """Raises NotFound, Stale, DirectoryInvalid."""
        org = self._orgs.get(work)
        before = _expected_position(org, position_id, version)
        position = rules.change_position(org, before, clean(name))
        self._orgs.change_positions(work, {**org.positions, position_id: position}.values())
        self._tenancy.audit(
            work,
            "position.changed",
            "position",
            position_id,
            before={"name": before.name},
            after={"name": position.name},
        )
        return position

    def drop(self, work: UnitOfWork, position_id: str, version: int) -> None:
        """Raises NotFound, Stale, PositionInUse, InUse."""
        org = self._orgs.get(work)
        position = _expected_position(org, position_id, version)
        rules.check_drop_position(org, position)
        check_unused(position.name, self._uses_of(work, [position_id]))
        self._orgs.change_positions(work, [each for each in org.positions.values() if each.id != position_id])
        self._tenancy.audit(work, "position.removed", "position", position_id, before={"name": position.name})


def _expected(org: Org, role_id: str, version: int) -> Role:
    role = rules.the_role(org, role_id)
    if role.version != version:
        raise Stale()
    return role


def _expected_position(org: Org, position_id: str, version: int) -> Position:
    position = rules.the_position(org, position_id)
    if position.version != version:
        raise Stale()
    return position


def _shown(role: Role) -> dict[str, Any]:
    return {"name": role.name, "permissions": sorted(role.permissions)}
