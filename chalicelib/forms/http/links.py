"""Links between records: what may be chosen, and who links to a record."""

from __future__ import annotations

from typing import Any

from chalice import Blueprint

from ...edge import PAGE_QUERY, SIGNED_IN, Request, Response, endpoint
from ...kernel.page import DEFAULT_PAGE, Page
from .. import prefetch, views, wiring

routes = Blueprint(__name__)

_CANDIDATES: dict[str, dict[str, Any]] = {
    "q": {
        "type": "string",
        "maxLength": 100,
        "description": "What the title contains, or the first letters of its sounds: hdfm finds 华东阀门.",
    },
    "values": {
        "type": "string",
        "maxLength": 8000,
        "description": (
            "JSON of the values of the record that the link is in, with those of the row over them: as many as the "
            "condition of the link asks for."
        ),
    },
    "form": {
        "type": "string",
        "maxLength": 26,
        "description": "Which of several linked forms to choose from; the first if missing.",
    },
    **PAGE_QUERY,
}


@routes.route("/v1/forms/{form_id}/links/{path}/candidates", methods=["GET"])
@endpoint(
    SIGNED_IN,
    query=_CANDIDATES,
    response="forms/candidate",
    response_list=True,
    prefetch=prefetch.form,
    tag="records",
    summary="The records that a link may be set to",
)
def list_candidates(request: Request, form_id: str, path: str) -> Response:
    limit, cursor = request.query.get("limit", DEFAULT_PAGE), request.query.get("cursor")
    wanted = wiring.wanted(request.query)
    page = wiring.candidates().page(request.work, form_id, path, wanted, limit=limit, cursor=cursor)
    return Response.page(wiring.link_titles().candidates(request.work, page))


@routes.route("/v1/records/{record_id}/children", methods=["GET"])
@endpoint(
    SIGNED_IN,
    response="forms/child_link",
    response_list=True,
    prefetch=prefetch.reading,
    tag="records",
    summary="Through which links other records lead to it, and how many, up to a hundred",
)
def list_links_to(request: Request, record_id: str) -> Response:
    return Response.page(Page(tuple(views.child_link(tab) for tab in wiring.children().tabs(request.work, record_id))))


@routes.route("/v1/records/{record_id}/children/{form_id}/{path}", methods=["GET"])
@endpoint(
    SIGNED_IN,
    query=PAGE_QUERY,
    response="forms/record_card",
    response_list=True,
    prefetch=prefetch.reading,
    tag="records",
    summary="The records that lead to it through one link, the newest first",
)
def list_children(request: Request, record_id: str, form_id: str, path: str) -> Response:
    limit, cursor = request.query.get("limit", DEFAULT_PAGE), request.query.get("cursor")
    page = wiring.children().page(request.work, record_id, form_id, path, limit=limit, cursor=cursor)
    return Response.page(wiring.link_titles().cards(request.work, form_id, page).map(views.card))
