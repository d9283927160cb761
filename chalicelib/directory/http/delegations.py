"""Who decides while I am away."""

from chalice import Blueprint

from ...edge import SIGNED_IN, Request, Response, endpoint
from .. import views, wiring

routes = Blueprint(__name__)


@routes.route("/v1/me/delegations", methods=["GET"])
@endpoint(
    SIGNED_IN,
    response="directory/delegation",
    response_list=True,
    tag="me",
    summary="Who decides for me while I am away, and for whom I do; the latest first",
)
def list_my_delegations(request: Request) -> Response:
    org, found = wiring.delegations().mine(request.work)
    return Response({"items": [views.delegation(org, each, request.work.at) for each in found], "next_cursor": None})


@routes.route("/v1/me/delegations", methods=["POST"])
@endpoint(
    SIGNED_IN,
    body="directory/delegation_create",
    response="directory/delegation",
    status=201,
    tag="me",
    summary="Let a colleague decide my new tasks for a while",
)
def add_my_delegation(request: Request) -> Response:
    body = request.body
    org, delegation = wiring.delegations().add(
        request.work, body["to_id"], body["from_at"], body["to_at"], body.get("form_ids", ())
    )
    return Response(views.delegation(org, delegation, request.work.at), version=delegation.version)


@routes.route("/v1/me/delegations/{delegation_id}", methods=["DELETE"])
@endpoint(SIGNED_IN, if_match=True, status=204, tag="me", summary="End it, or take it back before it begins")
def drop_my_delegation(request: Request, delegation_id: str) -> Response:
    wiring.delegations().drop(request.work, delegation_id, request.version or 0)
    return Response()
