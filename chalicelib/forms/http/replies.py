"""A record as the answer of a request."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...edge import Request, Response
from .. import views, wiring

if TYPE_CHECKING:
    from ..service.records import Shown


def record_reply(request: Request, shown: Shown, version: int, *, asked_id: str = "") -> Response:
    """`asked_id`: by which id it was asked for, which may be that of a record that was merged into it."""
    told = record_told(request, shown, version)
    if asked_id and asked_id != shown.record.id:
        told["merged_from"] = asked_id
    return Response(told, version=version)


def record_told(request: Request, shown: Shown, version: int) -> dict[str, Any]:
    titled = wiring.link_titles().record(request.work, shown.record)
    return views.record(shown.record, version, titled, may_change=shown.may_change, rights=shown.rights)
