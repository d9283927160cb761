"""Comments on a record, and following it: for whoever may read the record."""

from __future__ import annotations

from chalice import Blueprint

from ..edge import PAGE_QUERY, SIGNED_IN, Request, Response, endpoint
from ..kernel.page import DEFAULT_PAGE
from . import views, wiring

routes = Blueprint(__name__)


@routes.route("/v1/records/{record_id}/comments", methods=["GET"])
@endpoint(
    SIGNED_IN,
    query=PAGE_QUERY,
    response="comments/comment",
    response_list=True,
    tag="comments",
    summary="What was said about a record, newest first",
)
def list_comments(request: Request, record_id: str) -> Response:
    limit, cursor = request.query.get("limit", DEFAULT_PAGE), request.query.get("cursor")
    return Response.page(wiring.comments().page(request.work, record_id, limit, cursor).map(views.comment))


@routes.route("/v1/records/{record_id}/comments", methods=["POST"])
@endpoint(
    SIGNED_IN,
    body="comments/comment_content",
    response="comments/comment",
    status=201,
    tag="comments",
    summary="Say something about a record; whoever is mentioned, and who follows it, is told",
)
def add_comment(request: Request, record_id: str) -> Response:
    said = request.body
    shown = wiring.comments().add(request.work, record_id, said["text"], said.get("mentions", []))
    return Response(views.comment(shown), version=shown.comment.version)


@routes.route("/v1/records/{record_id}/comments/{comment_id}", methods=["PUT"])
@endpoint(
    SIGNED_IN,
    body="comments/comment_content",
    response="comments/comment",
    if_match=True,
    tag="comments",
    summary="Change one's own comment; who is mentioned anew is not told again",
)
def change_comment(request: Request, record_id: str, comment_id: str) -> Response:
    said = request.body
    text, mentions = said["text"], said.get("mentions", [])
    shown = wiring.comments().change(
        request.work, record_id, comment_id, request.version or 0, text=text, mentions=mentions
    )
    return Response(views.comment(shown), version=shown.comment.version)


@routes.route("/v1/records/{record_id}/comments/{comment_id}", methods=["DELETE"])
@endpoint(
    SIGNED_IN,
    if_match=True,
    status=204,
    tag="comments",
    summary="Delete a comment: that there was one stays, its text does not",
)
def delete_comment(request: Request, record_id: str, comment_id: str) -> Response:
    wiring.comments().delete(request.work, record_id, comment_id, request.version or 0)
    return Response()


@routes.route("/v1/records/{record_id}/following", methods=["GET"])
@endpoint(SIGNED_IN, response="comments/following", tag="comments", summary="Whether one follows a record")
def get_following(request: Request, record_id: str) -> Response:
    return Response({"following": wiring.comments().following(request.work, record_id)})


@routes.route("/v1/records/{record_id}/following", methods=["PUT"])
@endpoint(SIGNED_IN, response="comments/following", tag="comments", summary="Follow a record: be told of its comments")
def follow_record(request: Request, record_id: str) -> Response:
    wiring.comments().follow(request.work, record_id)
    return Response({"following": True})


@routes.route("/v1/records/{record_id}/following", methods=["DELETE"])
@endpoint(SIGNED_IN, status=204, tag="comments", summary="Follow a record no longer")
def unfollow_record(request: Request, record_id: str) -> Response:
    wiring.comments().unfollow(request.work, record_id)
    return Response()
