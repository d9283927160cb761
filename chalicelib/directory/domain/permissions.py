"""The rights that a role may hold, their names, and the roles that every company starts with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...kernel.ids import derived_id

if TYPE_CHECKING:
    from ..org import Role

ADMINISTRATOR = "*"
"""The permission that holds every other one."""
COMPANY_MANAGE = "company.manage"
MEMBERS_MANAGE = "members.manage"
ROLES_MANAGE = "roles.manage"
RECORDS_READ_ALL = "records.read_all"

_ZH, _EN = "zh-CN", "en"


@dataclass(frozen=True, slots=True)
class Permission:
    id: str
    names: dict[str, str]

    def name(self, language: str) -> str:
        return self.names.get(language, self.names[_ZH])


PERMISSIONS = (
    Permission(COMPANY_MANAGE, {_ZH: "管理公司信息", _EN: "Manage the company"}),
    Permission(MEMBERS_MANAGE, {_ZH: "管理成员、部门和职位", _EN: "Manage members, departments and positions"}),
    Permission(ROLES_MANAGE, {_ZH: "管理角色", _EN: "Manage roles and permissions"}),
    Permission("forms.build", {_ZH: "搭建表单", _EN: "Build forms"}),
    Permission("flows.build", {_ZH: "搭建流程", _EN: "Build flows"}),
    Permission(RECORDS_READ_ALL, {_ZH: "查看全部单据", _EN: "Read all records"}),
    Permission("webhooks.manage", {_ZH: "管理 Webhook", _EN: "Manage webhooks"}),
    Permission("audit.read", {_ZH: "查看审计日志", _EN: "Read the audit log"}),
)
PERMISSION_IDS = frozenset(permission.id for permission in PERMISSIONS)

_BUILTIN = {
    "administrator": ({_ZH: "管理员", _EN: "Administrator"}, frozenset({ADMINISTRATOR})),
    "builder": (
        {_ZH: "应用搭建者", _EN: "App builder"},
        frozenset({"forms.build", "flows.build", RECORDS_READ_ALL}),
    ),
    "member": ({_ZH: "普通成员", _EN: "Member"}, frozenset[str]()),
}


def builtin_role_id(tenant_id: str, which: str) -> str:
    """`which` is `administrator`, `builder` or `member`; derived, so that nobody has to look it up."""
    return derived_id("role", tenant_id, which)


def builtin_roles(tenant_id: str, language: str) -> tuple[Role, ...]:
    from ..org import Role

    return tuple(
        Role(builtin_role_id(tenant_id, which), names.get(language, names[_ZH]), permissions, builtin=True)
        for which, (names, permissions) in _BUILTIN.items()
    )


def role_names(role: Role) -> frozenset[str]:
    """What a role is called, in every language: an own role has one name, a builtin one a name for each language."""
    return frozenset(_names(role).values()) or frozenset({role.name})


def role_name(role: Role, language: str) -> str:
    """A builtin role bears the name of the founder's language in its row; it is shown in the reader's."""
    return _names(role).get(language, role.name)


def _names(role: Role) -> dict[str, str]:
    if role.builtin:
        for names, _ in _BUILTIN.values():
            if role.name in names.values():
                return names
    return {}


def spelled_out(permissions: frozenset[str]) -> frozenset[str]:
    """`"*"` as the names that it stands for."""
    return PERMISSION_IDS if ADMINISTRATOR in permissions else permissions
