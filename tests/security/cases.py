"""One case for every route: a body that would pass, and where it holds ids. A route without a case fails.

`ids["member"]` in a builder marks a place where an id goes; the matrix replaces one place after the other by the id of
another company and by one that never was. Ids in the path are found by the name of the parameter.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from .company_fixture import PASSWORD

Ids = Mapping[str, str]
Build = Callable[[Ids], dict[str, Any]]


def _nothing(ids: Ids) -> dict[str, Any]:
    return {}


@dataclass(frozen=True)
class Case:
    """`own` are the statuses of an administrator's call with ids of his own company: the proof that the case would
    get through if it were not for the foreign id. `path` names the kind of a parameter that is not `<kind>_id` of the
    thing that the case needs; `fixed` are parameters that are no ids. A `draft` keeps whatever its builder wrote, as
    a text would; what it names is looked up when it is checked or published.
    """

    body: Build = _nothing
    query: Build = _nothing
    own: tuple[int, ...] = (200, 201, 202, 204)
    path: Mapping[str, str] = field(default_factory=dict)
    fixed: Mapping[str, str] = field(default_factory=dict)
    draft: bool = False


NEW_PASSWORD = "another good phrase"

EDGE = {
    "GET /v1/health": Case(),
    "GET /v1/openapi.json": Case(),
    "GET /v1/operator": Case(),
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
    "POST /v1/password/reset": Case(lambda ids: {"token": "x" * 60, "password": NEW_PASSWORD}, own=(409,)),
}

DIRECTORY = {
    "GET /v1/me/delegations": Case(),
    "POST /v1/me/delegations": Case(
        lambda ids: {"to_id": ids["member"], "from_at": "2099-01-01T00:00:00Z", "to_at": "2099-02-01T00:00:00Z"}
    ),
    "DELETE /v1/me/delegations/{delegation_id}": Case(),
    "GET /v1/calendar/{year}": Case(fixed={"year": "2026"}),
    "PUT /v1/calendar/{year}": Case(
        lambda ids: {"holidays": ["2027-10-01"], "workdays": ["2027-10-09"]}, fixed={"year": "2027"}
    ),
    "POST /v1/sign-up": Case(
        lambda ids: {
            "company": "另一家",
            "name": "王",
            "email": "new@third.example.cn",
            "password": PASSWORD,
            "language": "zh-CN",
        }
    ),
    "POST /v1/sign-up/verify": Case(lambda ids: {"token": "x" * 60}, own=(409,)),
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
    "POST /v1/members/{member_id}/deactivate": Case(lambda ids: {"successor_id": ids["builder"]}),
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
    "POST /v1/invitations/look": Case(lambda ids: {"token": "x" * 60}, own=(409,)),
    "POST /v1/invitations/accept": Case(lambda ids: {"token": "x" * 60, "password": PASSWORD}, own=(409,)),
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

JOBS = {
    "GET /v1/jobs": Case(),
    "GET /v1/jobs/{job_id}": Case(),
    "POST /v1/jobs/{job_id}/stop": Case(),
    "POST /v1/jobs/{job_id}/resume": Case(own=(409,)),
}

NOTIFICATIONS = {
    "GET /v1/me/notifications": Case(),
    "PUT /v1/me/notifications": Case(lambda ids: {"todo": True, "outcome": False, "cc": True}),
}

_FORM_FIELDS = [{"id": f"a_{kind}", "type": kind, "name": kind} for kind in ("text", "member", "department")]


def _form(ids: Ids) -> dict[str, Any]:
    everybody = {"roles": [ids["role"]], "departments": [ids["department"]], "members": [ids["member"]]}
    access = {"submit": everybody, "read_all": {"roles": [ids["role"]]}, "edit_all": {"roles": [ids["role"]]}}
    files = {"id": "a_attachment", "type": "attachment", "name": "附件"}
    link = {"id": "a_link", "type": "link", "name": "关联", "options": {"forms": [ids["target_form"]]}}
    return {
        "name": "表",
        "fields": [*_FORM_FIELDS, files, link],
        "title": "{a_text}",
        "list": ["a_text"],
        "access": access,
    }


def _values(ids: Ids) -> dict[str, Any]:
    people = {"a_member": ids["member"], "a_department": ids["department"]}
    return {"values": {"a_text": "文", **people, "a_attachment": [{"id": ids["upload"]}], "a_link": ids["target"]}}


def _flow(ids: Ids) -> dict[str, Any]:
    rules = [{"type": "member", "members": [ids["member"]]}, {"type": "role", "role": ids["role"]}]
    empty = {"action": "assign", "members": [ids["administrator"]]}
    approve = {"type": "approve", "id": "one", "name": "审批", "mode": "any", "approvers": rules, "empty": empty}
    cc = {"type": "cc", "id": "cc", "name": "抄送", "recipients": [{"type": "member", "members": [ids["member"]]}]}
    initiators = [{"type": "member", "ids": [ids["member"]]}, {"type": "department", "ids": [ids["department"]]}]
    return {"form_id": ids["form"], "name": "流程", "steps": [approve, cc], "initiators": initiators}


def _test(ids: Ids, **of_field: str) -> dict[str, Any]:
    """A condition that holds ids: `_test(ids, a_member="member")`."""
    return {"all": [{"field": name, "op": "eq", "value": ids[kind]} for name, kind in of_field.items()]}


def _query(**of_field: str) -> Build:
    """A filter of a record list that holds ids: `_query(a_member="member")`."""

    def build(ids: Ids) -> dict[str, Any]:
        terms = [{"field": name, "op": "eq", "value": ids[kind]} for name, kind in of_field.items()]
        return {"filter": json.dumps(terms)}

    return build


def _of_form(ids: Ids) -> dict[str, Any]:
    return {"form_id": ids["form"]}


APPS = {
    "GET /v1/apps": Case(),
    "POST /v1/apps": Case(lambda ids: {"name": "采购中心", "icon": "truck"}),
    "POST /v1/apps/order": Case(lambda ids: {"ids": [ids["app"]]}, own=(422,)),
    "PUT /v1/apps/{app_id}": Case(lambda ids: {"name": "供应链", "menu": [{"kind": "form", "id": ids["form"]}]}),
    "DELETE /v1/apps/{app_id}": Case(own=(409,)),
}

FORMS = {
    "POST /v1/forms/{form_id}/place": Case(lambda ids: {"app_id": ids["app"]}),
    "GET /v1/forms/by-key/{key}": Case(fixed={"key": "general.nothing"}, own=(404,)),
    "GET /v1/forms": Case(),
    "POST /v1/forms": Case(_form, query=lambda ids: {"app_id": ids["app"]}, draft=True),
    "GET /v1/forms/{form_id}": Case(),
    "PUT /v1/forms/{form_id}": Case(_form, draft=True),
    "POST /v1/forms/{form_id}/archive": Case(lambda ids: {"archived": True}),
    "POST /v1/forms/{form_id}/attachments": Case(
        lambda ids: {"field": "a_attachment", "name": "a.pdf", "content_type": "application/pdf", "size": 4}
    ),
    "GET /v1/forms/{form_id}/bin": Case(),
    "POST /v1/spreadsheets": Case(
        lambda ids: {"name": "a.csv", "content_type": "text/csv", "size": 4},
    ),
    "POST /v1/spreadsheets/read": Case(lambda ids: {"upload_id": ids["spreadsheet"]}),
    "POST /v1/forms/{form_id}/imports": Case(lambda ids: {"upload_id": ids["spreadsheet"]}),
    "GET /v1/forms/{form_id}/imports/{import_id}": Case(),
    "POST /v1/forms/{form_id}/imports/{import_id}/check": Case(lambda ids: {"mapping": {"0": "a_text"}}),
    "POST /v1/forms/{form_id}/imports/{import_id}/start": Case(
        lambda ids: {"mapping": {"0": "a_text"}, "mode": "create"}, own=(200, 409)
    ),
    "GET /v1/forms/{form_id}/imports/{import_id}/errors": Case(),
    "GET /v1/forms/{form_id}/import-template": Case(),
    "POST /v1/forms/{form_id}/check": Case(),
    "POST /v1/forms/{form_id}/copy": Case(),
    "GET /v1/forms/{form_id}/fields/{path}/uses": Case(fixed={"path": "a_text"}),
    "POST /v1/forms/{form_id}/publish": Case(own=(200, 409)),
    "GET /v1/forms/{form_id}/published": Case(),
    "GET /v1/forms/{form_id}/records": Case(query=_query(a_member="member")),
    "GET /v1/forms/{form_id}/records/count": Case(query=_query(a_member="member")),
    "POST /v1/forms/{form_id}/records": Case(_values),
    "POST /v1/forms/{form_id}/records/query": Case(lambda ids: {"filter": _test(ids, a_member="member")}),
    "POST /v1/forms/{form_id}/exports": Case(lambda ids: {"format": "csv", "fields": ["a_text", "@title"]}),
    "GET /v1/exports/{export_id}": Case(),
    "GET /v1/exports/{export_id}/file": Case(own=(404,)),
    "POST /v1/forms/{form_id}/records/aggregate": Case(
        lambda ids: {"measures": [], "filter": _test(ids, a_member="member"), "by": "@created_by"}
    ),
    "GET /v1/forms/{form_id}/links/{path}/values": Case(
        query=lambda ids: {"records": ids["record"], "editing": ids["record"]}, fixed={"path": "a_link"}
    ),
    "POST /v1/forms/{form_id}/duplicates": Case(lambda ids: {**_values(ids), "record_id": ids["record"]}),
    "GET /v1/forms/{form_id}/schema": Case(),
    "GET /v1/forms/{form_id}/versions": Case(),
    "GET /v1/forms/{form_id}/versions/{number}": Case(fixed={"number": "1"}),
    "GET /v1/forms/{form_id}/inbound": Case(),
    "GET /v1/forms/{form_id}/views": Case(),
    "POST /v1/forms/{form_id}/views": Case(
        lambda ids: {"name": "角色的", "kind": "table", "audience": "roles", "roles": [ids["role"]]}
    ),
    "PUT /v1/forms/{form_id}/views/{view_id}": Case(
        lambda ids: {"name": "改过的", "kind": "table", "audience": "personal"}
    ),
    "DELETE /v1/forms/{form_id}/views/{view_id}": Case(),
    "GET /v1/records/{record_id}": Case(),
    "PUT /v1/records/{record_id}": Case(_values),
    "DELETE /v1/records/{record_id}": Case(),
    "POST /v1/records/{record_id}/restore": Case(path={"record_id": "binned"}),
    "POST /v1/records/{record_id}/recompute": Case(),
    # The form of the fixture masks nothing: with their own record an administrator gets as far as being told so.
    "POST /v1/records/{record_id}/reveal": Case(lambda ids: {"field": "title"}, own=(403,)),
    "POST /v1/forms/{form_id}/access/preview": Case(lambda ids: {"member_id": ids["member"]}),
    "GET /v1/records/{record_id}/readers": Case(),
    "GET /v1/records/{record_id}/history": Case(),
    "GET /v1/records/{record_id}/stages": Case(),
    # The form of the fixture has no stages: with their own record an administrator gets as far as being told so.
    "POST /v1/records/{record_id}/stage": Case(lambda ids: {"field": "stage", "to": "won"}, own=(422,)),
    "GET /v1/records/{record_id}/balances": Case(),
    "GET /v1/records/{record_id}/balances/{form_id}/{balance}/movements": Case(fixed={"balance": "budget"}, own=(404,)),
    "POST /v1/records/{record_id}/balances/recheck": Case(),
    # The record of the fixture and what it links to are of two forms: an administrator is told that.
    "POST /v1/records/{record_id}/merge/preview": Case(lambda ids: {"loser": ids["target"]}, own=(422,)),
    "POST /v1/records/{record_id}/merge": Case(lambda ids: {"loser": ids["target"], "loser_version": 1}, own=(422,)),
    "GET /v1/records/{record_id}/merges": Case(),
    "POST /v1/records/{record_id}/merge/undo": Case(lambda ids: {"merge_id": ids["record"]}, own=(404,)),
    "GET /v1/records/{record_id}/attachments/{attachment_id}": Case(),
    "GET /v1/forms/{form_id}/links/{path}/candidates": Case(
        fixed={"path": "a_link"}, query=lambda ids: {"form": ids["target_form"]}
    ),
    "GET /v1/records/{record_id}/children": Case(path={"record_id": "target"}),
    "GET /v1/records/{record_id}/children/{form_id}/{path}": Case(
        fixed={"path": "a_link"}, path={"record_id": "target"}
    ),
}

COMMENTS = {
    "GET /v1/records/{record_id}/comments": Case(),
    "POST /v1/records/{record_id}/comments": Case(lambda ids: {"text": "请看", "mentions": [ids["administrator"]]}),
    "PUT /v1/records/{record_id}/comments/{comment_id}": Case(
        lambda ids: {"text": "请看这里"}, path={"record_id": "target"}
    ),
    "DELETE /v1/records/{record_id}/comments/{comment_id}": Case(path={"record_id": "target"}),
    "GET /v1/records/{record_id}/following": Case(),
    "PUT /v1/records/{record_id}/following": Case(),
    "DELETE /v1/records/{record_id}/following": Case(),
}

FLOWS = {
    "GET /v1/flows": Case(),
    "POST /v1/flows": Case(_flow, draft=True),
    "GET /v1/flows/{flow_id}": Case(),
    "PUT /v1/flows/{flow_id}": Case(_flow, draft=True),
    "POST /v1/flows/{flow_id}/check": Case(),
    "POST /v1/flows/{flow_id}/disable": Case(),
    "POST /v1/flows/{flow_id}/publish": Case(own=(200, 409)),
    "GET /v1/flows/{flow_id}/versions": Case(),
    "GET /v1/flows/{flow_id}/versions/{version}": Case(fixed={"version": "1"}),
    "POST /v1/runs": Case(lambda ids: {"form_id": ids["form"], **_values(ids)}),
    "POST /v1/runs/preview": Case(
        lambda ids: {"flow_id": ids["flow"], "initiator_id": ids["member"], "values": {"a_member": ids["member"]}}
    ),
    "GET /v1/runs/{run_id}": Case(),
    "GET /v1/runs/{run_id}/changes": Case(),
    "GET /v1/runs/{run_id}/trail": Case(),
    "GET /v1/records/{record_id}/runs": Case(),
    "POST /v1/runs/{run_id}/cc": Case(lambda ids: {"members": [ids["member"]]}),
    "POST /v1/runs/{run_id}/comments": Case(lambda ids: {"text": "请看"}),
    "POST /v1/runs/{run_id}/withdraw": Case(lambda ids: {"reason": "不要了"}),
    "POST /v1/runs/{run_id}/tasks/{task}/decide": Case(
        lambda ids: {"decision": "approve"}, path={"run_id": "asked"}, fixed={"task": "t1"}
    ),
    "GET /v1/todos": Case(query=_of_form),
    "GET /v1/todos/count": Case(),
    "GET /v1/done": Case(query=_of_form),
    "GET /v1/started": Case(query=_of_form),
    "GET /v1/cc": Case(query=_of_form),
    "POST /v1/cc/{run_id}/read": Case(path={"run_id": "heard"}),
}

MORE: dict[str, tuple[Case, ...]] = {
    "POST /v1/runs": (Case(lambda ids: {"record_id": ids["draft"]}),),
    "POST /v1/runs/preview": (
        Case(lambda ids: {"form_id": ids["form"], "values": {"a_member": ids["member"]}}),
        Case(lambda ids: {"record_id": ids["draft"]}),
    ),
    "POST /v1/runs/{run_id}/tasks/{task}/decide": (
        Case(lambda ids: {"decision": "reject", "opinion": "否"}, path={"run_id": "asked"}, fixed={"task": "t1"}),
    ),
    "GET /v1/records/{record_id}/readers": (Case(query=lambda ids: {"member_id": ids["member"]}),),
    "GET /v1/forms/{form_id}/records": (
        Case(query=_query(**{"@created_by": "member"})),
        Case(query=lambda ids: {"sort": "@created_at"}),
    ),
}
"""Further ways to call a route."""

CASES: dict[str, Case] = (
    EDGE | TENANCY | IDENTITY | DIRECTORY | APPS | FORMS | COMMENTS | FLOWS | INTEGRATIONS | JOBS | NOTIFICATIONS
)
