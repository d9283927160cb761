"""Routes of what a member wants to be mailed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from chalice import Blueprint

from ..edge import SIGNED_IN, Call, Reply, endpoint
from . import wiring

if TYPE_CHECKING:
    from .domain.preferences import Preferences

routes = Blueprint(__name__)


@routes.route("/v1/me/notifications", methods=["GET"])
@endpoint(SIGNED_IN, reply="notifications/preferences", tag="me", summary="What I am mailed; everything until I choose")
def get_my_notifications(call: Call) -> Reply:
    found = wiring.choosing().get(call.work)
    return Reply(_body(found, found.version), version=found.version)


@routes.route("/v1/me/notifications", methods=["PUT"])
@endpoint(
    SIGNED_IN,
    body="notifications/preferences_change",
    reply="notifications/preferences",
    if_match=True,
    tag="me",
    summary="Choose what I am mailed; the version is 0 before the first time",
    when_read_only=True,
)
def change_my_notifications(call: Call) -> Reply:
    version = call.version or 0
    changed = wiring.choosing().change(call.work, version, call.body)
    return Reply(_body(changed, version + 1), version=version + 1)


def _body(preferences: Preferences, version: int) -> dict[str, Any]:
    return {**preferences.shown(), "version": version}
