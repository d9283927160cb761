"""Definitions: drafts for builders, published versions for everybody who fills in."""

from chalice import Blueprint

from ...edge import PAGE_QUERY, SIGNED_IN, Call, Reply, endpoint
from ...edge.errors import told
from ...kernel.errors import NotFound
from ...kernel.page import DEFAULT_PAGE
from .. import prefetch, views, wiring
from ..domain.access import BUILD

routes = Blueprint(__name__)


@routes.route("/v1/forms", methods=["POST"])
@endpoint(
    BUILD,
    body="forms/form_definition",
    reply="forms/form_draft",
    status=201,
    tag="forms",
    summary="A new form, as a draft that nobody can fill in yet",
)
def create_form(call: Call) -> Reply:
    head, definition = wiring.forms().create(call.work, call.body)
    may_give = wiring.forms().may_give(call.work, head)
    return Reply(views.draft(head, definition, 1, head.created_by, may_give), version=1)


@routes.route("/v1/forms", methods=["GET"])
@endpoint(
    SIGNED_IN,
    query=PAGE_QUERY,
    reply="forms/form_entry",
    reply_list=True,
    tag="forms",
    summary="Forms, newest first: all for builders, for others those that they may fill in or read",
)
def list_forms(call: Call) -> Reply:
    limit, cursor = call.query.get("limit", DEFAULT_PAGE), call.query.get("cursor")
    return Reply.page(wiring.forms().visible(call.work, limit, cursor).map(views.form_entry))


@routes.route("/v1/forms/{form_id}", methods=["GET"])
@endpoint(
    BUILD,
    reply="forms/form_draft",
    prefetch=prefetch.draft,
    tag="forms",
    summary="The draft of a form, for its builders",
)
def get_draft(call: Call, form_id: str) -> Reply:
    head, draft = wiring.forms().read_draft(call.work, form_id)
    return Reply(views.read_draft(head, draft, wiring.forms().may_give(call.work, head)), version=draft.row.version)


@routes.route("/v1/forms/{form_id}", methods=["PUT"])
@endpoint(
    BUILD,
    body="forms/form_definition",
    reply="forms/form_draft",
    if_match=True,
    prefetch=prefetch.draft,
    tag="forms",
    summary="Save the draft; nothing changes for those who fill in until it is published",
)
def save_draft(call: Call, form_id: str) -> Reply:
    head, definition, version = wiring.forms().save_draft(call.work, form_id, call.version or 0, call.body)
    may_give = wiring.forms().may_give(call.work, head)
    return Reply(views.draft(head, definition, version, call.actor.member_id, may_give), version=version)


@routes.route("/v1/forms/{form_id}/check", methods=["POST"])
@endpoint(
    BUILD,
    reply="forms/form_check",
    saves=False,
    tag="forms",
    summary="What publishing the draft now would say and change",
)
def check_form(call: Call, form_id: str) -> Reply:
    found = wiring.forms().check(call.work, form_id)
    problems = [told(fault, call.language) for fault in found["problems"]]
    return Reply({"problems": problems, "changes": found["changes"]})


@routes.route("/v1/forms/{form_id}/publish", methods=["POST"])
@endpoint(
    BUILD,
    reply="forms/form_published",
    if_match=True,
    prefetch=prefetch.draft,
    tag="forms",
    summary="Publish the draft that If-Match names as the form's next immutable version",
)
def publish_form(call: Call, form_id: str) -> Reply:
    head, changes = wiring.forms().publish(call.work, form_id, call.version or 0)
    return Reply({"form_id": form_id, "version": head.version, "changes": changes})


@routes.route("/v1/forms/{form_id}/archive", methods=["POST"])
@endpoint(
    BUILD,
    body="forms/form_archive",
    reply="forms/form_archived",
    prefetch=prefetch.form,
    tag="forms",
    summary="Take no more records, or open again; existing records stay readable",
)
def archive_form(call: Call, form_id: str) -> Reply:
    return Reply(views.head(wiring.forms().archive(call.work, form_id, archived=call.body.get("archived", True))))


@routes.route("/v1/forms/{form_id}/published", methods=["GET"])
@endpoint(
    SIGNED_IN,
    reply="forms/form",
    prefetch=prefetch.form,
    tag="forms",
    summary="The form as published last: what one fills in",
)
def get_published_form(call: Call, form_id: str) -> Reply:
    entry, definition = wiring.forms().published(call.work, form_id)
    version = entry["version"]
    shown = {**views.form_entry(entry), "definition": definition, "retired_choices": entry["retired_choices"]}
    return Reply({**shown, "version": version}, version=version)


@routes.route("/v1/forms/{form_id}/schema", methods=["GET"])
@endpoint(
    SIGNED_IN,
    reply="forms/json_schema",
    prefetch=prefetch.form,
    tag="forms",
    summary="JSON Schema (2020-12) of the form's records, titles in the language of the request",
)
def get_form_schema(call: Call, form_id: str) -> Reply:
    return Reply(wiring.forms().schema(call.work, form_id, call.language))


@routes.route("/v1/forms/{form_id}/versions", methods=["GET"])
@endpoint(
    SIGNED_IN,
    query=PAGE_QUERY,
    reply="forms/form_version_entry",
    reply_list=True,
    prefetch=prefetch.form,
    tag="forms",
    summary="Published versions, newest first",
)
def list_form_versions(call: Call, form_id: str) -> Reply:
    limit, cursor = call.query.get("limit", DEFAULT_PAGE), call.query.get("cursor")
    return Reply.page(wiring.forms().versions(call.work, form_id, limit, cursor).map(views.version_entry))


@routes.route("/v1/forms/{form_id}/versions/{number}", methods=["GET"])
@endpoint(
    SIGNED_IN,
    reply="forms/form_version",
    prefetch=prefetch.form,
    tag="forms",
    summary="One published version: it never changes",
)
def get_form_version(call: Call, form_id: str, number: str) -> Reply:
    if not (number.isascii() and number.isdigit() and 0 < len(number) <= 6):
        raise NotFound()
    return Reply(wiring.forms().version(call.work, form_id, int(number)))
