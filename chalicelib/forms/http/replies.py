"""A record as the answer of a request."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...edge import Request, Response
from .. import views, wiring

if TYPE_CHECKING:
    from ..service.records import Shown


def record_reply(request: Request, shown: Shown, version: int) -> Response:
    titled = wiring.link_titles().record(request.work, shown.record)
    body = views.record(shown.record, version, titled, may_change=shown.may_change, rights=shown.rights)
    return Response(body, version=version)
