"""The rights that a role may hold, their names, and the roles that every company starts with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...kernel.contexts import Permission, declared
from ...kernel.ids import derived_id
from ...kernel.slugs import derived_key

if TYPE_CHECKING:
    from ..org import Role

ADMINISTRATOR = "*"
"""The permission that holds every other one."""
MEMBERS_MANAGE = "members.manage"
ROLES_MANAGE = "roles.manage"
RECORDS_READ_ALL = "records.read_all"

_ZH, _EN = "zh-CN", "en"


def permissions() -> tuple[Permission, ...]:
    """Every right that a role may hold, as the contexts declare them."""
    return tuple(permission for context in declared() for permission in context.permissions)


def permission_ids() -> frozenset[str]:
    return frozenset(permission.id for permission in permissions())


_BUILTIN = {
    "administrator": {_ZH: "管理员", _EN: "Administrator"},
    "builder": {_ZH: "应用搭建者", _EN: "App builder"},
    "member": {_ZH: "普通成员", _EN: "Member"},
}


def builtin_role_id(tenant_id: str, which: str) -> str:
    """`which` is `administrator`, `builder` or `member`; derived, so that nobody has to look it up."""
    return derived_id("role", tenant_id, which)


def builtin_roles(tenant_id: str, language: str) -> tuple[Role, ...]:
    from ..org import Role

    held = {
        "administrator": frozenset({ADMINISTRATOR}),
        "builder": frozenset(permission.id for permission in permissions() if permission.builds),
        "member": frozenset[str](),
    }
    return tuple(
        Role(builtin_role_id(tenant_id, which), names.get(language, names[_ZH]), held[which], builtin=True)
        for which, names in _BUILTIN.items()
    )


def role_names(role: Role) -> frozenset[str]:
    """What a role is called, in every language: an own role has one name, a builtin one a name for each language."""
    return frozenset(_names(role).values()) or frozenset({role.name})


def role_name(role: Role, language: str) -> str:
    """A builtin role bears the name of the founder's language in its row; it is shown in the reader's."""
    return _names(role).get(language, role.name)


def role_key(role: Role) -> str:
    """Stable and the same in every company for a builtin role, in whichever language it was founded."""
    builtin = (which for which, names in _BUILTIN.items() if role.builtin and role.name in names.values())
    return next(builtin, role.key or derived_key("role", role.id))


def _names(role: Role) -> dict[str, str]:
    if role.builtin:
        for names in _BUILTIN.values():
            if role.name in names.values():
                return names
    return {}


def spelled_out(held: frozenset[str]) -> frozenset[str]:
    """`"*"` as the names that it stands for."""
    return permission_ids() if ADMINISTRATOR in held else held
