"""Submitting, deciding and looking at runs. Who may do what is a matter of the run, so any member may request."""

from __future__ import annotations

from typing import TYPE_CHECKING

from chalice import Blueprint

from ...edge import PAGE_QUERY, SIGNED_IN, Request, Response, endpoint
from ...kernel.errors import Denied
from ...kernel.page import DEFAULT_PAGE
from .. import prefetch, views, wiring
from .flows import BUILD

if TYPE_CHECKING:
    from ..engine import Step
    from ..service.runs import RunView

routes = Blueprint(__name__)


def _reply(request: Request, view: RunView) -> Response:
    return Response(views.run(view, request.actor.member_id, request.language), version=view.version)


@routes.route("/v1/runs", methods=["POST"])
@endpoint(
    SIGNED_IN,
    body="flows/run_submit",
    response="flows/run",
    status=201,
    tag="runs",
    summary="Submit a new record, or an own one, for approval",
)
def submit_run(request: Request) -> Response:
    body = request.body
    if "record_id" in body:
        return _reply(request, wiring.runs().submit_record(request.work, body.get("form_id", ""), body["record_id"]))
    return _reply(request, wiring.runs().submit(request.work, body["form_id"], body["values"]))


@routes.route("/v1/runs/preview", methods=["POST"])
@endpoint(
    SIGNED_IN,
    body="flows/run_preview",
    response="flows/path",
    saves=False,
    tag="runs",
    summary="Who would be asked, with names, before submitting; for builders also of a draft and any initiator",
)
def preview_run(request: Request) -> Response:
    return Response(views.path(_preview(request), request.language))


def _preview(request: Request) -> tuple[Step, ...]:
    body = request.body
    if "flow_id" in body:
        if not request.actor.may(BUILD):
            raise Denied()
        flow, spec = wiring.flows().draft_spec(request.work, body["flow_id"])
        initiator = body.get("initiator_id", request.actor.member_id)
        return wiring.runs().preview_draft(request.work, flow.form_id, spec, initiator, body.get("values", {}))
    if "record_id" in body:
        return wiring.runs().preview_record(request.work, body["record_id"], body.get("values"))
    return wiring.runs().preview(request.work, body["form_id"], body.get("values", {}))


@routes.route("/v1/runs/{run_id}", methods=["GET"])
@endpoint(
    SIGNED_IN,
    response="flows/run",
    prefetch=prefetch.looking,
    tag="runs",
    summary="A run: where it stands, its tasks, and who comes next",
)
def get_run(request: Request, run_id: str) -> Response:
    return _reply(request, wiring.runs().get(request.work, run_id))


@routes.route("/v1/records/{record_id}/runs", methods=["GET"])
@endpoint(
    SIGNED_IN,
    query=PAGE_QUERY,
    response="flows/run",
    response_list=True,
    prefetch=prefetch.of_record,
    tag="runs",
    summary="The runs that a record went through, newest first: it may be submitted again after a rejection",
)
def list_runs_of_record(request: Request, record_id: str) -> Response:
    limit, cursor = request.query.get("limit", DEFAULT_PAGE), request.query.get("cursor")
    page = wiring.runs().of_record(request.work, record_id, limit, cursor)
    return Response.page(page.map(lambda view: views.run(view, request.actor.member_id, request.language)))


@routes.route("/v1/runs/{run_id}/changes", methods=["GET"])
@endpoint(
    SIGNED_IN,
    response="flows/changes",
    prefetch=prefetch.looking,
    tag="runs",
    summary="What had changed since the record was submitted before, with both values; nothing in the first round",
)
def list_changes(request: Request, run_id: str) -> Response:
    items, links = wiring.runs().changes(request.work, run_id)
    return Response({"items": items, "links": links})


@routes.route("/v1/runs/{run_id}/trail", methods=["GET"])
@endpoint(
    SIGNED_IN,
    query=PAGE_QUERY,
    response="flows/trail_entry",
    response_list=True,
    prefetch=prefetch.looking,
    tag="runs",
    summary="What happened, oldest first; `limit` counts acts, each with the entries that followed from it",
)
def get_trail(request: Request, run_id: str) -> Response:
    limit, cursor = request.query.get("limit", DEFAULT_PAGE), request.query.get("cursor")
    page = wiring.runs().trail(request.work, run_id, limit, cursor)
    return Response(
        {
            "items": [views.trail_entry(entry, request.language) for act in page.items for entry in act],
            "next_cursor": page.next_cursor,
        }
    )


@routes.route("/v1/runs/{run_id}/tasks/{task}/decide", methods=["POST"])
@endpoint(
    SIGNED_IN,
    body="flows/decision",
    response="flows/run",
    prefetch=prefetch.acting,
    tag="runs",
    summary="Approve or reject, with an opinion",
)
def decide(request: Request, run_id: str, task: str) -> Response:
    body = request.body
    return _reply(request, wiring.runs().decide(request.work, run_id, task, body["decision"], body.get("opinion", "")))


@routes.route("/v1/runs/{run_id}/withdraw", methods=["POST"])
@endpoint(
    SIGNED_IN,
    body="flows/withdrawal",
    response="flows/run",
    prefetch=prefetch.acting,
    tag="runs",
    summary="Take an own submission back; the record can be changed again",
)
def withdraw_run(request: Request, run_id: str) -> Response:
    return _reply(request, wiring.runs().withdraw(request.work, run_id, request.body.get("reason", "")))


@routes.route("/v1/runs/{run_id}/comments", methods=["POST"])
@endpoint(
    SIGNED_IN,
    body="flows/comment",
    response="flows/run",
    status=201,
    prefetch=prefetch.looking,
    tag="runs",
    summary="Say something, without deciding",
)
def comment_run(request: Request, run_id: str) -> Response:
    return _reply(request, wiring.runs().comment(request.work, run_id, request.body["text"]))


@routes.route("/v1/runs/{run_id}/cc", methods=["POST"])
@endpoint(
    SIGNED_IN,
    body="flows/copies",
    response="flows/run",
    status=201,
    prefetch=prefetch.acting,
    tag="runs",
    summary="Keep further members informed",
)
def copy_run(request: Request, run_id: str) -> Response:
    return _reply(request, wiring.runs().copy_to(request.work, run_id, request.body["members"]))
