"""Lists of a form's records and of its recycle bin: pages, counts and search.

Who may read everything is answered from the entries of an index: one query a page. Whose records stand in lists of
people and departments is answered from those alone (`Sight`), in any order, so that no answer depends on records that
they may not see. Where a group opens records by a condition, an index is read, and what is not theirs is passed over.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice
from typing import Any

from ...conditions.dynamic import Surroundings
from ...kernel.page import Page
from ...kernel.unit_of_work import Row, UnitOfWork
from .. import events, row_keys
from ..access.groups import DELETE
from ..access.rights import Rights
from ..access.scope import Scope, entry_of_card
from ..domain.definition import Definition, Form
from ..domain.errors import ListBuilding, ListTooLong
from ..domain.fields import Locale
from ..domain.filter_kinds import Entry
from ..domain.normal_form import searchable
from ..domain.record_query import RecordQuery, parse_query
from ..domain.records import ALL_ORDERS, CREATED, OWN_BIN, VISIBLE, ListRow
from ..domain.search import Search
from .current import CardsOfToday, CurrentValues
from .entrance import Entrance
from .judging import CHUNK, Judge, Question, Verdict
from .link_questions import without_hidden
from .ports import Company, EntryStore, FormStore, RecordStore
from .sight import Sight

MAX_SCANNED = 1_000
"""Records looked at for one answer; a page then goes on behind its cursor, a count says "at least"."""
MAX_SORTED = 2_000
"""Records that are put in order in memory, for those who may not read all."""
STRETCH = 500
"""Entries that are read at once by whoever reads a whole list."""


@dataclass(frozen=True, slots=True)
class Count:
    """`exact` is False if there may be more."""

    count: int
    exact: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """What a request says of a list. `filters` is a condition, or JSON text of one."""

    sort: str = ""
    filters: Any = ""
    search: str = ""


class Lists:
    def __init__(
        self, forms: FormStore, records: RecordStore, entries: EntryStore, company: Company, entrance: Entrance
    ) -> None:
        self._entrance = entrance
        self._forms = forms
        self._records = records
        self._entries = entries
        self._company = company
        self._today = CardsOfToday(records, CurrentValues(forms, company))

    def records(
        self, work: UnitOfWork, form_id: str, asked: Asked, *, limit: int = 20, cursor: str | None = None
    ) -> Page[ListRow]:
        """Cards of what the actor may read. Raises FormNotFound, FormNotPublished, ListInvalid, ListBuilding,
        ListTooLong, CursorInvalid.
        """
        question = self.question(work, form_id, asked)
        page = self._page(work, question, limit, cursor)
        return Page(self._today.cards(work, question, page.items), page.next_cursor)

    def _page(self, work: UnitOfWork, question: Question, limit: int, cursor: str | None) -> Page[ListRow]:
        if question.scope.principals() is None:
            question = self._by_index(work, question)
            partition = row_keys.index_partition(question.form.id, question.query.sort)
        else:
            partition = row_keys.seen_partition(question.form.id, work.actor.member_id)
        bound = f"{partition}?{question.query.signature()}"
        last = self._entries.open(work, cursor, bound) if cursor else None
        found, end = self._stretch(work, question, last, limit)
        return Page(tuple(found), self._entries.seal(work, end, bound) if end is not None else None)

    def stretch(
        self, work: UnitOfWork, question: Question, after: str | None, limit: int
    ) -> tuple[list[ListRow], str | None]:
        """Entries behind the place `after`, which code keeps for itself, and the place to go on from; None at the end.
        There may be none although there is more. Raises ListBuilding, ListTooLong.
        """
        if question.scope.principals() is None:
            question = self._by_index(work, question)
        return self._stretch(work, question, after, limit)

    def _stretch(
        self, work: UnitOfWork, question: Question, after: str | None, limit: int
    ) -> tuple[list[ListRow], str | None]:
        if question.scope.principals() is None:
            return self._scanned(work, question, after, limit)
        read = self._by_id if question.query.sort == CREATED else self._in_memory
        return read(self._sight(work, question), question.query, after, limit)

    def walk(self, work: UnitOfWork, form_id: str, asked: Asked) -> Iterator[ListRow]:
        """Every entry of the list, in no order to rely on; who walks decides how far. Raises as `records`."""
        verdicts = self.verdicts(work, self.question(work, form_id, asked))
        return (each.shown for each in verdicts if each.passes and each.shown is not None)

    def verdicts(self, work: UnitOfWork, question: Question) -> Iterator[Verdict]:
        """Of every entry that has to be looked at, in no order to rely on, what the actor sees of it and whether it
        passes. Raises ListBuilding.
        """
        if question.scope.principals() is not None:
            return (Verdict(shown, passes) for shown, passes in self._sight(work, question).judged())
        return self._all_scanned(work, self._by_index(work, question))

    def count(self, work: UnitOfWork, form_id: str, asked: Asked) -> Count:
        """How many records the list holds, as far as `MAX_SCANNED` of them tell. Raises as `records`."""
        return self._count(work, self.question(work, form_id, asked))

    def under(self, work: UnitOfWork, form: Form, scope: Scope, limit: int) -> tuple[tuple[ListRow, ...], Count]:
        """The newest records of a scope that may not be in force, and how many there are. Raises ListBuilding."""
        question = Question(form, scope, RecordQuery())
        page = self._page(work, question, limit, None)
        return self._today.cards(work, question, page.items), self._count(work, question)

    def _count(self, work: UnitOfWork, question: Question) -> Count:
        if question.scope.principals() is None:
            return self._counted(work, self._by_index(work, question))
        seen = list(islice(self._sight(work, question).judged(), MAX_SCANNED + 1))
        return Count(sum(passes for _, passes in seen[:MAX_SCANNED]), len(seen) <= MAX_SCANNED)

    def bin(self, work: UnitOfWork, form_id: str, *, limit: int = 20, cursor: str | None = None) -> Page[ListRow]:
        """Deleted records that the actor may see, newest record first, and which of them they may restore.

        Raises FormNotFound, ListBuilding, CursorInvalid.
        """
        form = self._forms.form(work, form_id)
        scope = self._entrance.scope(work, form)
        partition = row_keys.index_partition(form_id, row_keys.BIN)
        if not scope.reads_all:
            self._require_order(work, form, OWN_BIN)
            partition = row_keys.own_bin_partition(form_id, work.actor.member_id)
        last = self._entries.open(work, cursor, partition) if cursor else None
        due: list[ListRow] = []
        more = True
        while more and len(due) <= limit:
            found = self._entries.read(
                work, partition, start=None, end=None, newest_first=True, limit=limit + 1, after=last
            )
            due += [row.doc for row in found.rows if row.doc["purge_at"] > work.at]
            last, more = found.last, found.last is not None
        end = self._entries.seal(work, due[limit - 1]["id"], partition) if len(due) > limit else None
        return Page(tuple(due[:limit]), end).map(partial(_binned, scope, work.actor.member_id))

    # -- the query

    def question(self, work: UnitOfWork, form_id: str, asked: Asked) -> Question:
        """What is asked, and what of it the actor may reach. Raises FormNotFound, FormNotPublished, ListInvalid."""
        form = self._forms.form(work, form_id)
        scope = self._entrance.scope(work, form)
        around = Surroundings(work.now, self._company.zone(work), partial(self._actor, work))
        search = self._search(work, form.definition, asked.search)
        query = parse_query(
            form.definition, around, sort=asked.sort, filters=asked.filters, search=search, hides=scope.hides
        )
        condition = without_hidden(work, self._entrance, query.condition)
        return Question(form, scope, replace(query, condition=condition))

    def _actor(self, work: UnitOfWork, name: str) -> frozenset[str]:
        return self._company.actor_ids(work, work.actor.member_id, name)

    def _search(self, work: UnitOfWork, definition: Definition, text: str) -> Search | None:
        wanted = searchable(text).strip()
        if not wanted:
            return None
        org = self._company.org(work)
        names = {identity: each.name for identity, each in org.members.items()}
        names |= {identity: each.name for identity, each in org.departments.items()}
        people = frozenset(identity for identity, name in names.items() if wanted in searchable(name))
        return Search(wanted, definition, Locale(work.actor.language, self._company.zone(work)), people)

    def _by_index(self, work: UnitOfWork, question: Question) -> Question:
        """The same, answered from an index. Raises ListBuilding while older records are missing in what it leans on."""
        form, query = question.form, question.query.by_index()
        if query.sort in ALL_ORDERS:
            self._require_order(work, form, query.sort)
        if query.fields() & form.reindexing:
            raise ListBuilding()
        return question._replace(query=query)

    def _require_order(self, work: UnitOfWork, form: Form, name: str) -> None:
        """Raises ListBuilding; who asks first of a form by an earlier release sets its records going."""
        if name in form.ordered:
            return
        if name not in form.reindexing:
            head = self._forms.head(work, form.id)
            self._forms.save(work, replace(head, reindexing=tuple(sorted({*head.reindexing, *ALL_ORDERS}))))
            work.emit(events.entries_missed(form.id, form.version))
        raise ListBuilding()

    # -- from an index

    def _scanned(
        self, work: UnitOfWork, question: Question, last: str | None, limit: int
    ) -> tuple[list[ListRow], str | None]:
        """Read on until the page is full, the list ends, or enough was looked at."""
        form, query = question.form, question.query
        partition = row_keys.index_partition(form.id, query.sort)
        start, end = query.bounds()
        if start is not None and end is not None and start > end:
            return [], None
        judge, shared = Judge(self._records, work, question), self._shared(work, question)
        found: list[ListRow] = []
        scanned = 0
        while True:
            read = self._entries.read(
                work,
                partition,
                start=start,
                end=end,
                newest_first=query.newest_first,
                limit=CHUNK if scanned else limit + 1,
                after=last,
            )
            scanned += len(read.rows)
            passing = judge.passing([row.doc for row in read.rows], shared)
            found += islice(passing, limit - len(found))
            full = len(found) == limit
            last = _place_of(found[-1], read.rows) if full else read.last
            more = read.last is not None or (full and read.rows[-1].key.sort != last)
            if not more or full or scanned >= MAX_SCANNED:
                return found, (last if more and last else None)

    def _all_scanned(self, work: UnitOfWork, question: Question) -> Iterator[Verdict]:
        form, query = question.form, question.query
        start, end = query.bounds()
        if start is not None and end is not None and start > end:
            return
        partition, last = row_keys.index_partition(form.id, query.sort), None
        judge, shared = Judge(self._records, work, question), self._shared(work, question)
        while True:
            read = self._entries.read(
                work, partition, start=start, end=end, newest_first=True, limit=STRETCH, after=last
            )
            yield from judge.verdicts([row.doc for row in read.rows], shared)
            last = read.last
            if last is None:
                return

    def _counted(self, work: UnitOfWork, question: Question) -> Count:
        form, query = question.form, question.query
        start, end = query.bounds()
        if start is not None and end is not None and start > end:
            return Count(0, True)
        partition = row_keys.index_partition(form.id, query.sort)
        judge, shared = Judge(self._records, work, question), self._shared(work, question)
        count, scanned, last = 0, 0, None
        while scanned < MAX_SCANNED:
            read = self._entries.read(
                work, partition, start=start, end=end, newest_first=True, limit=MAX_SCANNED - scanned, after=last
            )
            scanned += len(read.rows)
            count += sum(1 for _ in judge.passing([row.doc for row in read.rows], shared))
            last = read.last
            if last is None:
                return Count(count, True)
        return Count(count, False)

    def _shared(self, work: UnitOfWork, question: Question) -> frozenset[str]:
        """What was shared with the actor, where that opens records or more of their fields."""
        if question.scope.shows_all:
            return frozenset()
        return Sight(self._entries, self._records, work, question).shared(MAX_SORTED)

    # -- from the lists of people and departments

    def _sight(self, work: UnitOfWork, question: Question) -> Sight:
        """Raises ListBuilding while records by an earlier release are missing in lists that it leans on."""
        sight = Sight(self._entries, self._records, work, question)
        if sight.is_building:
            raise ListBuilding()
        if sight.reaches_others:
            self._require_order(work, question.form, VISIBLE)
        return sight

    def _by_id(
        self, sight: Sight, query: RecordQuery, last: str | None, limit: int
    ) -> tuple[list[ListRow], str | None]:
        """The order of the lists themselves: read as far as the page needs. Answers where it ends, if more follows."""
        del query
        found: list[ListRow] = []
        seen = ""
        for examined, (card, passes) in enumerate(sight.judged(last, limit + 1)):
            if examined == MAX_SCANNED:
                return found, seen
            if passes:
                if len(found) == limit:
                    return found, str(found[-1]["id"])
                found.append(card)
            seen = str(card["id"])
        return found, None

    def _in_memory(
        self, sight: Sight, query: RecordQuery, last: str | None, limit: int
    ) -> tuple[list[ListRow], str | None]:
        """Any other order, of all that they may see."""
        seen = list(islice(sight.judged(), MAX_SORTED + 1))
        if len(seen) > MAX_SORTED:
            raise ListTooLong(limit=MAX_SORTED)
        placed = {query.place(card): card for card, passes in seen if passes}
        places = sorted(placed, reverse=query.newest_first)
        if last is not None:
            places = [each for each in places if (each < last if query.newest_first else each > last)]
        page = places[:limit]
        return [placed[each] for each in page], page[-1] if len(places) > limit else None


def _binned(scope: Scope, member_id: str, card: ListRow) -> ListRow:
    """A deleted record as the member may see it. Texts of its entry are cut; it is judged by what there is of them."""
    entry = entry_of_card(card, member_id)
    rights = scope.of_entry(Entry(entry.card, whole=True)) or Rights(None, None, ())
    return {**rights.card(card), "may": {"restore": rights.may(DELETE)}}


def _place_of(card: ListRow, rows: tuple[Row, ...]) -> str:
    return next(row.key.sort for row in rows if row.doc["id"] == card["id"])
