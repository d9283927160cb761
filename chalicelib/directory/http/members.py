"""Members."""

from typing import Any

from chalice import Blueprint

from ...edge import PAGE_QUERY, SIGNED_IN, Request, Response, endpoint
from .. import views, wiring
from ..domain.permissions import MEMBERS_MANAGE

routes = Blueprint(__name__)

_LIST_QUERY: dict[str, dict[str, Any]] = {
    "department_id": {"type": "string", "maxLength": 26},
    "state": {"type": "string", "enum": ["active", "inactive"]},
    "search": {"type": "string", "maxLength": 100},
    **PAGE_QUERY,
}


@routes.route("/v1/members", methods=["GET"])
@endpoint(
    SIGNED_IN,
    query=_LIST_QUERY,
    response="directory/member",
    response_list=True,
    tag="members",
    summary="Members by name; `search` is the beginning of a name or an e-mail address",
)
def list_members(request: Request) -> Response:
    wanted = {name: value for name, value in request.query.items() if name not in PAGE_QUERY}
    org, page = wiring.members().find(request.work, wanted, request.query.get("limit"), request.query.get("cursor"))
    return Response.page(page.map(lambda member: views.member(org, member)))


@routes.route("/v1/members/{member_id}", methods=["GET"])
@endpoint(SIGNED_IN, response="directory/member", tag="members", summary="One member")
def get_member(request: Request, member_id: str) -> Response:
    org, member = wiring.members().get(request.work, member_id)
    return Response(views.member(org, member), version=member.version)


@routes.route("/v1/members/{member_id}", methods=["PUT"])
@endpoint(
    MEMBERS_MANAGE,
    body="directory/member_change",
    response="directory/member",
    if_match=True,
    tag="members",
    summary="Change a member's place; changing roles also needs roles.manage",
)
def change_member(request: Request, member_id: str) -> Response:
    org, member = wiring.members().change(request.work, member_id, request.version or 0, request.body)
    return Response(views.member(org, member), version=member.version)


@routes.route("/v1/members/{member_id}/deactivate", methods=["POST"])
@endpoint(
    MEMBERS_MANAGE,
    body="directory/deactivate",
    response="directory/member",
    tag="members",
    summary="Deactivate a member; open to-dos need a successor",
)
def deactivate_member(request: Request, member_id: str) -> Response:
    org, member = wiring.members().deactivate(request.work, member_id, request.body.get("successor_id", ""))
    return Response(views.member(org, member), version=member.version)


@routes.route("/v1/members/{member_id}/reactivate", methods=["POST"])
@endpoint(MEMBERS_MANAGE, response="directory/member", tag="members", summary="Let a deactivated member in again")
def reactivate_member(request: Request, member_id: str) -> Response:
    org, member = wiring.members().reactivate(request.work, member_id)
    return Response(views.member(org, member), version=member.version)
