"""Routes about the API itself: its contract, and whether it answers."""

from typing import Any

from chalice import Blueprint

from .. import __version__
from .endpoint import PUBLIC, attached, endpoint
from .openapi import document
from .request import Request

routes = Blueprint(__name__)


@routes.route("/v1/openapi.json", methods=["GET"])
@endpoint(PUBLIC, summary="This API as OpenAPI 3.1", tag="api")
def get_openapi(request: Request) -> dict[str, Any]:
    return document(attached(), __version__)


@routes.route("/v1/health", methods=["GET"])
@endpoint(PUBLIC, summary="Whether the API answers", tag="api")
def get_health(request: Request) -> dict[str, Any]:
    return {"version": __version__}
