"""What comments tell: ids alone, because who may read the text is not the bus's to decide."""

from collections.abc import Iterable

from ..kernel.events import Event
from .domain import Comment

COMMENT_ADDED = "comments.CommentAdded"


def comment_added(comment: Comment, followers: Iterable[str]) -> Event:
    data = {
        "comment_id": comment.id,
        "record_id": comment.record_id,
        "form_id": comment.form_id,
        "by": comment.by,
        "mentions": list(comment.mentions),
        "followers": sorted(followers),
    }
    return Event(COMMENT_ADDED, data, subject=comment.record_id)
