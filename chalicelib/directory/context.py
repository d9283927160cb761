"""What the directory declares of itself. Its events name people who did not ask to be named, so nobody may
subscribe.
"""

from ..edge import AUTHENTICATOR
from ..kernel.contexts import Context, Permission
from . import http, wiring
from .domain.permissions import MEMBERS_MANAGE, ROLES_MANAGE

CONTEXT = Context(
    "directory",
    blueprints=http.BLUEPRINTS,
    permissions=(
        Permission(
            MEMBERS_MANAGE, {"zh-CN": "管理成员、部门和职位", "en": "Manage members, departments and positions"}
        ),
        Permission(ROLES_MANAGE, {"zh-CN": "管理角色", "en": "Manage roles and permissions"}),
    ),
    provides=((AUTHENTICATOR, wiring.authenticator),),
)
