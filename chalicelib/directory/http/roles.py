"""Roles, the permissions that they may hold, and positions."""

from chalice import Blueprint

from ...edge import SIGNED_IN, Request, Response, endpoint
from .. import views, wiring
from ..domain.permissions import MEMBERS_MANAGE, ROLES_MANAGE, permissions

routes = Blueprint(__name__)


@routes.route("/v1/permissions", methods=["GET"])
@endpoint(
    SIGNED_IN,
    response="directory/permission",
    response_list=True,
    tag="roles",
    summary="Every permission that a role may hold, named in the caller's language",
)
def list_permissions(request: Request) -> Response:
    return Response({"items": views.permissions(permissions(), request.language), "next_cursor": None})


@routes.route("/v1/roles", methods=["GET"])
@endpoint(SIGNED_IN, response="directory/role", response_list=True, tag="roles", summary="Roles, builtin ones first")
def list_roles(request: Request) -> Response:
    org = wiring.orgs().get(request.work)
    return Response(
        {"items": [views.role(org, each, request.language) for each in org.roles.values()], "next_cursor": None}
    )


@routes.route("/v1/roles", methods=["POST"])
@endpoint(
    ROLES_MANAGE, body="directory/role_write", response="directory/role", status=201, tag="roles", summary="Add a role"
)
def add_role(request: Request) -> Response:
    org, role = wiring.roles().add(request.work, request.body["name"], frozenset(request.body["permissions"]))
    return Response(views.role(org, role, request.language), version=role.version)


@routes.route("/v1/roles/{role_id}", methods=["PUT"])
@endpoint(
    ROLES_MANAGE,
    body="directory/role_write",
    response="directory/role",
    if_match=True,
    tag="roles",
    summary="Change a role; it counts from its holders' next request on",
)
def change_role(request: Request, role_id: str) -> Response:
    wanted = request.body["name"], frozenset(request.body["permissions"])
    org, role = wiring.roles().change(request.work, role_id, request.version or 0, *wanted)
    return Response(views.role(org, role, request.language), version=role.version)


@routes.route("/v1/roles/{role_id}", methods=["DELETE"])
@endpoint(ROLES_MANAGE, if_match=True, status=204, tag="roles", summary="Drop a role that nobody holds")
def drop_role(request: Request, role_id: str) -> Response:
    wiring.roles().drop(request.work, role_id, request.version or 0)
    return Response()


@routes.route("/v1/positions", methods=["GET"])
@endpoint(
    SIGNED_IN, response="directory/position", response_list=True, tag="positions", summary="Positions, oldest first"
)
def list_positions(request: Request) -> Response:
    org = wiring.orgs().get(request.work)
    return Response({"items": [views.position(each) for each in org.positions.values()], "next_cursor": None})


@routes.route("/v1/positions", methods=["POST"])
@endpoint(
    MEMBERS_MANAGE,
    body="directory/position_write",
    response="directory/position",
    status=201,
    tag="positions",
    summary="Add a position",
)
def add_position(request: Request) -> Response:
    position = wiring.positions().add(request.work, request.body["name"])
    return Response(views.position(position), version=position.version)


@routes.route("/v1/positions/{position_id}", methods=["PUT"])
@endpoint(
    MEMBERS_MANAGE,
    body="directory/position_write",
    response="directory/position",
    if_match=True,
    tag="positions",
    summary="Rename a position",
)
def change_position(request: Request, position_id: str) -> Response:
    position = wiring.positions().change(request.work, position_id, request.version or 0, request.body["name"])
    return Response(views.position(position), version=position.version)


@routes.route("/v1/positions/{position_id}", methods=["DELETE"])
@endpoint(MEMBERS_MANAGE, if_match=True, status=204, tag="positions", summary="Drop a position that nobody holds")
def drop_position(request: Request, position_id: str) -> Response:
    wiring.positions().drop(request.work, position_id, request.version or 0)
    return Response()
