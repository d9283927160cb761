"""Permission groups: a masked value whole, the form as a member sees it, and who sees a record."""

from __future__ import annotations

from chalice import Blueprint

from ...edge import PAGE_QUERY, SIGNED_IN, Request, Response, endpoint
from ...kernel.page import DEFAULT_PAGE
from .. import prefetch, views, wiring
from ..access.giving import BUILD
from ..wiring import rights as wired

routes = Blueprint(__name__)
_MEMBER = {"type": "string", "pattern": "^[0-9a-hjkmnp-tv-z]{26}$"}


@routes.route("/v1/records/{record_id}/reveal", methods=["POST"])
@endpoint(
    SIGNED_IN,
    body="forms/reveal",
    response="forms/revealed",
    prefetch=prefetch.reading,
    tag="records",
    summary="The whole value of a masked field, for who may ask for it; the audit log keeps who asked",
)
def reveal_value(request: Request, record_id: str) -> Response:
    field = request.body["field"]
    return Response({"field": field, "value": wired.revealing().reveal(request.work, record_id, field)})


@routes.route("/v1/forms/{form_id}/access/preview", methods=["POST"])
@endpoint(
    BUILD,
    body="forms/access_preview_request",
    response="forms/access_preview",
    prefetch=prefetch.form,
    saves=False,
    tag="forms",
    summary="The form as a member sees it, under its rights or those of a draft; for who reads all of its records",
)
def preview_access(request: Request, form_id: str) -> Response:
    from ...kernel.page import Page

    work, wanted = request.work, request.body
    seen = wired.viewing_as().preview(work, form_id, wanted["member_id"], wanted.get("access"))
    titles = wiring.link_titles()
    page = titles.cards(work, form_id, titles.cards(seen.as_member, form_id, Page(seen.cards)))
    return Response(views.access_preview(seen, [views.card(each) for each in page.items]))


@routes.route("/v1/records/{record_id}/readers", methods=["GET"])
@endpoint(
    SIGNED_IN,
    query={"member_id": _MEMBER, **PAGE_QUERY},
    response="forms/record_reader",
    response_list=True,
    prefetch=prefetch.reading,
    tag="records",
    summary="Who may read the record and why, or whether one member may; for who changes all records of the form",
)
def list_readers(request: Request, record_id: str) -> Response:
    limit, cursor = request.query.get("limit", DEFAULT_PAGE), request.query.get("cursor")
    found = wired.viewing_as().readers(
        request.work, record_id, member_id=request.query.get("member_id", ""), limit=limit, cursor=cursor
    )
    return Response.page(found.map(views.record_reader))
