"""Heads, drafts, published versions and serial counters of forms."""

from collections import OrderedDict
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import replace
from typing import Any, Protocol

from ...kernel.codec import Codec
from ...kernel.page import MAX_PAGE, Page
from ...kernel.unit_of_work import Row, UnitOfWork
from .. import row_keys
from ..domain.definition import Definition, Form, read_definition
from ..domain.duplicates.setting import watched_forms
from ..domain.errors import FormNotFound, FormNotPublished
from ..domain.form_state import Draft, Head, Published
from ..domain.linking import Inbound, inbound_of
from ..domain.pulling import live_sources
from ..domain.retired import Retired, retired_choices, with_retired
from .table import TableOf

HEADS = Codec(Head, outside=("revision",), stored_as={"storage_types": "natures", "reindexing": "building"})
DRAFTS = Codec(Draft, outside=("form_id", "version"))
VERSIONS = Codec(Published)
INBOUND = Codec(Inbound)

CACHED_VERSIONS = 256


class Apart(Protocol):
    """`edge.apart`."""

    def __call__(self, work: UnitOfWork, body: Callable[[UnitOfWork], int]) -> int: ...


class FormRepository:
    """One instance a process: published versions are immutable, so those read once stay in memory."""

    def __init__(self, table: TableOf, apart: Apart) -> None:
        self._table = table
        self._apart = apart
        self._versions: OrderedDict[tuple[str, str, int], Definition] = OrderedDict()
        self._newest: OrderedDict[tuple[str, str, int], tuple[Definition, Retired]] = OrderedDict()

    # -- reading

    def head(self, work: UnitOfWork, form_id: str) -> Head:
        """Raises FormNotFound."""
        row = self._table().get(work, row_keys.head(form_id))
        if row is None:
            raise FormNotFound()
        return HEADS.load(row.doc, revision=row.version)

    def draft(self, work: UnitOfWork, form_id: str) -> Draft:
        row = self._table().get(work, row_keys.draft(form_id))
        if row is None:
            raise FormNotFound()
        return DRAFTS.load(row.doc, form_id=form_id, version=row.version)

    def form(self, work: UnitOfWork, form_id: str) -> Form:
        """The form as published last. Raises FormNotFound, FormNotPublished."""
        head = self.head(work, form_id)
        if head.version == 0:
            raise FormNotPublished()
        definition, _ = self._current(work, head)
        return Form(
            form_id,
            head.version,
            definition,
            head.flow_id,
            head.archived,
            frozenset((*head.reindexing, *head.recounting)),
            frozenset(head.ordered),
            frozenset(head.followed),
            head.watched_by,
        )

    def load(self, work: UnitOfWork, form_ids: Iterable[str]) -> None:
        """The heads of several forms in one read, so that asking for each costs none."""
        self._table().get_many(work, [row_keys.head(each) for each in form_ids])

    def definition(self, work: UnitOfWork, form_id: str, version: int) -> Definition:
        """Raises FormNotFound."""
        place = (work.actor.tenant_id, form_id, version)
        known = self._versions.get(place)
        if known is None:
            known = read_definition(self.version(work, form_id, version).definition)
            self._versions[place] = known
            if len(self._versions) > CACHED_VERSIONS:
                self._versions.popitem(last=False)
        self._versions.move_to_end(place)
        return known

    def retired(self, work: UnitOfWork, head: Head) -> Retired:
        """Choices that the newest version does not offer any more."""
        return self._current(work, head)[1] if head.version else {}

    def _current(self, work: UnitOfWork, head: Head) -> tuple[Definition, Retired]:
        """The newest version, with the names of what older ones offered: as immutable as the version is."""
        place = (work.actor.tenant_id, head.id, head.version)
        known = self._newest.get(place)
        if known is None:
            newest = self.definition(work, head.id, head.version)
            retired = head.retired_choices
            if retired is None:
                older = (self.definition(work, head.id, number) for number in range(1, head.version))
                retired = retired_choices(older, newest, {})
            known = self._newest[place] = (with_retired(newest, retired), retired)
            if len(self._newest) > CACHED_VERSIONS:
                self._newest.popitem(last=False)
        self._newest.move_to_end(place)
        return known

    def version(self, work: UnitOfWork, form_id: str, number: int) -> Published:
        """Raises FormNotFound."""
        row = self._table().get(work, row_keys.version(form_id, number))
        if row is None:
            raise FormNotFound()
        return VERSIONS.load(row.doc)

    def versions(self, work: UnitOfWork, form_id: str, limit: int, cursor: str | None) -> Page[Published]:
        page = self._table().query(
            work, row_keys.head(form_id).partition, prefix="version#", newest_first=True, limit=limit, after=cursor
        )
        return page.map(lambda row: VERSIONS.load(row.doc))

    def listed(
        self, work: UnitOfWork, shown: Callable[[dict[str, Any]], bool], limit: int, cursor: str | None
    ) -> Page[dict[str, Any]]:
        page = self._table().kept(
            work, row_keys.FORMS, lambda row: shown(row.doc), newest_first=True, limit=limit, after=cursor
        )
        return page.map(lambda row: row.doc)

    def definitions(self, work: UnitOfWork) -> Iterator[tuple[str, dict[str, Any] | None, dict[str, Any]]]:
        """Of every form its id, what is published (if anything) and the draft; a page of forms is two reads."""
        cursor = None
        while True:
            page = self.listed(work, lambda _: True, MAX_PAGE, cursor)
            places = [
                (doc["id"], row_keys.draft(doc["id"]), row_keys.version(doc["id"], doc["version"]))
                for doc in page.items
            ]
            rows = self._table().get_many(work, [key for _, *both in places for key in both])
            for form_id, draft, version in places:
                in_use, saved = rows[version], rows[draft]
                if saved is not None:
                    yield form_id, in_use.doc["definition"] if in_use else None, saved.doc["definition"]
            cursor = page.next_cursor
            if cursor is None:
                return

    def every_listed(self, work: UnitOfWork) -> Iterator[dict[str, Any]]:
        """List entries of all forms, newest first; a hundred are one read."""
        cursor = None
        while True:
            page = self.listed(work, lambda _: True, MAX_PAGE, cursor)
            yield from page.items
            cursor = page.next_cursor
            if cursor is None:
                return

    def keyed(self, work: UnitOfWork, app_id: str, keys: Collection[str]) -> dict[str, str]:
        """Of each key the id of the app's form that has it, "" if none has."""
        places = {key: row_keys.key_guard(app_id, key) for key in keys}
        rows = self._table().get_many(work, places.values())
        return {key: _holder(rows[place]) for key, place in places.items()}

    def followers(self, work: UnitOfWork, form_id: str) -> dict[str, dict[str, list[str]]]:
        """By the id of each form that follows fields of this one's records: the paths of its links, by field."""
        rows = self._table().every(work, row_keys.followers_partition(form_id))
        return {row.doc["form_id"]: row.doc["fields"] for row in rows}

    def inbound(self, work: UnitOfWork, form_id: str) -> list[Inbound]:
        """The links of all forms, itself included, that lead to records of the form."""
        rows = self._table().every(work, row_keys.inbound_partition(form_id))
        return [INBOUND.load(row.doc) for row in rows]

    # -- writing

    def enter_links(self, work: UnitOfWork, form_id: str, before: Definition | None, after: Definition) -> None:
        """The links of a version, with the forms that they lead to; out of the lists of those that they led to."""
        now = inbound_of(form_id, after)
        for (target, path), link in now.items():
            work.index(row_keys.inbound(target, form_id, path), INBOUND.dump(link), kind="form_link")
        for target, path in inbound_of(form_id, before).keys() - now.keys():
            work.unindex(row_keys.inbound(target, form_id, path))

    def enter_sources(self, work: UnitOfWork, head: Head, before: Definition | None, after: Definition) -> None:
        """What the version of `head` follows, in the lists of the forms that it follows. Their heads are held, so that
        of two forms that begin to follow each other at once the second looks again.
        """
        was, now = live_sources(before) if before else {}, live_sources(after)
        for source in {**was, **now}:
            of_source = head if source == head.id else self.head(work, source)
            if was.get(source) == now.get(source):
                self.hold(work, of_source)
                continue
            key = row_keys.follower(source, head.id)
            if source in now:
                work.index(key, {"form_id": head.id, "fields": now[source]}, kind="form_follower")
            else:
                work.unindex(key)
            others = [fields for form_id, fields in self.followers(work, source).items() if form_id != head.id]
            followed = tuple(sorted({name for fields in (*others, now.get(source, {})) for name in fields}))
            work.replace(_head_row(of_source), HEADS.dump(replace(of_source, followed=followed)), amend=True)

    def enter_watched(self, work: UnitOfWork, form_id: str, before: Definition | None, after: Definition) -> None:
        """The form's duplicate rules, with the other forms that they look at. The heads of those are held, so that what
        was checked of their fields is still so.
        """
        was, now = watched_forms(before) if before else frozenset(), watched_forms(after)
        for other in sorted(was | now):
            head = self.head(work, other)
            watching = {*head.watched_by, form_id} if other in now else set(head.watched_by) - {form_id}
            if watching == set(head.watched_by):
                self.hold(work, head)
            else:
                changed = replace(head, watched_by=tuple(sorted(watching)))
                work.replace(_head_row(head), HEADS.dump(changed), amend=True)

    def take_key(self, work: UnitOfWork, app_id: str, key: str, form_id: str) -> None:
        """Of two forms that take one key at once, the second runs again and finds it taken."""
        work.create(row_keys.key_guard(app_id, key), "form_key", {"form_id": form_id})

    def free_key(self, work: UnitOfWork, app_id: str, key: str) -> None:
        row = self._table().get(work, row_keys.key_guard(app_id, key))
        if row is not None:
            work.remove(row)

    def create(self, work: UnitOfWork, head: Head, definition: dict[str, Any]) -> None:
        work.create(row_keys.head(head.id), "form", HEADS.dump(head))
        draft = Draft(head.id, definition, head.created_by, head.updated_at)
        work.create(row_keys.draft(head.id), "form_draft", DRAFTS.dump(draft))
        self._list(work, head)

    def save_draft(self, work: UnitOfWork, draft: Draft, head: Head, definition: dict[str, Any]) -> None:
        saved = Draft(head.id, definition, work.actor.member_id, head.updated_at)
        work.replace(_draft_row(draft), DRAFTS.dump(saved))
        if head.version == 0:
            self.save(work, head)

    def save(self, work: UnitOfWork, head: Head) -> None:
        work.replace(_head_row(head), HEADS.dump(head))
        self._list(work, head)

    def add_version(self, work: UnitOfWork, version: Published) -> None:
        work.create(row_keys.version(version.form_id, version.version), "form_version", VERSIONS.dump(version))

    def hold(self, work: UnitOfWork, head: Head) -> None:
        work.require(_head_row(head))

    def hold_draft(self, work: UnitOfWork, draft: Draft) -> None:
        work.require(_draft_row(draft))

    def count(self, work: UnitOfWork, form_id: str, field_id: str, period: str) -> int:
        """The next number of a serial field in a period; whoever loses the race for it runs again."""
        return self.reserve(work, form_id, field_id, period, 1)

    def reserve(self, work: UnitOfWork, form_id: str, field_id: str, period: str, count: int) -> int:
        """The first of `count` successive numbers of a serial field in a period, taken by one write of this work; they
        are the caller's alone once it is committed, and whoever loses the race for them runs again.
        """
        row = self._table().get(work, row_keys.counters(form_id))
        counts: dict[str, Any] = dict(row.doc) if row else {}
        before = counts.get(field_id, {})
        last = before["last"] if before.get("period") == period else 0
        counts[field_id] = {"period": period, "last": last + count}
        if row is None:
            work.create(row_keys.counters(form_id), "form_counters", counts)
        else:
            work.replace(row, counts)
        return int(last) + 1

    def take(self, work: UnitOfWork, form_id: str, field_id: str, period: str) -> int:
        """As `count`, in a unit of work of its own, which holds nothing but the counter and is soon over. If it cannot
        be told whether it was written, the next number is taken: one may be skipped, none is given twice.
        """
        place = ("serial", form_id, field_id, period)
        return work.memoize(place, lambda: self._apart(work, lambda own: self.count(own, form_id, field_id, period)))

    def _list(self, work: UnitOfWork, head: Head) -> None:
        left_out = ("storage_types", "reindexing", "recounting", "ordered", "retired_choices", "followed", "watched_by")
        doc = {name: value for name, value in head.doc().items() if name not in left_out}
        work.index(row_keys.listed(head.id), doc, kind="form_entry")


def _holder(row: Row | None) -> str:
    return str(row.doc["form_id"]) if row else ""


def _head_row(head: Head) -> Row:
    """A row known from what was read: its version is all that a conditional write needs."""
    return Row(row_keys.head(head.id), "form", {}, head.revision)


def _draft_row(draft: Draft) -> Row:
    return Row(row_keys.draft(draft.form_id), "form_draft", {}, draft.version)
