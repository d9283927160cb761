"""Files: a signed upload for one field of a form, a short URL to read one back."""

from chalice import Blueprint

from ...edge import SIGNED_IN, Call, Reply, endpoint
from .. import prefetch, wiring

routes = Blueprint(__name__)


@routes.route("/v1/forms/{form_id}/attachments", methods=["POST"])
@endpoint(
    SIGNED_IN,
    body="forms/attachment_request",
    reply="forms/attachment",
    status=201,
    prefetch=prefetch.form,
    tag="attachments",
    summary="A signed upload that takes exactly the announced file; then save a record with its id",
)
def issue_attachment(call: Call, form_id: str) -> Reply:
    body = call.body
    issued = wiring.attachments().issue(
        call.work,
        form_id,
        field_id=body["field"],
        name=body["name"],
        content_type=body["content_type"],
        size=body["size"],
    )
    return Reply(issued)


@routes.route("/v1/records/{record_id}/attachments/{attachment_id}", methods=["GET"])
@endpoint(
    SIGNED_IN,
    reply="forms/attachment_url",
    prefetch=prefetch.attachment,
    tag="attachments",
    summary="A URL that gives the file for at most five minutes",
)
def get_attachment(call: Call, record_id: str, attachment_id: str) -> Reply:
    return Reply(wiring.records().download(call.work, record_id, attachment_id))
