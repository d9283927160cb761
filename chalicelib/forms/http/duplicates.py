"""Whether a record is there already, before it is saved."""

from chalice import Blueprint

from ...edge import SIGNED_IN, Request, Response, endpoint
from .. import prefetch
from ..wiring import duplicates as wiring

routes = Blueprint(__name__)


@routes.route("/v1/forms/{form_id}/duplicates", methods=["POST"])
@endpoint(
    SIGNED_IN,
    body="forms/duplicate_check",
    response="forms/duplicate_matches",
    saves=False,
    prefetch=prefetch.form,
    tag="records",
    summary="Records that are the same as one with these values, by the duplicate rules of the form",
)
def find_duplicates(request: Request, form_id: str) -> Response:
    values, editing = request.body["values"], request.body.get("record_id", "")
    return Response({"matches": wiring.duplicates().matches(request.work, form_id, values, editing)})
