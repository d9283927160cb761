"""Definitions: drafts for builders, published versions for everybody who fills in."""

from chalice import Blueprint

from ...edge import PAGE_QUERY, SIGNED_IN, Request, Response, endpoint
from ...edge.errors import told
from ...kernel.errors import NotFound
from ...kernel.page import DEFAULT_PAGE
from .. import prefetch, views, wiring
from ..access.giving import BUILD
from ..wiring import duplicates, exporting, imports

APP_ID = {
    "type": "string",
    "pattern": "^([0-9a-hjkmnp-tv-z]{26})?$",
    "description": "The app that the form is put into; empty text or missing: the default app.",
}

routes = Blueprint(__name__)


@routes.route("/v1/forms", methods=["POST"])
@endpoint(
    BUILD,
    body="forms/form_definition",
    query={"app_id": APP_ID},
    response="forms/form_draft",
    status=201,
    tag="forms",
    summary="A new form, as a draft that nobody can fill in yet",
)
def create_form(request: Request) -> Response:
    head, definition = wiring.forms().create(request.work, request.body, request.query.get("app_id", ""))
    may_give = wiring.forms().may_give(request.work, head)
    return Response(views.draft(head, definition, 1, head.created_by, may_give), version=1)


@routes.route("/v1/forms", methods=["GET"])
@endpoint(
    SIGNED_IN,
    query=PAGE_QUERY,
    response="forms/form_entry",
    response_list=True,
    tag="forms",
    summary="Forms, newest first: all for builders, for others those that they may fill in or read",
)
def list_forms(request: Request) -> Response:
    limit, cursor = request.query.get("limit", DEFAULT_PAGE), request.query.get("cursor")
    return Response.page(wiring.forms().visible(request.work, limit, cursor).map(views.form_entry))


@routes.route("/v1/forms/{form_id}", methods=["GET"])
@endpoint(
    BUILD,
    response="forms/form_draft",
    prefetch=prefetch.draft,
    tag="forms",
    summary="The draft of a form, for its builders",
)
def get_draft(request: Request, form_id: str) -> Response:
    head, draft = wiring.forms().read_draft(request.work, form_id)
    return Response(views.read_draft(head, draft, wiring.forms().may_give(request.work, head)), version=draft.version)


@routes.route("/v1/forms/{form_id}", methods=["PUT"])
@endpoint(
    BUILD,
    body="forms/form_definition",
    response="forms/form_draft",
    if_match=True,
    prefetch=prefetch.draft,
    tag="forms",
    summary="Save the draft; nothing changes for those who fill in until it is published",
)
def save_draft(request: Request, form_id: str) -> Response:
    head, definition, version = wiring.forms().save_draft(request.work, form_id, request.version or 0, request.body)
    may_give = wiring.forms().may_give(request.work, head)
    return Response(views.draft(head, definition, version, request.actor.member_id, may_give), version=version)


@routes.route("/v1/forms/{form_id}/check", methods=["POST"])
@endpoint(
    BUILD,
    response="forms/form_check",
    saves=False,
    tag="forms",
    summary="What publishing the draft now would say and change",
)
def check_form(request: Request, form_id: str) -> Response:
    found = wiring.forms().check(request.work, form_id)
    problems = [told(fault, request.language) for fault in found["problems"]]
    return Response({"problems": problems, "changes": found["changes"]})


@routes.route("/v1/forms/{form_id}/publish", methods=["POST"])
@endpoint(
    BUILD,
    response="forms/form_published",
    if_match=True,
    prefetch=prefetch.draft,
    tag="forms",
    summary="Publish the draft that If-Match names as the form's next immutable version",
)
def publish_form(request: Request, form_id: str) -> Response:
    head, changes = wiring.forms().publish(request.work, form_id, request.version or 0)
    return Response({"form_id": form_id, "version": head.version, "changes": changes})


@routes.route("/v1/forms/{form_id}/place", methods=["POST"])
@endpoint(
    BUILD,
    body="forms/form_place",
    response="forms/form_archived",
    prefetch=prefetch.form,
    tag="forms",
    summary="Move a form to another app, or give it a key",
)
def place_form(request: Request, form_id: str) -> Response:
    wanted = request.body
    return Response(views.head(wiring.places().move(request.work, form_id, wanted.get("app_id"), wanted.get("key"))))


@routes.route("/v1/forms/by-key/{key}", methods=["GET"])
@endpoint(SIGNED_IN, response="forms/form_entry", tag="forms", summary="The form of a key, `<app>.<form>`")
def get_form_by_key(request: Request, key: str) -> Response:
    form_id = wiring.places().form_id(request.work, key)
    return Response(views.form_entry(wiring.forms().entry(request.work, form_id)))


@routes.route("/v1/forms/{form_id}/archive", methods=["POST"])
@endpoint(
    BUILD,
    body="forms/form_archive",
    response="forms/form_archived",
    prefetch=prefetch.form,
    tag="forms",
    summary="Take no more records, or open again; existing records stay readable",
)
def archive_form(request: Request, form_id: str) -> Response:
    return Response(
        views.head(wiring.forms().archive(request.work, form_id, archived=request.body.get("archived", True)))
    )


@routes.route("/v1/forms/{form_id}/published", methods=["GET"])
@endpoint(
    SIGNED_IN,
    response="forms/form",
    prefetch=prefetch.form,
    tag="forms",
    summary="The form as published last: what one fills in",
)
def get_published_form(request: Request, form_id: str) -> Response:
    entry, definition = wiring.forms().published(request.work, form_id)
    version = entry["version"]
    shown = {
        **views.form_entry(entry),
        "can_export": exporting.exports().may_export(request.work, form_id),
        "definition": views.with_keys(definition),
        "retired_choices": entry["retired_choices"],
        "compared": duplicates.duplicates().compared(request.work, form_id),
        "can_import": imports.may_import(request.work, form_id),
    }
    return Response({**shown, "version": version}, version=version)


@routes.route("/v1/forms/{form_id}/schema", methods=["GET"])
@endpoint(
    SIGNED_IN,
    response="forms/json_schema",
    prefetch=prefetch.form,
    tag="forms",
    summary="JSON Schema (2020-12) of the form's records, titles in the language of the request",
)
def get_form_schema(request: Request, form_id: str) -> Response:
    return Response(wiring.forms().schema(request.work, form_id, request.language))


@routes.route("/v1/forms/{form_id}/versions", methods=["GET"])
@endpoint(
    SIGNED_IN,
    query=PAGE_QUERY,
    response="forms/form_version_entry",
    response_list=True,
    prefetch=prefetch.form,
    tag="forms",
    summary="Published versions, newest first",
)
def list_form_versions(request: Request, form_id: str) -> Response:
    limit, cursor = request.query.get("limit", DEFAULT_PAGE), request.query.get("cursor")
    return Response.page(wiring.forms().versions(request.work, form_id, limit, cursor).map(views.version_entry))


@routes.route("/v1/forms/{form_id}/versions/{number}", methods=["GET"])
@endpoint(
    SIGNED_IN,
    response="forms/form_version",
    prefetch=prefetch.form,
    tag="forms",
    summary="One published version: it never changes",
)
def get_form_version(request: Request, form_id: str, number: str) -> Response:
    if not (number.isascii() and number.isdigit() and 0 < len(number) <= 6):
        raise NotFound()
    return Response(views.version(wiring.forms().version(request.work, form_id, int(number))))
