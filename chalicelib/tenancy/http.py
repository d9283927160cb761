"""Routes of the company and its audit log."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from chalice import Blueprint

from ..edge import PAGE_QUERY, PUBLIC, SIGNED_IN, Request, Response, endpoint
from ..kernel.clock import from_text, to_text
from ..kernel.errors import FieldError, Invalid
from ..kernel.page import DEFAULT_PAGE
from . import wiring

if TYPE_CHECKING:
    from .domain import AuditEntry, Tenant

MANAGE = "company.manage"
READ_AUDIT = "audit.read"

routes = Blueprint(__name__)

_TEXT = {"type": "string", "maxLength": 100}
_MOMENT = {"type": "string", "format": "date-time", "maxLength": 40}


@routes.route("/v1/operator", methods=["GET"])
@endpoint(
    PUBLIC,
    summary="Who runs this installation: the address to write to, its terms of use and its privacy notice",
    tag="company",
    response="tenancy/operator",
)
def get_operator(request: Request) -> Response:
    return Response(wiring.operator())


@routes.route("/v1/company", methods=["GET"])
@endpoint(SIGNED_IN, summary="The company and its trial", tag="company", response="tenancy/company")
def get_company(request: Request) -> Response:
    return _company(request, wiring.tenants().get(request.work))


@routes.route("/v1/company", methods=["PUT"])
@endpoint(
    MANAGE,
    summary="Change the company's name, language and time zone",
    tag="company",
    body="tenancy/company_change",
    response="tenancy/company",
    if_match=True,
)
def change_company(request: Request) -> Response:
    changes = {"company": request.body["name"], "language": request.body["language"], "zone": request.body["zone"]}
    return _company(request, wiring.tenants().update(request.work, request.version or 0, changes))


@routes.route("/v1/audit", methods=["GET"])
@endpoint(
    READ_AUDIT,
    summary="Who did what, newest first",
    tag="company",
    query={
        "actor_id": _TEXT,
        "action": {**_TEXT, "description": "How the action begins: `member.` finds all that was done to members."},
        "target_kind": _TEXT,
        "target_id": _TEXT,
        "since": _MOMENT,
        "until": _MOMENT,
        **PAGE_QUERY,
    },
    response="tenancy/audit_entry",
    response_list=True,
)
def list_audit(request: Request) -> Response:
    from .domain import AuditFilter

    query = request.query
    wanted = AuditFilter(
        actor_id=query.get("actor_id", ""),
        action=query.get("action", ""),
        target_kind=query.get("target_kind", ""),
        target_id=query.get("target_id", ""),
        since=_moment(query, "since"),
        until=_moment(query, "until"),
    )
    page = wiring.audit_log().search(request.work, wanted, query.get("limit", DEFAULT_PAGE), query.get("cursor"))
    return Response.page(page.map(_entry))


def _company(request: Request, tenant: Tenant) -> Response:
    body = {
        "id": tenant.id,
        "name": tenant.company,
        "language": tenant.language,
        "zone": tenant.zone,
        "state": tenant.state,
        "trial_ends_at": to_text(tenant.trial_ends_at),
        "trial_days_left": tenant.days_left(request.work.now),
        "read_only": tenant.read_only(request.work.now),
        "created_at": to_text(tenant.created_at),
        "version": tenant.version,
    }
    return Response(body, version=tenant.version)


def _entry(entry: AuditEntry) -> dict[str, Any]:
    return {
        "id": entry.id,
        "at": entry.at,
        "actor": {"id": entry.actor_id, "name": entry.actor_name},
        "ip": entry.ip,
        "correlation_id": entry.correlation_id,
        "action": entry.action,
        "target": {"kind": entry.target_kind, "id": entry.target_id, "name": entry.target_name},
        "before": entry.before,
        "after": entry.after,
        "note": entry.note,
    }


def _moment(query: dict[str, Any], name: str) -> datetime | None:
    """The format was checked already; what is left is a moment that no calendar has (a leap second)."""
    if name not in query:
        return None
    try:
        return from_text(query[name])
    except (ValueError, OverflowError) as error:
        raise Invalid(fields=[FieldError.of("/" + name, "schema_format", expected="date-time")]) from error
