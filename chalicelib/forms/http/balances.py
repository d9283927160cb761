"""Guarded balances of a record: where they stand, what moved them, and whether the sums agree."""

from chalice import Blueprint

from ...edge import PAGE_QUERY, SIGNED_IN, Request, Response, endpoint
from ...kernel.page import DEFAULT_PAGE, Page
from .. import prefetch, views, wiring
from ..access.giving import BUILD

routes = Blueprint(__name__)

_PERIOD = {
    "type": "string",
    "pattern": "^([0-9]{4}(-(0[1-9]|1[0-2]|Q[1-4]))?)?$",
    "description": "2026, 2026-Q4 or 2026-12; empty or missing if the limit holds for ever.",
}


@routes.route("/v1/records/{record_id}/balances", methods=["GET"])
@endpoint(
    SIGNED_IN,
    response="forms/record_balance",
    response_list=True,
    prefetch=prefetch.reading,
    tag="records",
    summary="The guarded balances whose limit this record has",
)
def list_balances(request: Request, record_id: str) -> Response:
    return Response.page(Page(tuple(wiring.balances().of_record(request.work, record_id)), None))


@routes.route("/v1/records/{record_id}/balances/{form_id}/{balance}/movements", methods=["GET"])
@endpoint(
    SIGNED_IN,
    query={"period": _PERIOD, **PAGE_QUERY},
    response="forms/balance_movement",
    response_list=True,
    prefetch=prefetch.reading,
    tag="records",
    summary="What moved a balance, newest first; records only as far as one may read them",
)
def list_movements(request: Request, record_id: str, form_id: str, balance: str) -> Response:
    query = request.query
    page = wiring.balances().movements(
        request.work,
        (record_id, form_id, balance, query.get("period", "")),
        limit=query.get("limit", DEFAULT_PAGE),
        cursor=query.get("cursor"),
    )
    return Response.page(page.map(views.movement))


@routes.route("/v1/records/{record_id}/balances/recheck", methods=["POST"])
@endpoint(
    BUILD,
    response="forms/balance_recheck",
    response_list=True,
    saves=False,
    prefetch=prefetch.reading,
    tag="records",
    summary="Add up the movements of this record's balances, and what records take of them now",
)
def recheck_balances(request: Request, record_id: str) -> Response:
    return Response.page(Page(tuple(wiring.balances().recheck(request.work, record_id)), None))
