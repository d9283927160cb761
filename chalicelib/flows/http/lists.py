"""A member's own four lists, newest first, whole or of one form; consistent with the decision just made."""

from chalice import Blueprint

from ...edge import PAGE_QUERY, SIGNED_IN, Call, Reply, endpoint
from ...kernel.page import DEFAULT_PAGE
from .. import prefetch, views, wiring
from ..keys import CC, DONE, STARTED, TODO

OF_FORM = {"form_id": {"type": "string", "pattern": "^[0-9a-hjkmnp-tv-z]{26}$"}, **PAGE_QUERY}

routes = Blueprint(__name__)


def _page(call: Call, kind: str) -> Reply:
    query = call.query
    page = wiring.lists().page(
        call.work, kind, query.get("form_id", ""), query.get("limit", DEFAULT_PAGE), query.get("cursor")
    )
    return Reply.page(page.map(lambda doc: views.card(doc, call.language)))


@routes.route("/v1/todos", methods=["GET"])
@endpoint(SIGNED_IN, query=OF_FORM, reply="flows/todo", reply_list=True, tag="lists", summary="What waits for me")
def list_todos(call: Call) -> Reply:
    return _page(call, TODO)


@routes.route("/v1/todos/count", methods=["GET"])
@endpoint(SIGNED_IN, reply="flows/todo_count", tag="lists", summary="How many to-dos wait for me, up to 99")
def count_todos(call: Call) -> Reply:
    count, more = wiring.lists().waiting(call.work)
    return Reply({"count": count, "more": more})


@routes.route("/v1/done", methods=["GET"])
@endpoint(SIGNED_IN, query=OF_FORM, reply="flows/done", reply_list=True, tag="lists", summary="What I decided")
def list_done(call: Call) -> Reply:
    return _page(call, DONE)


@routes.route("/v1/started", methods=["GET"])
@endpoint(SIGNED_IN, query=OF_FORM, reply="flows/started", reply_list=True, tag="lists", summary="What I submitted")
def list_started(call: Call) -> Reply:
    return _page(call, STARTED)


@routes.route("/v1/cc", methods=["GET"])
@endpoint(SIGNED_IN, query=OF_FORM, reply="flows/copied", reply_list=True, tag="lists", summary="What I am informed of")
def list_copied(call: Call) -> Reply:
    return _page(call, CC)


@routes.route("/v1/cc/{run_id}/read", methods=["POST"])
@endpoint(
    SIGNED_IN,
    reply="flows/run",
    prefetch=prefetch.looking,
    tag="lists",
    summary="Mark as read",
)
def mark_read(call: Call, run_id: str) -> Reply:
    seen = wiring.runs().mark_read(call.work, run_id)
    return Reply(views.run(seen, call.actor.member_id, call.language), version=seen.version)
