"""Spreadsheets: a form made of one, and the import of its rows into a form."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from chalice import Blueprint

from ...edge import SIGNED_IN, Request, Response, endpoint
from ...edge.errors import told
from ...edge.messages import message
from .. import prefetch
from ..access.giving import BUILD
from ..wiring import imports as wiring

if TYPE_CHECKING:
    from ..domain.importing.settings import Import

routes = Blueprint(__name__)


@routes.route("/v1/spreadsheets", methods=["POST"])
@endpoint(
    SIGNED_IN,
    body="forms/spreadsheet_request",
    response="forms/attachment",
    status=201,
    tag="imports",
    summary="A signed upload for an Excel or CSV file of at most 50 MB",
)
def issue_spreadsheet(request: Request) -> Response:
    body = request.body
    return Response(wiring.spreadsheets().issue(request.work, body["name"], body["content_type"], body["size"]))


@routes.route("/v1/spreadsheets/read", methods=["POST"])
@endpoint(
    BUILD,
    body="forms/spreadsheet_read",
    response="forms/spreadsheet",
    saves=False,
    tag="imports",
    summary="The first rows of an uploaded file, and the fields that a form made of it would have",
)
def read_spreadsheet(request: Request) -> Response:
    body = request.body
    return Response(wiring.spreadsheets().read(request.work, body["upload_id"], body.get("sheet"), body.get("head")))


@routes.route("/v1/forms/{form_id}/imports", methods=["POST"])
@endpoint(
    SIGNED_IN,
    body="forms/import_request",
    response="forms/import",
    status=201,
    prefetch=prefetch.form,
    tag="imports",
    summary="Prepare the import of an uploaded file into a form",
)
def prepare_import(request: Request, form_id: str) -> Response:
    return _reply(request, wiring.imports().prepare(request.work, form_id, request.body["upload_id"]))


@routes.route("/v1/forms/{form_id}/imports/{import_id}", methods=["GET"])
@endpoint(
    SIGNED_IN,
    response="forms/import",
    prefetch=prefetch.form,
    tag="imports",
    summary="An import of one's own: its job, and whether it came to its end",
)
def get_import(request: Request, form_id: str, import_id: str) -> Response:
    return _reply(request, wiring.imports().get(request.work, form_id, import_id))


@routes.route("/v1/forms/{form_id}/imports/{import_id}/check", methods=["POST"])
@endpoint(
    SIGNED_IN,
    body="forms/import_settings",
    response="forms/import_check",
    saves=False,
    prefetch=prefetch.form,
    tag="imports",
    summary="What the file has, which columns fit which fields, and what would be wrong, cell by cell",
)
def check_import(request: Request, form_id: str, import_id: str) -> Response:
    found = wiring.imports().check(request.work, form_id, import_id, request.body)
    preview = [{**each, "faults": [_fault(request, fault) for fault in each["faults"]]} for each in found["preview"]]
    return Response({**found, "preview": preview})


@routes.route("/v1/forms/{form_id}/imports/{import_id}/start", methods=["POST"])
@endpoint(
    SIGNED_IN,
    body="forms/import_start",
    response="forms/import",
    prefetch=prefetch.form,
    tag="imports",
    summary="Import the rows in the background; each becomes a record once, with one's own rights",
)
def start_import(request: Request, form_id: str, import_id: str) -> Response:
    return _reply(request, wiring.imports().start(request.work, form_id, import_id, request.body))


@routes.route("/v1/forms/{form_id}/imports/{import_id}/errors", methods=["GET"])
@endpoint(
    SIGNED_IN,
    response="forms/attachment_url",
    prefetch=prefetch.form,
    tag="imports",
    summary="A workbook of the rows that were not imported, each with the reason",
)
def get_import_errors(request: Request, form_id: str, import_id: str) -> Response:
    return Response(wiring.imports().errors(request.work, form_id, import_id))


@routes.route("/v1/forms/{form_id}/import-template", methods=["GET"])
@endpoint(
    SIGNED_IN,
    response="forms/attachment_url",
    prefetch=prefetch.form,
    tag="imports",
    summary="An empty workbook with a column for each field that one may fill in",
)
def get_import_template(request: Request, form_id: str) -> Response:
    return Response(wiring.imports().template(request.work, form_id))


def _reply(request: Request, made: Import) -> Response:
    halted = {"code": made.halted, "message": message(made.halted, request.language, {})} if made.halted else None
    return Response(
        {
            "id": made.id,
            "form_id": made.form_id,
            "upload_id": made.upload_id,
            "file_name": made.file_name,
            "created_at": made.created_at,
            "state": made.state,
            "job_id": made.job_id or None,
            "records": made.records,
            "halted": halted,
        }
    )


def _fault(request: Request, fault: dict[str, Any]) -> dict[str, Any]:
    from ..service.imports import cell_name

    text = told(fault["fault"], request.language)
    place = {"row": fault["row"], "column": fault["column"], "cell": cell_name(fault["row"], fault["column"])}
    return {**place, "code": text["code"], "message": text["message"]}
