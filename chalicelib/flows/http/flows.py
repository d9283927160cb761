"""Designing and publishing flows."""

from chalice import Blueprint

from ...edge import PAGE_QUERY, Request, Response, endpoint
from ...kernel.page import DEFAULT_PAGE
from .. import prefetch, views, wiring

BUILD = "flows.build"
MAX_DIGITS = 6

routes = Blueprint(__name__)


@routes.route("/v1/flows", methods=["POST"])
@endpoint(
    BUILD,
    body="flows/definition",
    response="flows/flow",
    status=201,
    tag="flows",
    summary="A new flow for a published form, as a draft",
)
def create_flow(request: Request) -> Response:
    return Response(views.flow(wiring.flows().create(request.work, request.body), 1), version=1)


@routes.route("/v1/flows", methods=["GET"])
@endpoint(
    BUILD,
    query=PAGE_QUERY,
    response="flows/flow_entry",
    response_list=True,
    tag="flows",
    summary="Flows, newest first",
)
def list_flows(request: Request) -> Response:
    limit, cursor = request.query.get("limit", DEFAULT_PAGE), request.query.get("cursor")
    return Response.page(wiring.flows().listed(request.work, limit, cursor).map(views.flow_entry))


@routes.route("/v1/flows/{flow_id}", methods=["GET"])
@endpoint(
    BUILD,
    response="flows/flow",
    prefetch=prefetch.flow,
    tag="flows",
    summary="A flow with its draft",
)
def get_flow(request: Request, flow_id: str) -> Response:
    flow = wiring.flows().get(request.work, flow_id)
    return Response(views.flow(flow, flow.draft_version), version=flow.draft_version)


@routes.route("/v1/flows/{flow_id}", methods=["PUT"])
@endpoint(
    BUILD,
    body="flows/definition",
    response="flows/flow",
    if_match=True,
    prefetch=prefetch.flow,
    tag="flows",
    summary="Save the draft; runs are untouched until it is published",
)
def save_flow(request: Request, flow_id: str) -> Response:
    flow = wiring.flows().save_draft(request.work, flow_id, request.version or 0, request.body)
    version = flow.draft_version + 1
    return Response(views.flow(flow, version), version=version)


@routes.route("/v1/flows/{flow_id}/check", methods=["POST"])
@endpoint(
    BUILD,
    response="flows/findings",
    saves=False,
    prefetch=prefetch.flow,
    tag="flows",
    summary="What publishing the draft now would say",
)
def check_flow(request: Request, flow_id: str) -> Response:
    return Response(views.findings(wiring.flows().check(request.work, flow_id), request.language))


@routes.route("/v1/flows/{flow_id}/publish", methods=["POST"])
@endpoint(
    BUILD,
    response="flows/flow_published",
    if_match=True,
    prefetch=prefetch.flow,
    tag="flows",
    summary="Publish the draft that If-Match names: new records of the form go through it",
)
def publish_flow(request: Request, flow_id: str) -> Response:
    published = wiring.flows().publish(request.work, flow_id, request.version or 0)
    version = published.flow.draft_version + 1
    body = {"flow": views.flow(published.flow, version), "warnings": views.faults(published.warnings, request.language)}
    return Response(body, version=version)


@routes.route("/v1/flows/{flow_id}/disable", methods=["POST"])
@endpoint(
    BUILD,
    response="flows/flow",
    prefetch=prefetch.flow,
    tag="flows",
    summary="Start no more runs; those that run go on, and the form needs no approval any more",
)
def disable_flow(request: Request, flow_id: str) -> Response:
    flow = wiring.flows().disable(request.work, flow_id)
    version = flow.draft_version + 1
    return Response(views.flow(flow, version), version=version)


@routes.route("/v1/flows/{flow_id}/versions", methods=["GET"])
@endpoint(
    BUILD,
    query=PAGE_QUERY,
    response="flows/flow_version",
    response_list=True,
    prefetch=prefetch.flow,
    tag="flows",
    summary="Published versions of a flow, newest first",
)
def list_flow_versions(request: Request, flow_id: str) -> Response:
    limit, cursor = request.query.get("limit", DEFAULT_PAGE), request.query.get("cursor")
    return Response.page(wiring.flows().versions(request.work, flow_id, limit, cursor).map(views.flow_version))


@routes.route("/v1/flows/{flow_id}/versions/{version}", methods=["GET"])
@endpoint(BUILD, response="flows/flow_version", tag="flows", summary="One published version of a flow")
def get_flow_version(request: Request, flow_id: str, version: str) -> Response:
    known = version.isascii() and version.isdecimal() and len(version) <= MAX_DIGITS
    return Response(views.flow_version(wiring.flows().version(request.work, flow_id, int(version) if known else 0)))
