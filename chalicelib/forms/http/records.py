"""Records: create, list, get, change, delete, restore, history."""

from __future__ import annotations

from typing import Any

from chalice import Blueprint

from ...edge import PAGE_QUERY, SIGNED_IN, Request, Response, endpoint
from ...kernel.page import DEFAULT_PAGE
from .. import prefetch, views, wiring
from .replies import record_reply

routes = Blueprint(__name__)

_CONDITIONS: dict[str, dict[str, Any]] = {
    "q": {
        "type": "string",
        "maxLength": 100,
        "description": (
            "What serial, title, who made it, or a value that the list shows contains, whatever its case and width."
        ),
    },
    "filter": {
        "type": "string",
        "maxLength": 4000,
        "description": (
            'JSON list such as [{"field": "total", "op": "gte", "value": "100"}]. Ops: eq, lt, lte, gt, gte, '
            "between and in (lists of values), prefix and contains (text), has (lists), blank, filled. Fields: those "
            "that the list shows or sorts by, @state, @created_by, @created_at, @updated_at, @state_at."
        ),
    },
}
_LIST_QUERY: dict[str, dict[str, Any]] = {
    "sort": {
        "type": "string",
        "maxLength": 41,
        "description": (
            "An indexed field, @created_at, @updated_at or @state_at; with - in front, descending. Newest first if "
            "missing."
        ),
    },
    **_CONDITIONS,
    **PAGE_QUERY,
}


@routes.route("/v1/forms/{form_id}/records", methods=["POST"])
@endpoint(
    SIGNED_IN,
    body="forms/record_values",
    response="forms/record",
    status=201,
    prefetch=prefetch.filling_in,
    tag="records",
    summary="Fill in a form: a draft if a flow waits for it, else active",
)
def create_record(request: Request, form_id: str) -> Response:
    return record_reply(request, wiring.records().submit(request.work, form_id, request.body["values"]), 1)


@routes.route("/v1/forms/{form_id}/records", methods=["GET"])
@endpoint(
    SIGNED_IN,
    query=_LIST_QUERY,
    response="forms/record_card",
    response_list=True,
    prefetch=prefetch.form,
    tag="records",
    summary="Records of a form: all with that right, else one's own and what was shared",
)
def list_records(request: Request, form_id: str) -> Response:
    limit, cursor = request.query.get("limit", DEFAULT_PAGE), request.query.get("cursor")
    wiring.forms().require_visible(request.work, form_id)
    page = wiring.lists().records(request.work, form_id, wiring.asked(request.query), limit=limit, cursor=cursor)
    return Response.page(wiring.link_titles().cards(request.work, form_id, page).map(views.card))


@routes.route("/v1/forms/{form_id}/records/count", methods=["GET"])
@endpoint(
    SIGNED_IN,
    query=_CONDITIONS,
    response="forms/record_count",
    prefetch=prefetch.form,
    tag="records",
    summary="How many records the list holds; exact up to a thousand",
)
def count_records(request: Request, form_id: str) -> Response:
    wiring.forms().require_visible(request.work, form_id)
    counted = wiring.lists().count(request.work, form_id, wiring.asked(request.query))
    return Response({"count": counted.count, "exact": counted.exact})


@routes.route("/v1/forms/{form_id}/bin", methods=["GET"])
@endpoint(
    SIGNED_IN,
    query=PAGE_QUERY,
    response="forms/bin_card",
    response_list=True,
    prefetch=prefetch.form,
    tag="records",
    summary="The recycle bin: deleted records, kept for 30 days",
)
def list_bin(request: Request, form_id: str) -> Response:
    wiring.forms().require_visible(request.work, form_id)
    limit, cursor = request.query.get("limit", DEFAULT_PAGE), request.query.get("cursor")
    page = wiring.lists().bin(request.work, form_id, limit=limit, cursor=cursor)
    return Response.page(wiring.link_titles().cards(request.work, form_id, page).map(views.card))


@routes.route("/v1/records/{record_id}", methods=["GET"])
@endpoint(
    SIGNED_IN,
    response="forms/record",
    prefetch=prefetch.reading,
    tag="records",
    summary="One record; by the id of one that was merged into it, too",
)
def get_record(request: Request, record_id: str) -> Response:
    shown = wiring.records().read(request.work, record_id)
    return record_reply(request, shown, shown.record.version, asked_id=record_id)


@routes.route("/v1/records/{record_id}", methods=["PUT"])
@endpoint(
    SIGNED_IN,
    body="forms/record_values",
    response="forms/record",
    if_match=True,
    prefetch=prefetch.reading,
    tag="records",
    summary="All values of a record anew",
)
def update_record(request: Request, record_id: str) -> Response:
    shown = wiring.records().update(
        request.work,
        record_id,
        request.version or 0,
        request.body["values"],
        refresh=request.body.get("refresh", False),
    )
    written = 1 if request.work.changes else 0
    return record_reply(request, shown, shown.record.version + written)


@routes.route("/v1/records/{record_id}", methods=["DELETE"])
@endpoint(
    SIGNED_IN, status=204, if_match=True, prefetch=prefetch.reading, tag="records", summary="Into the recycle bin"
)
def delete_record(request: Request, record_id: str) -> Response:
    wiring.records().delete(request.work, record_id, request.version or 0)
    return Response()


@routes.route("/v1/records/{record_id}/restore", methods=["POST"])
@endpoint(
    SIGNED_IN, response="forms/record", prefetch=prefetch.reading, tag="records", summary="Out of the recycle bin"
)
def restore_record(request: Request, record_id: str) -> Response:
    shown = wiring.records().restore(request.work, record_id)
    return record_reply(request, shown, shown.record.version + 1)


@routes.route("/v1/records/{record_id}/history", methods=["GET"])
@endpoint(
    SIGNED_IN,
    query=PAGE_QUERY,
    response="forms/history_entry",
    response_list=True,
    prefetch=prefetch.reading,
    tag="records",
    summary="Who changed what when, newest first",
)
def list_history(request: Request, record_id: str) -> Response:
    limit, cursor = request.query.get("limit", DEFAULT_PAGE), request.query.get("cursor")
    page = wiring.records().history(request.work, record_id, limit, cursor)
    return Response.page(wiring.link_titles().history(request.work, record_id, page))
