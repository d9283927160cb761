"""Invitations, on the company's side and on the invited one's."""

from chalice import Blueprint

from ...edge import PUBLIC, Request, Response, endpoint
from .. import views, wiring
from ..domain.permissions import MEMBERS_MANAGE

routes = Blueprint(__name__)


@routes.route("/v1/invitations", methods=["GET"])
@endpoint(
    MEMBERS_MANAGE,
    response="directory/invitation",
    response_list=True,
    tag="invitations",
    summary="Invitations that are neither accepted nor revoked, oldest first",
)
def list_invitations(request: Request) -> Response:
    found = wiring.invitations().every(request.work)
    return Response({"items": [views.invitation(each, request.work.now) for each in found], "next_cursor": None})


@routes.route("/v1/invitations", methods=["POST"])
@endpoint(
    MEMBERS_MANAGE,
    body="directory/invite",
    response="directory/invitation",
    status=201,
    tag="invitations",
    summary="Invite somebody by mail; roles beyond a plain member's also need roles.manage",
)
def invite(request: Request) -> Response:
    place = {name: value for name, value in request.body.items() if name not in ("email", "name")}
    invitation = wiring.invitations().send(request.work, request.body["email"], request.body["name"], place)
    return Response(views.invitation(invitation, request.work.now), version=invitation.version)


@routes.route("/v1/invitations/{invitation_id}/resend", methods=["POST"])
@endpoint(
    MEMBERS_MANAGE,
    response="directory/invitation",
    tag="invitations",
    summary="Mail a new link, valid for a new week; the old link is dead",
)
def resend_invitation(request: Request, invitation_id: str) -> Response:
    invitation = wiring.invitations().send_again(request.work, invitation_id)
    return Response(views.invitation(invitation, request.work.now), version=invitation.version)


@routes.route("/v1/invitations/{invitation_id}", methods=["DELETE"])
@endpoint(MEMBERS_MANAGE, status=204, tag="invitations", summary="Revoke an invitation; its link is dead")
def revoke_invitation(request: Request, invitation_id: str) -> Response:
    wiring.invitations().revoke(request.work, invitation_id)
    return Response()


@routes.route("/v1/invitations/look", methods=["POST"])
@endpoint(
    PUBLIC,
    body="directory/token",
    response="directory/invitation_preview",
    saves=False,
    tag="invitations",
    summary="What the mailed token offers: company, inviter, and whether a new password is needed",
)
def look_at_invitation(request: Request) -> Response:
    return Response(views.offer(wiring.joining().look(request.work, request.body["token"])))


@routes.route("/v1/invitations/accept", methods=["POST"])
@endpoint(
    PUBLIC,
    body="directory/invitation_accept",
    response="directory/signed_in",
    status=201,
    tag="invitations",
    summary="Join the company with the mailed token, and be signed in",
)
def accept_invitation(request: Request) -> Response:
    entered = wiring.joining().accept(
        request.work,
        request.body["token"],
        request.body["password"],
        request.headers.get("user-agent", ""),
        name=request.body.get("name", ""),
        language=request.body.get("language", ""),
    )
    return Response(views.entered(entered, "/"), session=entered.session)
