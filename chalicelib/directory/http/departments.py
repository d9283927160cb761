"""Departments. The whole tree is one answer: it is bounded, and everybody who draws it needs all of it."""

from chalice import Blueprint

from ...edge import SIGNED_IN, Call, Reply, endpoint
from .. import views, wiring
from ..domain.permissions import MEMBERS_MANAGE

routes = Blueprint(__name__)


@routes.route("/v1/departments", methods=["GET"])
@endpoint(
    SIGNED_IN,
    reply="directory/department",
    reply_list=True,
    tag="departments",
    summary="The tree, as a flat list by name",
)
def list_departments(call: Call) -> Reply:
    return Reply({"items": views.departments(wiring.orgs().get(call.work)), "next_cursor": None})


@routes.route("/v1/departments", methods=["POST"])
@endpoint(
    MEMBERS_MANAGE,
    body="directory/department_create",
    reply="directory/department",
    status=201,
    tag="departments",
    summary="Add a department below another",
)
def add_department(call: Call) -> Reply:
    org, department = wiring.departments().add(call.work, call.body)
    return Reply(views.department(org, department), version=department.version)


@routes.route("/v1/departments/{department_id}", methods=["PUT"])
@endpoint(
    MEMBERS_MANAGE,
    body="directory/department_change",
    reply="directory/department",
    if_match=True,
    tag="departments",
    summary="Rename or move a department, or name its head",
)
def change_department(call: Call, department_id: str) -> Reply:
    org, department = wiring.departments().change(call.work, department_id, call.version or 0, call.body)
    return Reply(views.department(org, department), version=department.version)


@routes.route("/v1/departments/{department_id}", methods=["DELETE"])
@endpoint(MEMBERS_MANAGE, if_match=True, status=204, tag="departments", summary="Drop an empty department")
def drop_department(call: Call, department_id: str) -> Reply:
    wiring.departments().drop(call.work, department_id, call.version or 0)
    return Reply()
