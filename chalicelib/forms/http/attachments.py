"""Files: a signed upload for one field of a form, a short URL to read one back."""

from chalice import Blueprint

from ...edge import SIGNED_IN, Request, Response, endpoint
from .. import prefetch, wiring

routes = Blueprint(__name__)


@routes.route("/v1/forms/{form_id}/attachments", methods=["POST"])
@endpoint(
    SIGNED_IN,
    body="forms/attachment_request",
    response="forms/attachment",
    status=201,
    prefetch=prefetch.form,
    tag="attachments",
    summary="A signed upload that takes exactly the announced file; then save a record with its id",
)
def issue_attachment(request: Request, form_id: str) -> Response:
    body = request.body
    issued = wiring.attachments().issue(
        request.work,
        form_id,
        field_id=body["field"],
        name=body["name"],
        content_type=body["content_type"],
        size=body["size"],
    )
    return Response(issued)


@routes.route("/v1/records/{record_id}/attachments/{attachment_id}", methods=["GET"])
@endpoint(
    SIGNED_IN,
    response="forms/attachment_url",
    prefetch=prefetch.attachment,
    tag="attachments",
    summary="A URL that gives the file for at most five minutes",
)
def get_attachment(request: Request, record_id: str, attachment_id: str) -> Response:
    return Response(wiring.records().download(request.work, record_id, attachment_id))
