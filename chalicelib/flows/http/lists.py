"""A member's own four lists, newest first, whole or of one form; consistent with the decision just made."""

from chalice import Blueprint

from ...edge import PAGE_QUERY, SIGNED_IN, Request, Response, endpoint
from ...kernel.page import DEFAULT_PAGE
from .. import prefetch, views, wiring
from ..row_keys import CC, DONE, STARTED, TODO

OF_FORM = {"form_id": {"type": "string", "pattern": "^[0-9a-hjkmnp-tv-z]{26}$"}, **PAGE_QUERY}

routes = Blueprint(__name__)


def _page(request: Request, kind: str) -> Response:
    query = request.query
    page = wiring.lists().page(
        request.work, kind, query.get("form_id", ""), query.get("limit", DEFAULT_PAGE), query.get("cursor")
    )
    return Response.page(page.map(lambda listed: views.card(*listed, request.language)))


@routes.route("/v1/todos", methods=["GET"])
@endpoint(SIGNED_IN, query=OF_FORM, response="flows/todo", response_list=True, tag="lists", summary="What waits for me")
def list_todos(request: Request) -> Response:
    return _page(request, TODO)


@routes.route("/v1/todos/count", methods=["GET"])
@endpoint(SIGNED_IN, response="flows/todo_count", tag="lists", summary="How many to-dos wait for me, up to 99")
def count_todos(request: Request) -> Response:
    count, more = wiring.lists().waiting(request.work)
    return Response({"count": count, "more": more})


@routes.route("/v1/done", methods=["GET"])
@endpoint(SIGNED_IN, query=OF_FORM, response="flows/done", response_list=True, tag="lists", summary="What I decided")
def list_done(request: Request) -> Response:
    return _page(request, DONE)


@routes.route("/v1/started", methods=["GET"])
@endpoint(
    SIGNED_IN, query=OF_FORM, response="flows/started", response_list=True, tag="lists", summary="What I submitted"
)
def list_started(request: Request) -> Response:
    return _page(request, STARTED)


@routes.route("/v1/cc", methods=["GET"])
@endpoint(
    SIGNED_IN, query=OF_FORM, response="flows/copied", response_list=True, tag="lists", summary="What I am informed of"
)
def list_copied(request: Request) -> Response:
    return _page(request, CC)


@routes.route("/v1/cc/{run_id}/read", methods=["POST"])
@endpoint(
    SIGNED_IN,
    response="flows/run",
    prefetch=prefetch.looking,
    tag="lists",
    summary="Mark as read",
)
def mark_read(request: Request, run_id: str) -> Response:
    view = wiring.runs().mark_read(request.work, run_id)
    return Response(views.run(view, request.actor.member_id, request.language), version=view.version)
