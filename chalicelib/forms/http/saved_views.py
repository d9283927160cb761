"""Saved views of a form's records."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from chalice import Blueprint

from ...edge import SIGNED_IN, Request, Response, endpoint
from ...kernel.page import Page
from .. import prefetch, wiring
from ..wiring import saved_views as parts

if TYPE_CHECKING:
    from ..domain.saved_views import SavedView

routes = Blueprint(__name__)


@routes.route("/v1/forms/{form_id}/views", methods=["GET"])
@endpoint(
    SIGNED_IN,
    response="forms/view",
    response_list=True,
    prefetch=prefetch.form,
    tag="records",
    summary="Saved views of a form: shared ones that the caller may use, then their own",
)
def list_views(request: Request, form_id: str) -> Response:
    wiring.forms().require_visible(request.work, form_id)
    found = parts.saved_views().all(request.work, form_id)
    return Response.page(
        Page(tuple(_view(view, dropped, may_change=may_change) for view, dropped, may_change in found))
    )


@routes.route("/v1/forms/{form_id}/views", methods=["POST"])
@endpoint(
    SIGNED_IN,
    body="forms/view_write",
    response="forms/view",
    status=201,
    prefetch=prefetch.form,
    tag="records",
    summary="Save a view; sharing it is for those who build forms",
)
def create_view(request: Request, form_id: str) -> Response:
    wiring.forms().require_visible(request.work, form_id)
    view = parts.saved_views().create(request.work, form_id, request.body)
    return Response(_view(view), version=view.version)


@routes.route("/v1/forms/{form_id}/views/{view_id}", methods=["PUT"])
@endpoint(
    SIGNED_IN,
    body="forms/view_write",
    response="forms/view",
    if_match=True,
    prefetch=prefetch.form,
    tag="records",
    summary="Change a view; one whose audience turns personal or shared begins at version 1 again",
)
def change_view(request: Request, form_id: str, view_id: str) -> Response:
    wiring.forms().require_visible(request.work, form_id)
    view = parts.saved_views().change(request.work, form_id, view_id, request.version or 0, request.body)
    return Response(_view(view), version=view.version)


@routes.route("/v1/forms/{form_id}/views/{view_id}", methods=["DELETE"])
@endpoint(
    SIGNED_IN, status=204, if_match=True, prefetch=prefetch.form, tag="records", summary="Delete a view; no record"
)
def delete_view(request: Request, form_id: str, view_id: str) -> Response:
    wiring.forms().require_visible(request.work, form_id)
    parts.saved_views().delete(request.work, form_id, view_id, request.version or 0)
    return Response()


def _view(view: SavedView, dropped: tuple[str, ...] = (), *, may_change: bool = True) -> dict[str, Any]:
    setting = view.setting
    return {
        "id": view.id,
        "name": view.name,
        "kind": setting.kind,
        "audience": view.audience,
        "roles": list(view.roles),
        "columns": [{"field": each.field, "width": each.width, "total": each.total} for each in setting.columns],
        "filter": setting.filter,
        "sort": setting.sort,
        "group": setting.group,
        "by": setting.by,
        "dropped": list(dropped),
        "may_change": may_change,
        "created_at": view.created_at,
        "updated_at": view.updated_at,
        "version": view.version,
    }
