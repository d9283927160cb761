"""Departments. The whole tree is one answer: it is bounded, and everybody who draws it needs all of it."""

from chalice import Blueprint

from ...edge import SIGNED_IN, Request, Response, endpoint
from .. import views, wiring
from ..domain.permissions import MEMBERS_MANAGE

routes = Blueprint(__name__)


@routes.route("/v1/departments", methods=["GET"])
@endpoint(
    SIGNED_IN,
    response="directory/department",
    response_list=True,
    tag="departments",
    summary="The tree, as a flat list by name",
)
def list_departments(request: Request) -> Response:
    return Response({"items": views.departments(wiring.orgs().get(request.work)), "next_cursor": None})


@routes.route("/v1/departments", methods=["POST"])
@endpoint(
    MEMBERS_MANAGE,
    body="directory/department_create",
    response="directory/department",
    status=201,
    tag="departments",
    summary="Add a department below another",
)
def add_department(request: Request) -> Response:
    org, department = wiring.departments().add(request.work, request.body)
    return Response(views.department(org, department), version=department.version)


@routes.route("/v1/departments/{department_id}", methods=["PUT"])
@endpoint(
    MEMBERS_MANAGE,
    body="directory/department_change",
    response="directory/department",
    if_match=True,
    tag="departments",
    summary="Rename or move a department, or name its head",
)
def change_department(request: Request, department_id: str) -> Response:
    org, department = wiring.departments().change(request.work, department_id, request.version or 0, request.body)
    return Response(views.department(org, department), version=department.version)


@routes.route("/v1/departments/{department_id}", methods=["DELETE"])
@endpoint(MEMBERS_MANAGE, if_match=True, status=204, tag="departments", summary="Drop an empty department")
def drop_department(request: Request, department_id: str) -> Response:
    wiring.departments().drop(request.work, department_id, request.version or 0)
    return Response()
