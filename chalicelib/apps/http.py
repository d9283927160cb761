"""Apps: everybody's navigation, and what builders make of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from chalice import Blueprint

from ..edge import SIGNED_IN, Request, Response, endpoint
from . import views, wiring
from .domain import BUILD, default_app_id

if TYPE_CHECKING:
    from .domain import App

routes = Blueprint(__name__)


@routes.route("/v1/apps", methods=["GET"])
@endpoint(SIGNED_IN, response="apps/app", response_list=True, tag="apps", summary="Apps in the order of the navigation")
def list_apps(request: Request) -> Response:
    return _all(request, wiring.apps().shown(request.work))


@routes.route("/v1/apps", methods=["POST"])
@endpoint(BUILD, body="apps/app_create", response="apps/app", status=201, tag="apps", summary="A new, empty app")
def create_app(request: Request) -> Response:
    return _one(request, wiring.apps().create(request.work, request.body))


@routes.route("/v1/apps/order", methods=["POST"])
@endpoint(
    BUILD,
    body="apps/app_order",
    response="apps/app",
    response_list=True,
    tag="apps",
    summary="Put all apps in a new order",
)
def order_apps(request: Request) -> Response:
    return _all(request, wiring.apps().order(request.work, request.body["ids"]))


@routes.route("/v1/apps/{app_id}", methods=["PUT"])
@endpoint(
    BUILD,
    body="apps/app_change",
    response="apps/app",
    if_match=True,
    tag="apps",
    summary="Change name, look and menu of an app; its key stays",
)
def change_app(request: Request, app_id: str) -> Response:
    return _one(request, wiring.apps().change(request.work, app_id, request.version or 0, request.body))


@routes.route("/v1/apps/{app_id}", methods=["DELETE"])
@endpoint(BUILD, if_match=True, status=204, tag="apps", summary="Drop an app that holds nothing")
def drop_app(request: Request, app_id: str) -> Response:
    wiring.apps().drop(request.work, app_id, request.version or 0)
    return Response()


def _one(request: Request, app: App) -> Response:
    return Response(views.app(app, default_app_id(request.actor.tenant_id)), version=app.version)


def _all(request: Request, apps: tuple[App, ...]) -> Response:
    default = default_app_id(request.actor.tenant_id)
    return Response({"items": [views.app(app, default) for app in apps], "next_cursor": None})
