"""Lists for programs: a query with chosen fields, and what the records of a list come to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from chalice import Blueprint

from ...edge import SIGNED_IN, Request, Response, endpoint
from ...kernel.page import DEFAULT_PAGE
from .. import prefetch, views, wiring
from ..wiring import queries

if TYPE_CHECKING:
    from ..service.lists import Asked

routes = Blueprint(__name__)


@routes.route("/v1/forms/{form_id}/records/query", methods=["POST"])
@endpoint(
    SIGNED_IN,
    body="forms/record_query",
    response="forms/record_card",
    response_list=True,
    saves=False,
    prefetch=prefetch.form,
    tag="records",
    summary="Records of a form that meet a condition, with whole values of the fields asked for",
)
def query_records(request: Request, form_id: str) -> Response:
    wiring.forms().require_visible(request.work, form_id)
    body = request.body
    limit, cursor = body.get("limit", DEFAULT_PAGE), body.get("cursor")
    page = queries.queries().page(
        request.work, form_id, asked(body), body.get("fields"), limit=limit, cursor=cursor or None
    )
    return Response.page(wiring.link_titles().cards(request.work, form_id, page).map(views.card))


@routes.route("/v1/forms/{form_id}/records/aggregate", methods=["POST"])
@endpoint(
    SIGNED_IN,
    body="forms/aggregate_request",
    response="forms/aggregate",
    saves=False,
    prefetch=prefetch.form,
    tag="records",
    summary="Counts, sums, averages and extremes of the records that meet a condition, by one field if asked",
)
def aggregate_records(request: Request, form_id: str) -> Response:
    wiring.forms().require_visible(request.work, form_id)
    body = request.body
    found = queries.aggregates().answer(request.work, form_id, asked(body), body["measures"], body.get("by") or "")
    return Response(views.aggregate(found))


def asked(body: dict[str, Any]) -> Asked:
    """The question of a body. Raises ListInvalid."""
    from ..service.lists import Asked
    from ..service.queries import one_order

    return Asked(one_order(body.get("sort", ())), body.get("filter") or "", body.get("q", ""))
