"""The records that a link may be set to: those that the actor may read and that its condition admits."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any

from ...conditions.tree import EVERYTHING, Node
from ...kernel.errors import FieldError
from ...kernel.exact_json import read_exact
from ...kernel.initials import sounds_like
from ...kernel.page import Page
from ...kernel.unit_of_work import UnitOfWork
from .. import row_keys
from ..access.scope import Scope
from ..domain.definition import Form
from ..domain.errors import LinkNotFound, ListBuilding, ListInvalid
from ..domain.filter_kinds import value_of
from ..domain.link_filter import admits, compiled, with_own_values
from ..domain.linking import Link, links_of, own_fields
from ..domain.normal_form import searchable
from ..domain.record_query import RecordQuery
from ..domain.records import CREATED, ListRow, Record, list_row
from .entrance import Entrance
from .forms import Forms
from .judging import CHUNK, Judge, Question
from .ports import EntryStore, FormStore, RecordStore
from .sight import Sight

MAX_SCANNED = 1_000
"""Records looked at for one answer; a page then goes on behind its cursor."""
MAX_SHARED = 2_000


@dataclass(frozen=True, slots=True)
class Wanted:
    """`values` are those of the record that the link is in, with those of its row over them; `form_id` is the form to
    choose from, "" the first that is linked; `text` is part of the title or of the first letters of its sounds.
    """

    text: str = ""
    values: Mapping[str, Any] | None = None
    form_id: str = ""


@dataclass(frozen=True, slots=True)
class _Asked:
    link: Link
    target: Form
    scope: Scope
    text: str
    condition: Node


@dataclass(frozen=True, slots=True)
class _Reading:
    work: UnitOfWork
    question: Question
    sight: Sight
    shared: frozenset[str]


def wanted(text: str, values: str, form_id: str) -> Wanted:
    """`values` is JSON. Raises ListInvalid."""
    try:
        found = read_exact(values or "{}")
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict):
        raise ListInvalid(fields=[FieldError.of("/values", "link_values_shape")])
    return Wanted(text, found, form_id)


class Candidates:
    def __init__(
        self, forms: FormStore, records: RecordStore, entries: EntryStore, entrance: Entrance, visible: Forms
    ) -> None:
        self._forms = forms
        self._records = records
        self._entries = entries
        self._entrance = entrance
        self._visible = visible

    def page(
        self, work: UnitOfWork, form_id: str, path: str, wanted: Wanted, *, limit: int = 20, cursor: str | None = None
    ) -> Page[dict[str, Any]]:
        """`{"id", "form_id", "title", "serial", "state", "values"}` of each, the newest first; `values` are those that
        the link shows when choosing. Raises FormNotFound, FormNotPublished, LinkNotFound, CursorInvalid.
        """
        self._visible.require_visible(work, form_id)
        form = self._forms.form(work, form_id)
        link = next((each for each in links_of(form.definition) if each.path == path), None)
        target_id = wanted.form_id or (link.forms[0] if link else "")
        if link is None or target_id not in link.forms or self._hides(work, form, link):
            raise LinkNotFound()
        target = self._forms.form(work, target_id)
        condition = self._condition(work, form, link, wanted)
        asked = _Asked(link, target, self._entrance.scope(work, target), wanted.text, condition)
        bound = f"candidates#{form_id}#{path}#{target_id}?{searchable(wanted.text)}"
        last = self._entries.open(work, cursor, bound) if cursor else None
        found: list[dict[str, Any]] = []
        seen = ""
        for examined, (place, card) in enumerate(self._passing(work, asked, last, min(limit + 1, CHUNK))):
            if examined == MAX_SCANNED or (card is not None and len(found) == limit):
                end = seen if examined == MAX_SCANNED else str(found[-1]["id"])
                return Page(tuple(found), self._entries.seal(work, end, bound))
            if card is not None:
                found.append(card)
            seen = place
        return Page(tuple(found))

    def _hides(self, work: UnitOfWork, form: Form, link: Link) -> bool:
        return (link.lines or link.field.id) in self._entrance.scope(work, form).hides

    def _condition(self, work: UnitOfWork, form: Form, link: Link, wanted: Wanted) -> Node:
        written = link.field.options.get("filter")
        if not written:
            return EVERYTHING
        target = self._forms.form(work, link.forms[0])
        hides = self._entrance.scope(work, target).hides
        filled = with_own_values(written, own_fields(form.definition, link), wanted.values or {}, hides)
        return compiled(filled, target.definition, self._entrance.around(work))

    def _passing(
        self, work: UnitOfWork, asked: _Asked, last: str | None, first: int
    ) -> Iterator[tuple[str, dict[str, Any] | None]]:
        """Of every record that is looked at its place, and the card of one that may be chosen."""
        question = Question(asked.target, asked.scope, RecordQuery())
        sight = Sight(self._entries, self._records, work, question)
        shared = frozenset() if asked.scope.shows_all else sight.shared(MAX_SHARED)
        for places in self._chunks(_Reading(work, question, sight, shared), last, first):
            named = [place for place, card in places if card and _named(str(card["title"]), asked.text)]
            records = {each.id: self._entrance.of_today(work, each) for each in self._records.live(work, named)}
            for place, _ in places:
                record = records.get(place)
                fits = record is not None and admits(asked.condition, record)
                yield place, self._card(work, asked, record, shared) if record and fits else None

    def _card(self, work: UnitOfWork, asked: _Asked, record: Record, shared: frozenset[str]) -> dict[str, Any]:
        own = record.owned_by == work.actor.member_id
        columns = asked.link.field.options.get("columns", ())
        rights = asked.scope.of(record, shared=not own and record.id in shared)
        card = list_row(record, (), record.version)
        held = {name: value_of({**card, "values": record.values}, name) for name in columns}
        told = {name: rights.value(name, value) for name, value in held.items()}
        return {
            "id": record.id,
            "form_id": record.form_id,
            "title": rights.title(record.title, record.values),
            "serial": record.serial,
            "state": record.state,
            "values": {name: value for name, value in told.items() if value is not None},
        }

    def _chunks(self, reading: _Reading, last: str | None, first: int) -> Iterator[list[tuple[str, ListRow | None]]]:
        """The ids of records, the newest first, and their entries as the actor sees them, None if they do not. `first`
        is how many are likely to be enough.
        """
        if reading.question.scope.principals() is not None:
            if reading.sight.is_building:
                raise ListBuilding()
            seen = reading.sight.judged(last, first)
            while chunk := list(islice(seen, first)):
                yield [(str(card["id"]), card) for card, _ in chunk]
                first = CHUNK
            return
        judge = Judge(self._records, reading.work, reading.question)
        partition = row_keys.index_partition(reading.question.form.id, CREATED)
        while True:
            read = self._entries.read(
                reading.work, partition, start=None, end=None, newest_first=True, limit=first, after=last
            )
            verdicts = judge.verdicts([row.doc for row in read.rows], reading.shared)
            yield [(row.key.sort, each.shown) for row, each in zip(read.rows, verdicts, strict=True)]
            last, first = read.last, CHUNK
            if last is None:
                return


def _named(title: str, text: str) -> bool:
    """Whether the title has the text in it, or characters in a row that begin with these letters as they are spoken."""
    wanted = searchable(text).strip()
    if not wanted or wanted in searchable(title):
        return True
    return wanted.isascii() and wanted.isalpha() and sounds_like(title, wanted)
