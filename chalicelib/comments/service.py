"""Use cases: say something about a record, change or delete it, follow the record. Whoever may read it may do so."""

from collections.abc import Collection, Iterable
from dataclasses import replace
from typing import NamedTuple, Protocol

from ..directory.org import Org
from ..kernel.errors import FieldError
from ..kernel.ids import new_ordered_id
from ..kernel.page import Page
from ..kernel.unit_of_work import UnitOfWork
from . import events
from .domain import (
    MAX_FOLLOWERS,
    Comment,
    CommentInvalid,
    CommentNotFound,
    CommentNotYours,
    CommentStale,
    TooManyFollowers,
)


class Subject(Protocol):
    """`forms.api.Record`, as much as is asked of it."""

    @property
    def id(self) -> str: ...
    @property
    def form_id(self) -> str: ...


class Records(Protocol):
    """`forms.api`. `read_record` raises RecordNotFound for a record that the actor may not see; of the id of one that
    was merged into another it answers that other.
    """

    def read_record(self, work: UnitOfWork, record_id: str) -> Subject: ...
    def readers(self, work: UnitOfWork, record_id: str, member_ids: Collection[str]) -> frozenset[str]: ...
    def changes_all(self, work: UnitOfWork, form_id: str) -> bool: ...


class CommentStore(Protocol):
    """`get` raises CommentNotFound."""

    def page(self, work: UnitOfWork, record_id: str, limit: int, cursor: str | None = None) -> Page[Comment]: ...
    def get(self, work: UnitOfWork, record_id: str, comment_id: str) -> Comment: ...
    def add(self, work: UnitOfWork, comment: Comment) -> None: ...
    def save(self, work: UnitOfWork, comment: Comment) -> None: ...
    def drop(self, work: UnitOfWork, comment: Comment) -> None: ...


class FollowerStore(Protocol):
    def followers(self, work: UnitOfWork, record_id: str) -> frozenset[str]: ...
    def follows(self, work: UnitOfWork, record_id: str, member_id: str) -> bool: ...
    def add(self, work: UnitOfWork, record_id: str, form_id: str, member_ids: Iterable[str]) -> None: ...
    def drop(self, work: UnitOfWork, record_id: str, member_ids: Iterable[str]) -> None: ...


class Directory(Protocol):
    """`directory.api`."""

    def org(self, work: UnitOfWork) -> Org: ...


class Shown(NamedTuple):
    """A comment, and what the actor may do with it."""

    comment: Comment
    may_change: bool
    may_delete: bool


