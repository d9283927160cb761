"""A comment on a record, and what may not be done with it."""

from dataclasses import dataclass, replace

from ..kernel.errors import Conflict, Denied, Invalid, NotFound, Stale

MAX_FOLLOWERS = 200
"""Of one record: an event names all of them, and each of them is told."""


class CommentNotFound(NotFound):
    code = "comment_not_found"


class CommentInvalid(Invalid):
    code = "comment_invalid"


class CommentNotYours(Denied):
    code = "comment_not_yours"


class CommentStale(Stale):
    """It was changed in the meantime. Params: `version`."""

    code = "stale"


class TooManyFollowers(Conflict):
    """Params: `maximum`."""

    code = "too_many_followers"


@dataclass(frozen=True, slots=True)
class Comment:
    """`mentions` are ids of members; moments are wire texts, `edited_at` "" if it is as it was written. Of one that was
    deleted only who wrote it and when is left.
    """

    id: str
    record_id: str
    form_id: str
    text: str
    mentions: tuple[str, ...]
    by: str
    at: str
    edited_at: str = ""
    deleted: bool = False
    version: int = 0

    def deletion(self) -> "Comment":
        return replace(self, text="", mentions=(), deleted=True)
