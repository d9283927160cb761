"""Lists of a form's records and of its recycle bin.

Who may read everything is answered from index entries: one query a page. Who may not is answered from his own list of
records, or, in another order, from the index with what is not his left out; never more than `MAX_SCANNED` entries a
page, after which the cursor goes on.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from typing import Any

from ...kernel.page import Page
from ...kernel.work import Row, Work
from .. import keys
from ..domain import access
from ..domain.definition import Form
from ..domain.errors import ListBuilding
from ..domain.filters import Question, ask
from ..domain.records import CREATED, card
from .ports import EntryStore, FormStore, RecordStore

MAX_SCANNED = 1_000
CHUNK = 100

Card = dict[str, Any]
Sift = Callable[[list[Row]], list[tuple[str, Card]]]
"""From rows to (sort key, card) of what may be seen."""


class Lists:
    def __init__(self, forms: FormStore, records: RecordStore, entries: EntryStore) -> None:
        self._forms = forms
        self._records = records
        self._entries = entries

    def records(
        self, work: Work, form_id: str, *, sort: str = "", filters: str = "", limit: int = 20, cursor: str | None = None
    ) -> Page[Card]:
        """Cards of what the actor may read. Raises FormNotFound, FormNotPublished, ListInvalid, ListBuilding,
        CursorInvalid.
        """
        form = self._forms.form(work, form_id)
        question = ask(form.definition, sort, filters)
        if question.fields() & form.building:
            raise ListBuilding()
        partition = keys.index_partition(form_id, question.sort)
        sift: Sift = _cards
        if not access.reads_all(form.access, work.actor):
            if question.sort == CREATED:
                partition = keys.seen_partition(form_id, work.actor.member_id)
                sift = partial(self._read, work, form)
            else:
                sift = partial(self._mine, work)
        return self._page(work, _Reading(partition, question, limit, cursor, sift))

    def bin(self, work: Work, form_id: str, *, limit: int = 20, cursor: str | None = None) -> Page[Card]:
        """Deleted records that the actor may see, newest record first, and which of them he may restore.

        Raises FormNotFound, CursorInvalid.
        """
        form = self._forms.form(work, form_id)
        partition = keys.index_partition(form_id, keys.BIN)
        sift = _cards if access.reads_all(form.access, work.actor) else partial(_own, work)
        everything = access.changes_all(form.access, work.actor)
        page = self._page(work, _Reading(partition, Question(), limit, cursor, sift))
        return page.map(
            lambda found: {**found, "may": {"restore": everything or found["created_by"] == work.actor.member_id}}
        )

    def _page(self, work: Work, reading: "_Reading") -> Page[Card]:
        """Read on until the page is full, the list ends, or enough was scanned."""
        question = reading.question
        bound = f"{reading.partition}?{question.signature()}"
        last = self._entries.open(work, reading.cursor, bound) if reading.cursor else None
        start, end = question.range().sort_bounds()
        found: list[Card] = []
        scanned = 0
        while True:
            page = self._entries.read(
                work,
                reading.partition,
                start=start,
                end=end,
                newest_first=question.newest_first,
                limit=CHUNK if scanned else reading.limit + 1,
                after=last,
            )
            scanned += len(page.rows)
            taken, full = _fill(found, reading, page.rows)
            last = taken or (page.rows[-1].key.sort if page.rows else None)
            more = page.more or (full and page.rows[-1].key.sort != last)
            if not more or full or scanned >= MAX_SCANNED:
                return Page(tuple(found), self._entries.seal(work, last, bound) if more and last else None)

    def _mine(self, work: Work, rows: list[Row]) -> list[tuple[str, Card]]:
        """Of an index: the actor's own, and what was shared with him."""
        others = [row.doc["id"] for row in rows if row.doc["created_by"] != work.actor.member_id]
        shared = self._records.shared_of(work, others) if others else frozenset()
        return [
            (row.key.sort, row.doc)
            for row in rows
            if row.doc["created_by"] == work.actor.member_id or row.doc["id"] in shared
        ]

    def _read(self, work: Work, form: Form, rows: list[Row]) -> list[tuple[str, Card]]:
        """From a member's own list, which holds ids only, to cards of the records as they are now."""
        records = self._records.get_many(work, [row.key.sort for row in rows])
        return [(record.id, card(record, form.definition.carded, record.version)) for record in records]


@dataclass(frozen=True, slots=True)
class _Reading:
    partition: str
    question: Question
    limit: int
    cursor: str | None
    sift: Sift


def _fill(found: list[Card], reading: _Reading, rows: tuple[Row, ...]) -> tuple[str | None, bool]:
    """Take cards into `found`. The sort key where it got full (else None), and whether it did."""
    for sort_key, entry in reading.sift(list(rows)):
        if reading.question.passes(entry):
            found.append(entry)
        if len(found) == reading.limit:
            return sort_key, True
    return None, False


def _cards(rows: Iterable[Row]) -> list[tuple[str, Card]]:
    return [(row.key.sort, row.doc) for row in rows]


def _own(work: Work, rows: Iterable[Row]) -> list[tuple[str, Card]]:
    return [(row.key.sort, row.doc) for row in rows if row.doc["created_by"] == work.actor.member_id]
