"""A company's own roles and positions: named lists, kept small, dropped only when nobody holds them."""

from collections.abc import Iterable
from dataclasses import replace

from ...kernel.actor import Actor
from ...kernel.errors import FieldError, NotFound
from ...kernel.skeleton import skeleton
from ...kernel.slugs import candidates, first_free
from ..org import Org, Position, Role
from .errors import DirectoryInvalid, PositionInUse, RoleBuiltin, RoleInUse, TooMany
from .members import check_rights
from .permissions import role_key, role_names

MAX_ROLES = 100
MAX_POSITIONS = 300


def the_role(org: Org, role_id: str) -> Role:
    """Raises NotFound."""
    if role_id not in org.roles:
        raise NotFound()
    return org.roles[role_id]


def the_position(org: Org, position_id: str) -> Position:
    """Raises NotFound."""
    if position_id not in org.positions:
        raise NotFound()
    return org.positions[position_id]


def new_role(org: Org, actor: Actor, role: Role) -> Role:
    """Raises TooMany, DirectoryInvalid, BeyondOwnRights."""
    if len(org.roles) >= MAX_ROLES:
        raise TooMany(maximum=MAX_ROLES)
    _check_name(role, org.roles.values())
    check_rights(actor, role.permissions)
    return role


def new_key(org: Org, role: Role) -> str:
    """Made from its name; it stays when the role is renamed."""
    return first_free(candidates(role.name, "role", role.id), {role_key(other) for other in org.roles.values()})


def change_role(org: Org, actor: Actor, role: Role, name: str, permissions: frozenset[str]) -> Role:
    """Raises RoleBuiltin, DirectoryInvalid, BeyondOwnRights."""
    if role.builtin:
        raise RoleBuiltin()
    check_rights(actor, role.permissions ^ permissions)
    changed = replace(role, name=name, permissions=permissions, version=role.version + 1)
    _check_name(changed, org.roles.values())
    return changed


def check_drop_role(org: Org, actor: Actor, role: Role) -> None:
    """Raises RoleBuiltin, RoleInUse, BeyondOwnRights. Who left loses it silently: rights come from roles that exist."""
    if role.builtin:
        raise RoleBuiltin()
    check_rights(actor, role.permissions)
    holders = org.members_with_role(role.id)
    if holders:
        raise RoleInUse(count=len(holders))


def new_position(org: Org, position: Position) -> Position:
    """Raises TooMany, DirectoryInvalid."""
    if len(org.positions) >= MAX_POSITIONS:
        raise TooMany(maximum=MAX_POSITIONS)
    _check_name(position, org.positions.values())
    return position


def change_position(org: Org, position: Position, name: str) -> Position:
    """Raises DirectoryInvalid."""
    changed = replace(position, name=name, version=position.version + 1)
    _check_name(changed, org.positions.values())
    return changed


def check_drop_position(org: Org, position: Position) -> None:
    """Raises PositionInUse."""
    holders = sum(member.active and member.position_id == position.id for member in org.members.values())
    if holders:
        raise PositionInUse(count=holders)


def _check_name(thing: Role | Position, everyone: Iterable[Role | Position]) -> None:
    """A name that looks like another's is taken; one that stays as it is was accepted before."""
    others = list(everyone)
    if any((other.id, other.name) == (thing.id, thing.name) for other in others):
        return
    taken = {skeleton(name) for other in others if other.id != thing.id for name in _names(other)}
    if skeleton(thing.name) in taken:
        raise DirectoryInvalid(fields=[FieldError.of("/name", "name_taken")])


def _names(thing: Role | Position) -> frozenset[str]:
    return role_names(thing) if isinstance(thing, Role) else frozenset({thing.name})
