"""Who acts, for which tenant, with which rights: made once per request from the session, then only passed on."""

from dataclasses import dataclass

from .ids import SYSTEM_TENANT


@dataclass(frozen=True, slots=True)
class Actor:
    """`permissions` are names such as `forms.build`; `"*"` is the administrator's. `member_id` "" is the system."""

    tenant_id: str
    member_id: str = ""
    name: str = ""
    permissions: frozenset[str] = frozenset()
    role_ids: frozenset[str] = frozenset()
    department_id: str = ""
    session_id: str = ""
    language: str = "zh-CN"
    ip: str = ""
    correlation_id: str = ""
    read_only: bool = False
    """The tenant's trial is over: it may look, not write."""

    def may(self, permission: str) -> bool:
        return permission in self.permissions or "*" in self.permissions

    @property
    def is_system(self) -> bool:
        return self.member_id == ""


def system_actor(tenant_id: str = SYSTEM_TENANT, correlation_id: str = "") -> Actor:
    """The platform itself: consumers, steps and schedules act as it, for one tenant."""
    return Actor(tenant_id, permissions=frozenset({"*"}), correlation_id=correlation_id)
