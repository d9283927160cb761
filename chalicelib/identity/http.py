"""Routes of sessions and passwords."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from chalice import Blueprint

from ..edge import PAGE_QUERY, PUBLIC, SIGNED_IN, SIGNED_OUT, Call, Reply, endpoint
from ..edge.request import read_cookies
from ..kernel.clock import to_text
from ..kernel.page import DEFAULT_PAGE
from . import wiring
from .domain.devices import device_name

if TYPE_CHECKING:
    from .domain.sessions import Session
    from .service.sessions import Entry

routes = Blueprint(__name__)


@routes.route("/v1/session", methods=["POST"])
@endpoint(PUBLIC, summary="Sign in", tag="session", body="identity/sign_in", reply="identity/session")
def sign_in(call: Call) -> Reply:
    body = call.body
    entry = wiring.sign_in().enter(
        call.work,
        body["email"],
        body["password"],
        tenant_id=body.get("tenant_id"),
        user_agent=_user_agent(call),
        device=wiring.sessions().device_claim(read_cookies(call.headers)),
    )
    return Reply(_entry(entry), session=entry.ref)


@routes.route("/v1/session", methods=["GET"])
@endpoint(SIGNED_IN, summary="Who is signed in, and the account's companies", tag="session", reply="identity/session")
def get_session(call: Call) -> Reply:
    return Reply(_entry(wiring.sessions().current(call.work)))


@routes.route("/v1/session", methods=["DELETE"])
@endpoint(PUBLIC, summary="Sign out", tag="session", status=204)
def sign_out(call: Call) -> Reply:
    wiring.sessions().sign_out(call.work, read_cookies(call.headers))
    return Reply(session=SIGNED_OUT)


@routes.route("/v1/session/refresh", methods=["POST"])
@endpoint(PUBLIC, summary="Exchange the refresh cookie for the next pair", tag="session", status=204)
def refresh_session(call: Call) -> Reply:
    return Reply(session=wiring.sessions().refresh(call.work, read_cookies(call.headers)))


@routes.route("/v1/session/switch", methods=["POST"])
@endpoint(
    SIGNED_IN,
    summary="Go on in another company of the account",
    tag="session",
    body="identity/switch",
    reply="identity/session",
    when_read_only=True,
)
def switch_session(call: Call) -> Reply:
    entry = wiring.sessions().switch(call.work, call.body["tenant_id"], _user_agent(call))
    return Reply(_entry(entry), session=entry.ref)


@routes.route("/v1/sessions", methods=["GET"])
@endpoint(
    SIGNED_IN,
    summary="My signed-in devices",
    tag="session",
    query=PAGE_QUERY,
    reply="identity/device",
    reply_list=True,
)
def list_sessions(call: Call) -> Reply:
    page = wiring.sessions().mine(call.work, call.query.get("limit", DEFAULT_PAGE), call.query.get("cursor"))
    return Reply.page(page.map(lambda session: _device(session, call.actor.session_id)))


@routes.route("/v1/sessions/{session_id}", methods=["DELETE"])
@endpoint(SIGNED_IN, summary="Sign a device of mine out", tag="session", status=204, when_read_only=True)
def revoke_session(call: Call, session_id: str) -> Reply:
    wiring.sessions().revoke(call.work, session_id)
    return Reply(session=SIGNED_OUT if session_id == call.actor.session_id else None)


@routes.route("/v1/password", methods=["POST"])
@endpoint(
    SIGNED_IN,
    summary="Change my password; my other sessions end",
    tag="password",
    body="identity/password_change",
    status=204,
    when_read_only=True,
)
def change_password(call: Call) -> Reply:
    wiring.passwords().change(call.work, call.body["old_password"], call.body["password"])
    return Reply()


@routes.route("/v1/password/reset-request", methods=["POST"])
@endpoint(
    PUBLIC,
    summary="Mail a link for a new password, if the address has an account",
    tag="password",
    body="identity/reset_request",
    status=202,
)
def request_password_reset(call: Call) -> Reply:
    wiring.passwords().request_reset(call.work, call.body["email"], call.language)
    return Reply()


@routes.route("/v1/password/reset", methods=["POST"])
@endpoint(
    PUBLIC, summary="Set a new password by a mailed link", tag="password", body="identity/password_reset", status=204
)
def reset_password(call: Call) -> Reply:
    wiring.passwords().reset(call.work, call.body["token"], call.body["password"])
    return Reply(session=SIGNED_OUT)


def _user_agent(call: Call) -> str:
    return call.headers.get("user-agent", "")


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
