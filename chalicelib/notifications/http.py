"""Routes of what a member wants to be mailed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from chalice import Blueprint

from ..edge import SIGNED_IN, Request, Response, endpoint
from . import wiring

if TYPE_CHECKING:
    from .domain.preferences import Preferences

routes = Blueprint(__name__)


@routes.route("/v1/me/notifications", methods=["GET"])
@endpoint(
    SIGNED_IN, response="notifications/preferences", tag="me", summary="What I am mailed; everything until I choose"
)
def get_my_notifications(request: Request) -> Response:
    found = wiring.choosing().get(request.work)
    return Response(_body(found, found.version), version=found.version)


@routes.route("/v1/me/notifications", methods=["PUT"])
@endpoint(
    SIGNED_IN,
    body="notifications/preferences_change",
    response="notifications/preferences",
    if_match=True,
    tag="me",
    summary="Choose what I am mailed; the version is 0 before the first time",
    when_read_only=True,
)
def change_my_notifications(request: Request) -> Response:
    version = request.version or 0
    changed = wiring.choosing().change(request.work, version, request.body)
    return Response(_body(changed, version + 1), version=version + 1)


def _body(preferences: Preferences, version: int) -> dict[str, Any]:
    return {**preferences.shown(), "version": version}
