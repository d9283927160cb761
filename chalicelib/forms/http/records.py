"""Records: create, list, get, change, delete, restore, history."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from chalice import Blueprint

from ...edge import PAGE_QUERY, SIGNED_IN, Call, Reply, endpoint
from ...kernel.page import DEFAULT_PAGE
from .. import prefetch, views, wiring

if TYPE_CHECKING:
    from ..domain.records import Record

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


def _reply(call: Call, record: Record, version: int) -> Reply:
    may_change = wiring.records().may_change(call.work, record)
    return Reply(views.record(record, version, may_change=may_change), version=version)


@routes.route("/v1/forms/{form_id}/records", methods=["POST"])
@endpoint(
    SIGNED_IN,
    body="forms/record_values",
    reply="forms/record",
    status=201,
    prefetch=prefetch.filling_in,
    tag="records",
    summary="Fill in a form: a draft if a flow waits for it, else active",
)
def create_record(call: Call, form_id: str) -> Reply:
    return _reply(call, wiring.records().submit(call.work, form_id, call.body["values"]), 1)


@routes.route("/v1/forms/{form_id}/records", methods=["GET"])
@endpoint(
    SIGNED_IN,
    query=_LIST_QUERY,
    reply="forms/record_card",
    reply_list=True,
    prefetch=prefetch.form,
    tag="records",
    summary="Records of a form: all with that right, else one's own and what was shared",
)
def list_records(call: Call, form_id: str) -> Reply:
    limit, cursor = call.query.get("limit", DEFAULT_PAGE), call.query.get("cursor")
    wiring.forms().require_visible(call.work, form_id)
    page = wiring.lists().records(call.work, form_id, wiring.asked(call.query), limit=limit, cursor=cursor)
    return Reply.page(page.map(views.card))


@routes.route("/v1/forms/{form_id}/records/count", methods=["GET"])
@endpoint(
    SIGNED_IN,
    query=_CONDITIONS,
    reply="forms/record_count",
    prefetch=prefetch.form,
    tag="records",
    summary="How many records the list holds; exact up to a thousand",
)
def count_records(call: Call, form_id: str) -> Reply:
    wiring.forms().require_visible(call.work, form_id)
    counted = wiring.lists().count(call.work, form_id, wiring.asked(call.query))
    return Reply({"count": counted.count, "exact": counted.exact})


@routes.route("/v1/forms/{form_id}/bin", methods=["GET"])
@endpoint(
    SIGNED_IN,
    query=PAGE_QUERY,
    reply="forms/bin_card",
    reply_list=True,
    prefetch=prefetch.form,
    tag="records",
    summary="The recycle bin: deleted records, kept for 30 days",
)
def list_bin(call: Call, form_id: str) -> Reply:
    wiring.forms().require_visible(call.work, form_id)
    limit, cursor = call.query.get("limit", DEFAULT_PAGE), call.query.get("cursor")
    return Reply.page(wiring.lists().bin(call.work, form_id, limit=limit, cursor=cursor).map(views.card))


@routes.route("/v1/records/{record_id}", methods=["GET"])
@endpoint(SIGNED_IN, reply="forms/record", prefetch=prefetch.reading, tag="records", summary="One record")
def get_record(call: Call, record_id: str) -> Reply:
    record = wiring.records().read(call.work, record_id)
    return _reply(call, record, record.version)


@routes.route("/v1/records/{record_id}", methods=["PUT"])
@endpoint(
    SIGNED_IN,
    body="forms/record_values",
    reply="forms/record",
    if_match=True,
    prefetch=prefetch.reading,
    tag="records",
    summary="All values of a record anew",
)
def update_record(call: Call, record_id: str) -> Reply:
    record = wiring.records().update(call.work, record_id, call.version or 0, call.body["values"])
    return _reply(call, record, record.version + 1)


@routes.route("/v1/records/{record_id}", methods=["DELETE"])
@endpoint(
    SIGNED_IN, status=204, if_match=True, prefetch=prefetch.reading, tag="records", summary="Into the recycle bin"
)
def delete_record(call: Call, record_id: str) -> Reply:
    wiring.records().delete(call.work, record_id, call.version or 0)
    return Reply()


@routes.route("/v1/records/{record_id}/restore", methods=["POST"])
@endpoint(SIGNED_IN, reply="forms/record", prefetch=prefetch.reading, tag="records", summary="Out of the recycle bin")
def restore_record(call: Call, record_id: str) -> Reply:
    record = wiring.records().restore(call.work, record_id)
    return _reply(call, record, record.version + 1)


@routes.route("/v1/records/{record_id}/history", methods=["GET"])
@endpoint(
    SIGNED_IN,
    query=PAGE_QUERY,
    reply="forms/history_entry",
    reply_list=True,
    prefetch=prefetch.reading,
    tag="records",
    summary="Who changed what when, newest first",
)
def list_history(call: Call, record_id: str) -> Reply:
    limit, cursor = call.query.get("limit", DEFAULT_PAGE), call.query.get("cursor")
    return Reply.page(wiring.records().history(call.work, record_id, limit, cursor))