class Comments:
    def __init__(
        self, comments: CommentStore, followers: FollowerStore, *, records: Records, directory: Directory
    ) -> None:
        self._comments = comments
        self._followers = followers
        self._records = records
        self._directory = directory

    def page(self, work: UnitOfWork, record_id: str, limit: int, cursor: str | None) -> Page[Shown]:
        """Newest first. Raises RecordNotFound."""
        record = self._records.read_record(work, record_id)
        page = self._comments.page(work, record.id, limit, cursor)
        others = any(each.by != work.actor.member_id and not each.deleted for each in page.items)
        keeps_order = others and self._records.changes_all(work, record.form_id)
        return page.map(lambda comment: _shown(work, comment, keeps_order=keeps_order))

    def add(self, work: UnitOfWork, record_id: str, text: str, mentions: Iterable[str]) -> Shown:
        """Whoever comments or is mentioned follows the record from then on, as far as there is room.

        Raises RecordNotFound, CommentInvalid.
        """
        record, by = self._records.read_record(work, record_id), work.actor.member_id
        named = self._mentioned(work, record.id, mentions)
        comment = Comment(new_ordered_id(work.now), record.id, record.form_id, _text(text), named, by, work.at)
        self._comments.add(work, comment)
        followers = self._followers.followers(work, record.id)
        new = [each for each in (by, *named) if each not in followers][: max(0, MAX_FOLLOWERS - len(followers))]
        self._followers.add(work, record.id, record.form_id, new)
        work.emit(events.comment_added(comment, followers | frozenset(new)))
        return _shown(work, replace(comment, version=1), keeps_order=False)

    def change(
        self, work: UnitOfWork, record_id: str, comment_id: str, version: int, *, text: str, mentions: Iterable[str]
    ) -> Shown:
        """By who wrote it. Raises RecordNotFound, CommentNotFound, CommentNotYours, CommentStale, CommentInvalid."""
        record = self._records.read_record(work, record_id)
        before = self._comment(work, record.id, comment_id, version)
        if before.by != work.actor.member_id:
            raise CommentNotYours()
        named = self._mentioned(work, record.id, mentions)
        after = replace(before, text=_text(text), mentions=named, edited_at=work.at)
        if (after.text, after.mentions) == (before.text, before.mentions):
            return _shown(work, before, keeps_order=False)
        self._comments.save(work, after)
        return _shown(work, replace(after, version=before.version + 1), keeps_order=False)

    def delete(self, work: UnitOfWork, record_id: str, comment_id: str, version: int) -> None:
        """By who wrote it, or who may change every record of the form.

        Raises RecordNotFound, CommentNotFound, CommentNotYours, CommentStale.
        """
        record = self._records.read_record(work, record_id)
        comment = self._comment(work, record.id, comment_id, version)
        if comment.by != work.actor.member_id and not self._records.changes_all(work, record.form_id):
            raise CommentNotYours()
        self._comments.save(work, comment.deletion())

    # -- who follows

    def following(self, work: UnitOfWork, record_id: str) -> bool:
        """Whether the actor does. Raises RecordNotFound."""
        record = self._records.read_record(work, record_id)
        return self._followers.follows(work, record.id, work.actor.member_id)

    def follow(self, work: UnitOfWork, record_id: str) -> None:
        """Raises RecordNotFound, TooManyFollowers."""
        record, me = self._records.read_record(work, record_id), work.actor.member_id
        followers = self._followers.followers(work, record.id)
        if me not in followers and len(followers) >= MAX_FOLLOWERS:
            raise TooManyFollowers(maximum=MAX_FOLLOWERS)
        self._followers.add(work, record.id, record.form_id, [me])

    def unfollow(self, work: UnitOfWork, record_id: str) -> None:
        """Raises RecordNotFound."""
        record = self._records.read_record(work, record_id)
        self._followers.drop(work, record.id, [work.actor.member_id])

    # -- for other contexts

    def find(self, work: UnitOfWork, record_id: str, comment_id: str) -> Comment | None:
        """Without asking who; None if it was deleted, or went with its record."""
        try:
            comment = self._comments.get(work, record_id, comment_id)
        except CommentNotFound:
            return None
        return None if comment.deleted else comment

    # -- within

    def _comment(self, work: UnitOfWork, record_id: str, comment_id: str, version: int) -> Comment:
        comment = self._comments.get(work, record_id, comment_id)
        if comment.deleted:
            raise CommentNotFound()
        if comment.version != version:
            raise CommentStale(version=comment.version)
        return comment

    def _mentioned(self, work: UnitOfWork, record_id: str, mentions: Iterable[str]) -> tuple[str, ...]:
        """Raises CommentInvalid for who is no colleague any more, or may not read what they are to look at."""
        named = tuple(dict.fromkeys(mentions))
        others = [each for each in named if each != work.actor.member_id]
        if not others:
            return named
        org = self._directory.org(work)
        there = [each for each in others if org.active(each)]
        readers = self._records.readers(work, record_id, there)
        faults = [
            FieldError.of(f"/mentions/{place}", "comment_mention_unknown")
            if each not in there
            else FieldError.of(f"/mentions/{place}", "comment_mention_cannot_read", name=org.members[each].name)
            for place, each in enumerate(named)
            if each in others and each not in readers
        ]
        if faults:
            raise CommentInvalid(fields=faults)
        return named


class BesideRecords:
    """The port of forms: what goes with a record whose days in the bin are over."""

    def __init__(self, comments: CommentStore, followers: FollowerStore) -> None:
        self._comments = comments
        self._followers = followers

    def drop(self, work: UnitOfWork, record_id: str, limit: int) -> bool:
        """Drop at most so many rows; False if there was nothing left to drop."""
        comments = self._comments.page(work, record_id, limit).items
        for comment in comments:
            self._comments.drop(work, comment)
        if comments:
            return True
        followers = sorted(self._followers.followers(work, record_id))[:limit]
        self._followers.drop(work, record_id, followers)
        return bool(followers)


def _text(text: str) -> str:
    """Raises CommentInvalid if nothing of it can be seen."""
    shown = text.strip()
    if not shown:
        raise CommentInvalid(fields=[FieldError.of("/text", "comment_empty")])
    return shown


def _shown(work: UnitOfWork, comment: Comment, *, keeps_order: bool) -> Shown:
    mine = comment.by == work.actor.member_id
    return Shown(comment, mine and not comment.deleted, (mine or keeps_order) and not comment.deleted)
