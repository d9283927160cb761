"""One case for every route: a body that would pass, and where it holds ids. A route without a case fails.

`ids["member"]` in a builder marks a place where an id goes; the matrix replaces one place after the other by the id of
another company and by one that never was. Ids in the path are found by the name of the parameter.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from .world import PASSWORD

Ids = Mapping[str, str]
Build = Callable[[Ids], dict[str, Any]]

PATH_KINDS: dict[str, str] = {}
"""Parameters whose name is not `<kind>_id` of the thing they name."""


def _nothing(ids: Ids) -> dict[str, Any]:
    return {}


@dataclass(frozen=True)
class Case:
    """`own` are the statuses of an administrator's call with ids of his own company: the proof that the case would
    get through if it were not for the foreign id. `place` are path ids that differ from `<kind>_id`.
    """

    body: Build = _nothing
    query: Build = _nothing
    own: tuple[int, ...] = (200, 201, 202, 204)
    path: Mapping[str, str] = field(default_factory=dict)


NEW_PASSWORD = "another good phrase"

EDGE = {
    "GET /v1/health": Case(),
    "GET /v1/openapi.json": Case(),
}

TENANCY = {
    "GET /v1/company": Case(),
    "PUT /v1/company": Case(lambda ids: {"name": "新名", "language": "en", "zone": "Asia/Shanghai"}),
    "GET /v1/audit": Case(query=lambda ids: {"actor_id": ids["member"], "target_id": ids["department"]}),
}

IDENTITY = {
    "POST /v1/session": Case(
        lambda ids: {"email": "nobody@example.cn", "password": PASSWORD, "tenant_id": ids["tenant"]}, own=(422, 401)
    ),
    "GET /v1/session": Case(),
    "DELETE /v1/session": Case(),
    "POST /v1/session/refresh": Case(),
    "POST /v1/session/switch": Case(lambda ids: {"tenant_id": ids["tenant"]}),
    "GET /v1/sessions": Case(),
    "DELETE /v1/sessions/{session_id}": Case(),
    "POST /v1/password": Case(lambda ids: {"old_password": PASSWORD, "password": NEW_PASSWORD}),
    "POST /v1/password/reset-request": Case(lambda ids: {"email": "nobody@example.cn"}),
    "POST /v1/password/reset": Case(lambda ids: {"token": "x" * 60, "password": NEW_PASSWORD}, own=(422,)),
}

DIRECTORY = {
    "POST /v1/sign-up": Case(
        lambda ids: {
            "company": "另一家",
            "name": "王",
            "email": "new@third.example.cn",
            "password": PASSWORD,
            "language": "zh-CN",
        }
    ),
    "POST /v1/sign-up/verify": Case(lambda ids: {"token": "x" * 60}, own=(422,)),
    "GET /v1/me": Case(),
    "PUT /v1/me": Case(lambda ids: {"name": "王总", "language": "en"}),
    "GET /v1/members": Case(query=lambda ids: {"department_id": ids["department"]}),
    "GET /v1/members/{member_id}": Case(),
    "PUT /v1/members/{member_id}": Case(
        lambda ids: {
            "department_id": ids["department"],
            "position_id": ids["position"],
            "manager_id": ids["administrator"],
            "role_ids": [ids["role"]],
        }
    ),
    "POST /v1/members/{member_id}/deactivate": Case(lambda ids: {"successor_id": ids["administrator"]}),
    "POST /v1/members/{member_id}/reactivate": Case(own=(200, 409)),
    "GET /v1/departments": Case(),
    "POST /v1/departments": Case(lambda ids: {"name": "新部门", "parent_id": ids["root"], "head_id": ids["member"]}),
    "PUT /v1/departments/{department_id}": Case(
        lambda ids: {"name": "改名", "parent_id": ids["root"], "head_id": ids["member"]}
    ),
    "DELETE /v1/departments/{department_id}": Case(),
    "GET /v1/positions": Case(),
    "POST /v1/positions": Case(lambda ids: {"name": "新职位"}),
    "PUT /v1/positions/{position_id}": Case(lambda ids: {"name": "改名"}),
    "DELETE /v1/positions/{position_id}": Case(),
    "GET /v1/permissions": Case(),
    "GET /v1/roles": Case(),
    "POST /v1/roles": Case(lambda ids: {"name": "新角色", "permissions": ["audit.read"]}),
    "PUT /v1/roles/{role_id}": Case(lambda ids: {"name": "改名", "permissions": []}),
    "DELETE /v1/roles/{role_id}": Case(),
    "GET /v1/invitations": Case(),
    "POST /v1/invitations": Case(
        lambda ids: {
            "email": "fresh@attacker.example.cn",
            "name": "新人",
            "department_id": ids["department"],
            "position_id": ids["position"],
            "manager_id": ids["member"],
            "role_ids": [ids["role"]],
        }
    ),
    "DELETE /v1/invitations/{invitation_id}": Case(),
    "POST /v1/invitations/{invitation_id}/resend": Case(),
    "POST /v1/invitations/look": Case(lambda ids: {"token": "x" * 60}, own=(422,)),
    "POST /v1/invitations/accept": Case(lambda ids: {"token": "x" * 60, "password": PASSWORD}, own=(422,)),
}

_WEBHOOK = {"url": "https://93.184.215.14/other", "event_types": ["integrations.*"]}

INTEGRATIONS = {
    "GET /v1/events/catalogue": Case(),
    "GET /v1/webhooks": Case(),
    "POST /v1/webhooks": Case(lambda ids: _WEBHOOK),
    "GET /v1/webhooks/{webhook_id}": Case(),
    "PUT /v1/webhooks/{webhook_id}": Case(lambda ids: _WEBHOOK),
    "DELETE /v1/webhooks/{webhook_id}": Case(),
    "POST /v1/webhooks/{webhook_id}/rotate-secret": Case(),
    "POST /v1/webhooks/{webhook_id}/test": Case(),
    "GET /v1/webhooks/{webhook_id}/deliveries": Case(),
    "POST /v1/webhooks/{webhook_id}/deliveries/{delivery_id}/resend": Case(),
}

CASES: dict[str, Case] = EDGE | TENANCY | IDENTITY | DIRECTORY | INTEGRATIONS
