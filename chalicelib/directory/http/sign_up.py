"""Sign-up, and the signed-in member himself."""

from chalice import Blueprint

from ...edge import PUBLIC, SIGNED_IN, Call, Reply, endpoint
from .. import prefetch, views, wiring

routes = Blueprint(__name__)


@routes.route("/v1/sign-up", methods=["POST"])
@endpoint(
    PUBLIC,
    body="directory/sign_up",
    reply="directory/accepted",
    status=202,
    tag="sign-up",
    summary="Ask for a company of one's own; a mail follows",
)
def sign_up(call: Call) -> Reply:
    wiring.sign_up().ask(call.work, **call.body)
    return Reply({"status": "mail_sent"})


@routes.route("/v1/sign-up/verify", methods=["POST"])
@endpoint(
    PUBLIC,
    body="directory/token",
    reply="directory/signed_in",
    status=201,
    tag="sign-up",
    summary="Open the company with the mailed token, and be signed in",
)
def verify_sign_up(call: Call) -> Reply:
    entered = wiring.sign_up().verify(call.work, call.body["token"], call.headers.get("user-agent", ""))
    return Reply(views.entered(entered, "/first-steps"), session=entered.session)


@routes.route("/v1/me", methods=["GET"])
@endpoint(
    SIGNED_IN,
    reply="directory/me",
    tag="me",
    summary="Who is signed in, with which rights, in which company",
    prefetch=prefetch.own_steps,
)
def get_me(call: Call) -> Reply:
    seen = wiring.me().look(call.work)
    return Reply(views.me(seen, call.work.now, call.language), version=seen.member.version)


@routes.route("/v1/me", methods=["PUT"])
@endpoint(
    SIGNED_IN,
    body="directory/me_change",
    reply="directory/member",
    if_match=True,
    tag="me",
    summary="Change one's own name and language",
    when_read_only=True,
)
def change_me(call: Call) -> Reply:
    org, member = wiring.members().change_own(call.work, call.version or 0, **call.body)
    return Reply(views.member(org, member), version=member.version)
