"""Sign-up, and the signed-in member himself."""

from chalice import Blueprint

from ...edge import PUBLIC, SIGNED_IN, Request, Response, endpoint
from .. import prefetch, views, wiring

routes = Blueprint(__name__)


@routes.route("/v1/sign-up", methods=["POST"])
@endpoint(
    PUBLIC,
    body="directory/sign_up",
    response="directory/accepted",
    status=202,
    tag="sign-up",
    summary="Ask for a company of one's own; a mail follows",
)
def sign_up(request: Request) -> Response:
    wiring.sign_up().ask(request.work, **request.body)
    return Response({"status": "mail_sent"})


@routes.route("/v1/sign-up/verify", methods=["POST"])
@endpoint(
    PUBLIC,
    body="directory/token",
    response="directory/signed_in",
    status=201,
    tag="sign-up",
    summary="Open the company with the mailed token, and be signed in",
)
def verify_sign_up(request: Request) -> Response:
    entered = wiring.sign_up().verify(request.work, request.body["token"], request.headers.get("user-agent", ""))
    return Response(views.entered(entered, "/first-steps"), session=entered.session)


@routes.route("/v1/me", methods=["GET"])
@endpoint(
    SIGNED_IN,
    response="directory/me",
    tag="me",
    summary="Who is signed in, with which rights, in which company",
    prefetch=prefetch.own_steps,
)
def get_me(request: Request) -> Response:
    seen = wiring.me().look(request.work)
    return Response(views.me(seen, request.work.now, request.language), version=seen.member.version)


@routes.route("/v1/me", methods=["PUT"])
@endpoint(
    SIGNED_IN,
    body="directory/me_change",
    response="directory/member",
    if_match=True,
    tag="me",
    summary="Change one's own name and language",
    when_read_only=True,
)
def change_me(request: Request) -> Response:
    org, member = wiring.members().change_own(request.work, request.version or 0, **request.body)
    return Response(views.member(org, member), version=member.version)
