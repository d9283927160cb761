"""What choosing a linked record would pull through."""

from __future__ import annotations

from typing import Any

from chalice import Blueprint

from ...edge import SIGNED_IN, Request, Response, endpoint
from .. import prefetch, wiring

routes = Blueprint(__name__)

_MOST = 50
_QUERY: dict[str, dict[str, Any]] = {
    "records": {
        "type": "string",
        "maxLength": 27 * _MOST,
        "description": f"Ids of linked records, separated by commas; at most {_MOST}.",
    },
    "editing": {
        "type": "string",
        "maxLength": 26,
        "description": "The record that is changed; without it a new one is filled in.",
    },
}


@routes.route("/v1/forms/{form_id}/links/{path}/values", methods=["GET"])
@endpoint(
    SIGNED_IN,
    query=_QUERY,
    response="forms/pulled_values",
    prefetch=prefetch.form,
    tag="records",
    summary="The values that the form would pull through from linked records, before anything is saved",
)
def get_pulled_values(request: Request, form_id: str, path: str) -> Response:
    wiring.forms().require_visible(request.work, form_id)
    ids = request.query.get("records", "").split(",")[:_MOST]
    values = wiring.pulling().values(request.work, form_id, path, ids, request.query.get("editing", ""))
    return Response({"values": values})
