"""Invitations, on the company's side and on the invited one's."""

from chalice import Blueprint

from ...edge import PUBLIC, Call, Reply, endpoint
from .. import views, wiring
from ..domain.permissions import MEMBERS_MANAGE

routes = Blueprint(__name__)


@routes.route("/v1/invitations", methods=["GET"])
@endpoint(
    MEMBERS_MANAGE,
    reply="directory/invitation",
    reply_list=True,
    tag="invitations",
    summary="Invitations that are neither accepted nor revoked, oldest first",
)
def list_invitations(call: Call) -> Reply:
    found = wiring.invitations().every(call.work)
    return Reply({"items": [views.invitation(each, call.work.now) for each in found], "next_cursor": None})


@routes.route("/v1/invitations", methods=["POST"])
@endpoint(
    MEMBERS_MANAGE,
    body="directory/invite",
    reply="directory/invitation",
    status=201,
    tag="invitations",
    summary="Invite somebody by mail; roles beyond a plain member's also need roles.manage",
)
def invite(call: Call) -> Reply:
    place = {name: value for name, value in call.body.items() if name not in ("email", "name")}
    invitation = wiring.invitations().send(call.work, call.body["email"], call.body["name"], place)
    return Reply(views.invitation(invitation, call.work.now), version=invitation.version)


@routes.route("/v1/invitations/{invitation_id}/resend", methods=["POST"])
@endpoint(
    MEMBERS_MANAGE,
    reply="directory/invitation",
    tag="invitations",
    summary="Mail a new link, valid for a new week; the old link is dead",
)
def resend_invitation(call: Call, invitation_id: str) -> Reply:
    invitation = wiring.invitations().send_again(call.work, invitation_id)
    return Reply(views.invitation(invitation, call.work.now), version=invitation.version)


@routes.route("/v1/invitations/{invitation_id}", methods=["DELETE"])
@endpoint(MEMBERS_MANAGE, status=204, tag="invitations", summary="Revoke an invitation; its link is dead")
def revoke_invitation(call: Call, invitation_id: str) -> Reply:
    wiring.invitations().revoke(call.work, invitation_id)
    return Reply()


@routes.route("/v1/invitations/look", methods=["POST"])
@endpoint(
    PUBLIC,
    body="directory/token",
    reply="directory/invitation_preview",
    saves=False,
    tag="invitations",
    summary="What the mailed token offers: company, inviter, and whether a new password is needed",
)
def look_at_invitation(call: Call) -> Reply:
    return Reply(views.offer(wiring.joining().look(call.work, call.body["token"])))


@routes.route("/v1/invitations/accept", methods=["POST"])
@endpoint(
    PUBLIC,
    body="directory/invitation_accept",
    reply="directory/signed_in",
    status=201,
    tag="invitations",
    summary="Join the company with the mailed token, and be signed in",
)
def accept_invitation(call: Call) -> Reply:
    entered = wiring.joining().accept(
        call.work,
        call.body["token"],
        call.body["password"],
        call.headers.get("user-agent", ""),
        name=call.body.get("name", ""),
        language=call.body.get("language", ""),
    )
    return Reply(views.entered(entered, "/"), session=entered.session)
