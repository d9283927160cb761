"""What builders do beyond saving and publishing a definition: copy a form, and look where a field is used."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from chalice import Blueprint

from ...edge import Request, Response, endpoint
from .. import prefetch, views, wiring
from ..access.giving import BUILD
from ..wiring import designing

if TYPE_CHECKING:
    from ..service.field_uses import Place

routes = Blueprint(__name__)


@routes.route("/v1/forms/{form_id}/copy", methods=["POST"])
@endpoint(
    BUILD,
    response="forms/form_draft",
    status=201,
    prefetch=prefetch.draft,
    tag="forms",
    summary="A new form whose draft is like that of this one; without records, flow and balances",
)
def copy_form(request: Request, form_id: str) -> Response:
    head, definition = designing.copying().copy(request.work, form_id)
    may_give = wiring.forms().may_give(request.work, head)
    return Response(views.draft(head, definition, 1, head.created_by, may_give), version=1)


@routes.route("/v1/forms/{form_id}/fields/{path}/uses", methods=["GET"])
@endpoint(
    BUILD,
    response="forms/field_uses",
    prefetch=prefetch.draft,
    tag="forms",
    summary="Where a field of the draft, or a column as lines.amount, is used; asked before it is deleted",
)
def get_field_uses(request: Request, form_id: str, path: str) -> Response:
    found = designing.field_uses().of(request.work, form_id, path)
    return Response({"stored": found.stored, "uses": [_place(each, request.language) for each in found.places]})


def _place(found: Place, language: str) -> dict[str, Any]:
    from ..domain.labels import label_text

    use = found.use
    return {
        "kind": use.kind,
        "name": label_text(use.name, language) if use.name else "",
        "form_id": found.form_id,
        "form_name": label_text(found.form, language) if found.form else "",
        **({"type": use.type} if use.type else {}),
        **({"number": use.number} if use.number else {}),
        **({"node": use.node} if use.kind == "flow" else {}),
    }
