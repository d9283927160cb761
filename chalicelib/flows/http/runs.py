"""Submitting, deciding and looking at runs. Who may do what is a matter of the run, so any member may call."""

from __future__ import annotations

from typing import TYPE_CHECKING

from chalice import Blueprint

from ...edge import PAGE_QUERY, SIGNED_IN, Call, Reply, endpoint
from ...kernel.errors import Denied
from ...kernel.page import DEFAULT_PAGE
from .. import prefetch, views, wiring
from .flows import BUILD

if TYPE_CHECKING:
    from ..engine import Step
    from ..service.runs import Seen

routes = Blueprint(__name__)


def _reply(call: Call, seen: Seen) -> Reply:
    return Reply(views.run(seen, call.actor.member_id, call.language), version=seen.version)


@routes.route("/v1/runs", methods=["POST"])
@endpoint(
    SIGNED_IN,
    body="flows/run_submit",
    reply="flows/run",
    status=201,
    tag="runs",
    summary="Submit a new record, or an own one, for approval",
)
def submit_run(call: Call) -> Reply:
    body = call.body
    if "record_id" in body:
        return _reply(call, wiring.runs().submit_record(call.work, body.get("form_id", ""), body["record_id"]))
    return _reply(call, wiring.runs().submit(call.work, body["form_id"], body["values"]))


@routes.route("/v1/runs/preview", methods=["POST"])
@endpoint(
    SIGNED_IN,
    body="flows/run_preview",
    reply="flows/path",
    saves=False,
    tag="runs",
    summary="Who would be asked, with names, before submitting; for builders also of a draft and any initiator",
)
def preview_run(call: Call) -> Reply:
    return Reply(views.path(_foreseen(call), call.language))


def _foreseen(call: Call) -> tuple[Step, ...]:
    body = call.body
    if "flow_id" in body:
        if not call.actor.may(BUILD):
            raise Denied()
        flow, spec = wiring.flows().draft_spec(call.work, body["flow_id"])
        initiator = body.get("initiator_id", call.actor.member_id)
        return wiring.runs().foresee_draft(call.work, flow.form_id, spec, initiator, body.get("values", {}))
    if "record_id" in body:
        return wiring.runs().foresee_record(call.work, body["record_id"], body.get("values"))
    return wiring.runs().foresee(call.work, body["form_id"], body.get("values", {}))


@routes.route("/v1/runs/{run_id}", methods=["GET"])
@endpoint(
    SIGNED_IN,
    reply="flows/run",
    prefetch=prefetch.looking,
    tag="runs",
    summary="A run: where it stands, its tasks, and who comes next",
)
def get_run(call: Call, run_id: str) -> Reply:
    return _reply(call, wiring.runs().get(call.work, run_id))


@routes.route("/v1/records/{record_id}/runs", methods=["GET"])
@endpoint(
    SIGNED_IN,
    query=PAGE_QUERY,
    reply="flows/run",
    reply_list=True,
    prefetch=prefetch.of_record,
    tag="runs",
    summary="The runs that a record went through, newest first: it may be submitted again after a rejection",
)
def list_runs_of_record(call: Call, record_id: str) -> Reply:
    limit, cursor = call.query.get("limit", DEFAULT_PAGE), call.query.get("cursor")
    page = wiring.runs().of_record(call.work, record_id, limit, cursor)
    return Reply.page(page.map(lambda seen: views.run(seen, call.actor.member_id, call.language)))


@routes.route("/v1/runs/{run_id}/changes", methods=["GET"])
@endpoint(
    SIGNED_IN,
    reply="flows/changes",
    prefetch=prefetch.looking,
    tag="runs",
    summary="What had changed since the record was submitted before, with both values; nothing in the first round",
)
def list_changes(call: Call, run_id: str) -> Reply:
    return Reply({"items": wiring.runs().changes(call.work, run_id)})


@routes.route("/v1/runs/{run_id}/trail", methods=["GET"])
@endpoint(
    SIGNED_IN,
    query=PAGE_QUERY,
    reply="flows/trail_entry",
    reply_list=True,
    prefetch=prefetch.looking,
    tag="runs",
    summary="What happened, oldest first; `limit` counts acts, each with the entries that followed from it",
)
def get_trail(call: Call, run_id: str) -> Reply:
    limit, cursor = call.query.get("limit", DEFAULT_PAGE), call.query.get("cursor")
    page = wiring.runs().trail(call.work, run_id, limit, cursor)
    return Reply(
        {
            "items": [views.trail_entry(entry, call.language) for act in page.items for entry in act],
            "next_cursor": page.next_cursor,
        }
    )


@routes.route("/v1/runs/{run_id}/tasks/{task}/decide", methods=["POST"])
@endpoint(
    SIGNED_IN,
    body="flows/decision",
    reply="flows/run",
    prefetch=prefetch.acting,
    tag="runs",
    summary="Approve or reject, with an opinion",
)
def decide(call: Call, run_id: str, task: str) -> Reply:
    body = call.body
    return _reply(call, wiring.runs().decide(call.work, run_id, task, body["decision"], body.get("opinion", "")))


@routes.route("/v1/runs/{run_id}/withdraw", methods=["POST"])
@endpoint(
    SIGNED_IN,
    body="flows/withdrawal",
    reply="flows/run",
    prefetch=prefetch.acting,
    tag="runs",
    summary="Take an own submission back; the record can be changed again",
)
def withdraw_run(call: Call, run_id: str) -> Reply:
    return _reply(call, wiring.runs().withdraw(call.work, run_id, call.body.get("reason", "")))


@routes.route("/v1/runs/{run_id}/comments", methods=["POST"])
@endpoint(
    SIGNED_IN,
    body="flows/comment",
    reply="flows/run",
    status=201,
    prefetch=prefetch.looking,
    tag="runs",
    summary="Say something, without deciding",
)
def comment_run(call: Call, run_id: str) -> Reply:
    return _reply(call, wiring.runs().comment(call.work, run_id, call.body["text"]))


@routes.route("/v1/runs/{run_id}/cc", methods=["POST"])
@endpoint(
    SIGNED_IN,
    body="flows/copies",
    reply="flows/run",
    status=201,
    prefetch=prefetch.acting,
    tag="runs",
    summary="Keep further members informed",
)
def copy_run(call: Call, run_id: str) -> Reply:
    return _reply(call, wiring.runs().copy_to(call.work, run_id, call.body["members"]))
