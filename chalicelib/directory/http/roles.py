"""Roles, the permissions that they may hold, and positions."""

from chalice import Blueprint

from ...edge import SIGNED_IN, Call, Reply, endpoint
from .. import views, wiring
from ..domain.permissions import MEMBERS_MANAGE, ROLES_MANAGE, permissions

routes = Blueprint(__name__)


@routes.route("/v1/permissions", methods=["GET"])
@endpoint(
    SIGNED_IN,
    reply="directory/permission",
    reply_list=True,
    tag="roles",
    summary="Every permission that a role may hold, named in the caller's language",
)
def list_permissions(call: Call) -> Reply:
    return Reply({"items": views.permissions(permissions(), call.language), "next_cursor": None})


@routes.route("/v1/roles", methods=["GET"])
@endpoint(SIGNED_IN, reply="directory/role", reply_list=True, tag="roles", summary="Roles, builtin ones first")
def list_roles(call: Call) -> Reply:
    org = wiring.orgs().get(call.work)
    return Reply({"items": [views.role(org, each, call.language) for each in org.roles.values()], "next_cursor": None})


@routes.route("/v1/roles", methods=["POST"])
@endpoint(
    ROLES_MANAGE, body="directory/role_write", reply="directory/role", status=201, tag="roles", summary="Add a role"
)
def add_role(call: Call) -> Reply:
    org, role = wiring.roles().add(call.work, call.body["name"], frozenset(call.body["permissions"]))
    return Reply(views.role(org, role, call.language), version=role.version)


@routes.route("/v1/roles/{role_id}", methods=["PUT"])
@endpoint(
    ROLES_MANAGE,
    body="directory/role_write",
    reply="directory/role",
    if_match=True,
    tag="roles",
    summary="Change a role; it counts from its holders' next request on",
)
def change_role(call: Call, role_id: str) -> Reply:
    wanted = call.body["name"], frozenset(call.body["permissions"])
    org, role = wiring.roles().change(call.work, role_id, call.version or 0, *wanted)
    return Reply(views.role(org, role, call.language), version=role.version)


@routes.route("/v1/roles/{role_id}", methods=["DELETE"])
@endpoint(ROLES_MANAGE, if_match=True, status=204, tag="roles", summary="Drop a role that nobody holds")
def drop_role(call: Call, role_id: str) -> Reply:
    wiring.roles().drop(call.work, role_id, call.version or 0)
    return Reply()


@routes.route("/v1/positions", methods=["GET"])
@endpoint(SIGNED_IN, reply="directory/position", reply_list=True, tag="positions", summary="Positions, oldest first")
def list_positions(call: Call) -> Reply:
    org = wiring.orgs().get(call.work)
    return Reply({"items": [views.position(each) for each in org.positions.values()], "next_cursor": None})


@routes.route("/v1/positions", methods=["POST"])
@endpoint(
    MEMBERS_MANAGE,
    body="directory/position_write",
    reply="directory/position",
    status=201,
    tag="positions",
    summary="Add a position",
)
def add_position(call: Call) -> Reply:
    position = wiring.positions().add(call.work, call.body["name"])
    return Reply(views.position(position), version=position.version)


@routes.route("/v1/positions/{position_id}", methods=["PUT"])
@endpoint(
    MEMBERS_MANAGE,
    body="directory/position_write",
    reply="directory/position",
    if_match=True,
    tag="positions",
    summary="Rename a position",
)
def change_position(call: Call, position_id: str) -> Reply:
    position = wiring.positions().change(call.work, position_id, call.version or 0, call.body["name"])
    return Reply(views.position(position), version=position.version)


@routes.route("/v1/positions/{position_id}", methods=["DELETE"])
@endpoint(MEMBERS_MANAGE, if_match=True, status=204, tag="positions", summary="Drop a position that nobody holds")
def drop_position(call: Call, position_id: str) -> Reply:
    wiring.positions().drop(call.work, position_id, call.version or 0)
    return Reply()
