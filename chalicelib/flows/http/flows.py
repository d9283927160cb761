"""Designing and publishing flows."""

from chalice import Blueprint

from ...edge import PAGE_QUERY, Call, Reply, endpoint
from ...kernel.page import DEFAULT_PAGE
from .. import prefetch, views, wiring

BUILD = "flows.build"
MAX_DIGITS = 6

routes = Blueprint(__name__)


@routes.route("/v1/flows", methods=["POST"])
@endpoint(
    BUILD,
    body="flows/definition",
    reply="flows/flow",
    status=201,
    tag="flows",
    summary="A new flow for a published form, as a draft",
)
def create_flow(call: Call) -> Reply:
    return Reply(views.flow(wiring.flows().create(call.work, call.body), 1), version=1)


@routes.route("/v1/flows", methods=["GET"])
@endpoint(
    BUILD,
    query=PAGE_QUERY,
    reply="flows/flow_entry",
    reply_list=True,
    tag="flows",
    summary="Flows, newest first",
)
def list_flows(call: Call) -> Reply:
    limit, cursor = call.query.get("limit", DEFAULT_PAGE), call.query.get("cursor")
    return Reply.page(wiring.flows().listed(call.work, limit, cursor).map(views.flow_entry))


@routes.route("/v1/flows/{flow_id}", methods=["GET"])
@endpoint(
    BUILD,
    reply="flows/flow",
    prefetch=prefetch.flow,
    tag="flows",
    summary="A flow with its draft",
)
def get_flow(call: Call, flow_id: str) -> Reply:
    flow = wiring.flows().get(call.work, flow_id)
    return Reply(views.flow(flow, flow.draft_version), version=flow.draft_version)


@routes.route("/v1/flows/{flow_id}", methods=["PUT"])
@endpoint(
    BUILD,
    body="flows/definition",
    reply="flows/flow",
    if_match=True,
    prefetch=prefetch.flow,
    tag="flows",
    summary="Save the draft; runs are untouched until it is published",
)
def save_flow(call: Call, flow_id: str) -> Reply:
    flow = wiring.flows().save_draft(call.work, flow_id, call.version or 0, call.body)
    version = flow.draft_version + 1
    return Reply(views.flow(flow, version), version=version)


@routes.route("/v1/flows/{flow_id}/check", methods=["POST"])
@endpoint(
    BUILD,
    reply="flows/findings",
    saves=False,
    prefetch=prefetch.flow,
    tag="flows",
    summary="What publishing the draft now would say",
)
def check_flow(call: Call, flow_id: str) -> Reply:
    return Reply(views.findings(wiring.flows().check(call.work, flow_id), call.language))


@routes.route("/v1/flows/{flow_id}/publish", methods=["POST"])
@endpoint(
    BUILD,
    reply="flows/flow_published",
    if_match=True,
    prefetch=prefetch.flow,
    tag="flows",
    summary="Publish the draft that If-Match names: new records of the form go through it",
)
def publish_flow(call: Call, flow_id: str) -> Reply:
    published = wiring.flows().publish(call.work, flow_id, call.version or 0)
    version = published.flow.draft_version + 1
    body = {"flow": views.flow(published.flow, version), "warnings": views.faults(published.warnings, call.language)}
    return Reply(body, version=version)


@routes.route("/v1/flows/{flow_id}/disable", methods=["POST"])
@endpoint(
    BUILD,
    reply="flows/flow",
    prefetch=prefetch.flow,
    tag="flows",
    summary="Start no more runs; those that run go on, and the form needs no approval any more",
)
def disable_flow(call: Call, flow_id: str) -> Reply:
    flow = wiring.flows().disable(call.work, flow_id)
    version = flow.draft_version + 1
    return Reply(views.flow(flow, version), version=version)


@routes.route("/v1/flows/{flow_id}/versions", methods=["GET"])
@endpoint(
    BUILD,
    query=PAGE_QUERY,
    reply="flows/flow_version",
    reply_list=True,
    prefetch=prefetch.flow,
    tag="flows",
    summary="Published versions of a flow, newest first",
)
def list_flow_versions(call: Call, flow_id: str) -> Reply:
    limit, cursor = call.query.get("limit", DEFAULT_PAGE), call.query.get("cursor")
    return Reply.page(wiring.flows().versions(call.work, flow_id, limit, cursor).map(views.flow_version))


@routes.route("/v1/flows/{flow_id}/versions/{version}", methods=["GET"])
@endpoint(BUILD, reply="flows/flow_version", tag="flows", summary="One published version of a flow")
def get_flow_version(call: Call, flow_id: str, version: str) -> Reply:
    known = version.isascii() and version.isdecimal() and len(version) <= MAX_DIGITS
    return Reply(views.flow_version(wiring.flows().version(call.work, flow_id, int(version) if known else 0)))
