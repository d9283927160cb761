"""The stages of a record: move it to another one, and read which it has been in."""

from __future__ import annotations

from chalice import Blueprint

from ...edge import PAGE_QUERY, SIGNED_IN, Request, Response, endpoint
from ...kernel.page import DEFAULT_PAGE
from .. import prefetch, views, wiring
from .replies import record_reply

routes = Blueprint(__name__)


@routes.route("/v1/records/{record_id}/stage", methods=["POST"])
@endpoint(
    SIGNED_IN,
    body="forms/stage_move",
    response="forms/record",
    if_match=True,
    prefetch=prefetch.reading,
    tag="records",
    summary="Move a record to another stage, with the values that the stage asks for",
)
def move_record(request: Request, record_id: str) -> Response:
    from ..domain.stages import Move

    wanted = request.body
    move = Move(wanted["field"], wanted["to"], wanted.get("note", "").strip())
    shown = wiring.stages().move(request.work, record_id, request.version or 0, move, wanted.get("values", {}))
    version = shown.record.version + (1 if request.work.changes else 0)
    return record_reply(request, shown, version)


@routes.route("/v1/records/{record_id}/stages", methods=["GET"])
@endpoint(
    SIGNED_IN,
    query=PAGE_QUERY,
    response="forms/record_stages",
    prefetch=prefetch.reading,
    tag="records",
    summary="The stage of a record, where it may move, and its moves with the time between them, newest first",
)
def list_stages(request: Request, record_id: str) -> Response:
    limit, cursor = request.query.get("limit", DEFAULT_PAGE), request.query.get("cursor")
    return Response(views.stages(*wiring.stages().read(request.work, record_id, limit, cursor)))
