"""Members."""

from typing import Any

from chalice import Blueprint

from ...edge import PAGE_QUERY, SIGNED_IN, Call, Reply, endpoint
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
    reply="directory/member",
    reply_list=True,
    tag="members",
    summary="Members by name; `search` is the beginning of a name or an e-mail address",
)
def list_members(call: Call) -> Reply:
    wanted = {name: value for name, value in call.query.items() if name not in PAGE_QUERY}
    org, page = wiring.members().find(call.work, wanted, call.query.get("limit"), call.query.get("cursor"))
    return Reply.page(page.map(lambda member: views.member(org, member)))


@routes.route("/v1/members/{member_id}", methods=["GET"])
@endpoint(SIGNED_IN, reply="directory/member", tag="members", summary="One member")
def get_member(call: Call, member_id: str) -> Reply:
    org, member = wiring.members().get(call.work, member_id)
    return Reply(views.member(org, member), version=member.version)


@routes.route("/v1/members/{member_id}", methods=["PUT"])
@endpoint(
    MEMBERS_MANAGE,
    body="directory/member_change",
    reply="directory/member",
    if_match=True,
    tag="members",
    summary="Change a member's place; changing roles also needs roles.manage",
)
def change_member(call: Call, member_id: str) -> Reply:
    org, member = wiring.members().change(call.work, member_id, call.version or 0, call.body)
    return Reply(views.member(org, member), version=member.version)


@routes.route("/v1/members/{member_id}/deactivate", methods=["POST"])
@endpoint(
    MEMBERS_MANAGE,
    body="directory/deactivate",
    reply="directory/member",
    tag="members",
    summary="Deactivate a member; open to-dos need a successor",
)
def deactivate_member(call: Call, member_id: str) -> Reply:
    org, member = wiring.members().deactivate(call.work, member_id, call.body.get("successor_id", ""))
    return Reply(views.member(org, member), version=member.version)


@routes.route("/v1/members/{member_id}/reactivate", methods=["POST"])
@endpoint(MEMBERS_MANAGE, reply="directory/member", tag="members", summary="Let a deactivated member in again")
def reactivate_member(call: Call, member_id: str) -> Reply:
    org, member = wiring.members().reactivate(call.work, member_id)
    return Reply(views.member(org, member), version=member.version)
