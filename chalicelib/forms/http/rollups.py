"""Roll-ups: which links they may go through, and computing those of a record anew."""

from __future__ import annotations

from chalice import Blueprint

from ...edge import Request, Response, endpoint
from ...kernel.page import Page
from .. import prefetch, views, wiring
from ..access.giving import BUILD
from ..job_kinds import recount

routes = Blueprint(__name__)


@routes.route("/v1/forms/{form_id}/inbound", methods=["GET"])
@endpoint(
    BUILD,
    response="forms/inbound_link",
    response_list=True,
    prefetch=prefetch.form,
    tag="forms",
    summary="The links of other forms, and of the form itself, that lead to its records",
)
def list_inbound_links(request: Request, form_id: str) -> Response:
    found = wiring.linked_forms().inbound(request.work, form_id)
    return Response.page(Page(tuple(views.inbound_link(each) for each in found)))


@routes.route("/v1/records/{record_id}/recompute", methods=["POST"])
@endpoint(
    BUILD,
    response="forms/recompute",
    status=202,
    prefetch=prefetch.reading,
    tag="records",
    summary="Compute the record's roll-ups anew, in the background",
)
def recompute_record(request: Request, record_id: str) -> Response:
    shown = wiring.records().read(request.work, record_id)
    return Response({"job_id": recount.start_for(request.work, shown.record.id)})
