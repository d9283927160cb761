"""The working calendar, a year at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from chalice import Blueprint

from ...edge import SIGNED_IN, Request, Response, endpoint
from ...kernel.errors import NotFound
from .. import views, wiring

if TYPE_CHECKING:
    from ..domain.calendar import CalendarYear

COMPANY_MANAGE = "company.manage"

routes = Blueprint(__name__)


@routes.route("/v1/calendar/{year}", methods=["GET"])
@endpoint(
    SIGNED_IN,
    response="directory/calendar_year",
    tag="calendar",
    summary="Which days of a year are free or worked, other than by their weekday",
)
def get_calendar_year(request: Request, year: str) -> Response:
    return _answer(wiring.calendars().get(request.work, _number(year)))


@routes.route("/v1/calendar/{year}", methods=["PUT"])
@endpoint(
    COMPANY_MANAGE,
    body="directory/calendar_change",
    response="directory/calendar_year",
    if_match=True,
    tag="calendar",
    summary="Enter a year; the version is 0 before the first time",
)
def change_calendar_year(request: Request, year: str) -> Response:
    lists = request.body["holidays"], request.body["workdays"]
    return _answer(wiring.calendars().enter(request.work, _number(year), request.version or 0, *lists))


def _answer(year: CalendarYear) -> Response:
    return Response(views.calendar_year(year), version=year.version)


def _number(text: str) -> int:
    """Raises NotFound for what is no year."""
    if not (text.isascii() and text.isdecimal() and len(text) == 4):
        raise NotFound()
    return int(text)
