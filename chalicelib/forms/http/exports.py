"""Exports: a list of records as a file that a background job makes."""

from __future__ import annotations

from chalice import Blueprint

from ...edge import SIGNED_IN, Request, Response, endpoint
from .. import prefetch, views, wiring
from ..wiring import exporting
from .queries import asked

routes = Blueprint(__name__)


@routes.route("/v1/forms/{form_id}/exports", methods=["POST"])
@endpoint(
    SIGNED_IN,
    body="forms/export_request",
    response="forms/export_started",
    status=202,
    prefetch=prefetch.form,
    tag="records",
    summary="Make a file of the records that meet a condition, in the background",
)
def start_export(request: Request, form_id: str) -> Response:
    from ..service.exports import Wanted

    wiring.forms().require_visible(request.work, form_id)
    body = request.body
    wanted = Wanted(
        asked(body), body.get("fields"), body.get("lines") or "", body["format"], body.get("language", request.language)
    )
    return Response({"id": exporting.exports().start(request.work, form_id, wanted)})


@routes.route("/v1/exports/{export_id}", methods=["GET"])
@endpoint(
    SIGNED_IN,
    response="forms/export",
    prefetch=prefetch.export,
    tag="records",
    summary="How far an export of the caller is; it has the id of its background job",
)
def get_export(request: Request, export_id: str) -> Response:
    return Response(views.export(exporting.exports().get(request.work, export_id), request.work.at, request.language))


@routes.route("/v1/exports/{export_id}/file", methods=["GET"])
@endpoint(
    SIGNED_IN,
    response="forms/attachment_url",
    prefetch=prefetch.export,
    tag="records",
    summary="A short address of the file that an export of the caller has made",
)
def get_export_file(request: Request, export_id: str) -> Response:
    return Response(exporting.exports().download(request.work, export_id))
