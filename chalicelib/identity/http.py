"""Routes of sessions and passwords."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from chalice import Blueprint

from ..edge import PAGE_QUERY, PUBLIC, SIGNED_IN, SIGNED_OUT, Request, Response, endpoint
from ..edge.request_parsing import read_cookies
from ..kernel.clock import to_text
from ..kernel.page import DEFAULT_PAGE
from . import wiring
from .domain.devices import device_name

if TYPE_CHECKING:
    from .domain.sessions import Session
    from .service.sessions import Entry

routes = Blueprint(__name__)


@routes.route("/v1/session", methods=["POST"])
@endpoint(PUBLIC, summary="Sign in", tag="session", body="identity/sign_in", response="identity/session")
def sign_in(request: Request) -> Response:
    body = request.body
    entry = wiring.sign_in().enter(
        request.work,
        body["email"],
        body["password"],
        tenant_id=body.get("tenant_id"),
        user_agent=_user_agent(request),
        device=wiring.sessions().device_claim(read_cookies(request.headers)),
    )
    return Response(_entry(entry), session=entry.ref)


@routes.route("/v1/session", methods=["GET"])
@endpoint(
    SIGNED_IN, summary="Who is signed in, and the account's companies", tag="session", response="identity/session"
)
def get_session(request: Request) -> Response:
    return Response(_entry(wiring.sessions().current(request.work)))


@routes.route("/v1/session", methods=["DELETE"])
@endpoint(PUBLIC, summary="Sign out", tag="session", status=204)
def sign_out(request: Request) -> Response:
    wiring.sessions().sign_out(request.work, read_cookies(request.headers))
    return Response(session=SIGNED_OUT)


@routes.route("/v1/session/refresh", methods=["POST"])
@endpoint(PUBLIC, summary="Exchange the refresh cookie for the next pair", tag="session", status=204)
def refresh_session(request: Request) -> Response:
    return Response(session=wiring.sessions().refresh(request.work, read_cookies(request.headers)))


@routes.route("/v1/session/switch", methods=["POST"])
@endpoint(
    SIGNED_IN,
    summary="Go on in another company of the account",
    tag="session",
    body="identity/switch",
    response="identity/session",
    when_read_only=True,
)
def switch_session(request: Request) -> Response:
    entry = wiring.sessions().switch(request.work, request.body["tenant_id"], _user_agent(request))
    return Response(_entry(entry), session=entry.ref)


@routes.route("/v1/sessions", methods=["GET"])
@endpoint(
    SIGNED_IN,
    summary="My signed-in devices",
    tag="session",
    query=PAGE_QUERY,
    response="identity/device",
    response_list=True,
)
def list_sessions(request: Request) -> Response:
    page = wiring.sessions().mine(request.work, request.query.get("limit", DEFAULT_PAGE), request.query.get("cursor"))
    return Response.page(page.map(lambda session: _device(session, request.actor.session_id)))


@routes.route("/v1/sessions/{session_id}", methods=["DELETE"])
@endpoint(SIGNED_IN, summary="Sign a device of mine out", tag="session", status=204, when_read_only=True)
def revoke_session(request: Request, session_id: str) -> Response:
    wiring.sessions().revoke(request.work, session_id)
    return Response(session=SIGNED_OUT if session_id == request.actor.session_id else None)


@routes.route("/v1/password", methods=["POST"])
@endpoint(
    SIGNED_IN,
    summary="Change my password; my other sessions end",
    tag="password",
    body="identity/password_change",
    status=204,
    when_read_only=True,
)
def change_password(request: Request) -> Response:
    wiring.passwords().change(request.work, request.body["old_password"], request.body["password"])
    return Response()


@routes.route("/v1/password/reset-request", methods=["POST"])
@endpoint(
    PUBLIC,
    summary="Mail a link for a new password, if the address has an account",
    tag="password",
    body="identity/reset_request",
    status=202,
)
def request_password_reset(request: Request) -> Response:
    wiring.passwords().request_reset(request.work, request.body["email"], request.language)
    return Response()


@routes.route("/v1/password/reset", methods=["POST"])
@endpoint(
    PUBLIC, summary="Set a new password by a mailed link", tag="password", body="identity/password_reset", status=204
)
def reset_password(request: Request) -> Response:
    wiring.passwords().reset(request.work, request.body["token"], request.body["password"])
    return Response(session=SIGNED_OUT)


def _user_agent(request: Request) -> str:
    return request.headers.get("user-agent", "")


def _entry(entry: Entry) -> dict[str, Any]:
    return {
        "tenant_id": entry.ref.tenant_id,
        "member_id": entry.ref.member_id,
        "session_id": entry.ref.session_id,
        "name": entry.name,
        "company": entry.companies.get(entry.ref.tenant_id, ""),
        "companies": [{"tenant_id": tenant_id, "company": name} for tenant_id, name in entry.companies.items()],
    }


def _device(session: Session, current_id: str) -> dict[str, Any]:
    return {
        "id": session.id,
        "ip": session.ip,
        "device": device_name(session.user_agent),
        "created_at": to_text(session.created_at),
        "refreshed_at": to_text(session.rotated_at),
        "expires_at": to_text(session.expires_at),
        "current": session.id == current_id,
    }
