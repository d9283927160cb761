"""Rows of comments, one versioned row each, and of followers, one without content each."""

from collections.abc import Callable, Iterable

from ..aws.table import TenantTable
from ..kernel.codec import Codec
from ..kernel.page import Page
from ..kernel.unit_of_work import Row, UnitOfWork
from . import row_keys
from .domain import Comment, CommentNotFound

COMMENTS = Codec(Comment, outside=("version",))


class CommentRepository:
    def __init__(self, table: Callable[[], TenantTable]) -> None:
        self._table = table

    def page(self, work: UnitOfWork, record_id: str, limit: int, cursor: str | None = None) -> Page[Comment]:
        """Newest first."""
        partition = row_keys.comments_partition(record_id)
        page = self._table().query(work, partition, newest_first=True, limit=limit, after=cursor)
        return page.map(lambda row: COMMENTS.load(row.doc, version=row.version))

    def get(self, work: UnitOfWork, record_id: str, comment_id: str) -> Comment:
        """Raises CommentNotFound."""
        row = self._table().get(work, row_keys.comment(record_id, comment_id))
        if row is None:
            raise CommentNotFound()
        return COMMENTS.load(row.doc, version=row.version)

    def add(self, work: UnitOfWork, comment: Comment) -> None:
        key = row_keys.comment(comment.record_id, comment.id)
        work.create(key, "comment", COMMENTS.dump(comment), attributes={"form_id": comment.form_id})

    def save(self, work: UnitOfWork, comment: Comment) -> None:
        key = row_keys.comment(comment.record_id, comment.id)
        row = Row(key, "comment", {}, comment.version)
        work.replace(row, COMMENTS.dump(comment), attributes={"form_id": comment.form_id})

    def drop(self, work: UnitOfWork, comment: Comment) -> None:
        work.unindex(row_keys.comment(comment.record_id, comment.id))


class FollowerRepository:
    def __init__(self, table: Callable[[], TenantTable]) -> None:
        self._table = table

    def followers(self, work: UnitOfWork, record_id: str) -> frozenset[str]:
        rows = self._table().every(work, row_keys.followers_partition(record_id))
        return frozenset(row.key.sort for row in rows)

    def follows(self, work: UnitOfWork, record_id: str, member_id: str) -> bool:
        return self._table().get(work, row_keys.follower(record_id, member_id)) is not None

    def add(self, work: UnitOfWork, record_id: str, form_id: str, member_ids: Iterable[str]) -> None:
        """Harmless to repeat."""
        for member_id in member_ids:
            key = row_keys.follower(record_id, member_id)
            work.index(key, {"since": work.at}, kind="record_follower", attributes={"form_id": form_id})

    def drop(self, work: UnitOfWork, record_id: str, member_ids: Iterable[str]) -> None:
        for member_id in member_ids:
            work.unindex(row_keys.follower(record_id, member_id))
