"""The records that link to a record: through which links there are any, and who they are, as far as the actor may read.

Each link has a list of the children of a record, in the order of their ids; an entry is judged as in any other list.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from ...kernel.page import Page
from ...kernel.unit_of_work import UnitOfWork
from .. import row_keys
from ..domain.definition import Form
from ..domain.errors import LinkNotFound, RecordNotFound
from ..domain.linking import Inbound
from ..domain.record_query import RecordQuery
from ..domain.records import ListRow, Record
from .audience import may_submit_now
from .current import CardsOfToday, CurrentValues
from .entrance import Entrance
from .judging import CHUNK, Judge, Question
from .lists import Count
from .ports import Company, EntryStore, FormStore, RecordStore
from .sight import Sight

MOST_COUNTED = 100
MAX_SCANNED = 1_000
"""Children looked at for one answer; a page then goes on behind its cursor."""
MAX_SHARED = 2_000


@dataclass(frozen=True, slots=True)
class Tab:
    """A link that leads here, the form that it is in, how many of its records the actor may read, and whether they may
    make one.
    """

    link: Inbound
    form: Form
    count: Count
    may_add: bool


class Children:
    def __init__(
        self, forms: FormStore, records: RecordStore, entries: EntryStore, company: Company, entrance: Entrance
    ) -> None:
        self._company = company
        self._forms = forms
        self._records = records
        self._entries = entries
        self._entrance = entrance
        self._today = CardsOfToday(records, CurrentValues(forms, company))

    def tabs(self, work: UnitOfWork, record_id: str) -> list[Tab]:
        """In the order of forms and paths. A form is left out if the actor can neither read one of these records, nor
        all of its records, nor make one. Raises RecordNotFound.
        """
        parent = self._parent(work, record_id)
        found: list[Tab] = []
        for link in self._forms.inbound(work, parent.form_id):
            form = self._forms.form(work, link.form_id)
            scope = self._entrance.scope(work, form)
            if link.path.split(".", maxsplit=1)[0] in scope.hides:
                continue
            count, opened = self._count(work, link, parent.id), may_submit_now(self._company, work, form)
            if count.count or scope.reads_all or opened:
                may_add = opened and not form.archived and not form.awaits_flow
                found.append(Tab(link, form, count, may_add))
        return found

    def page(
        self, work: UnitOfWork, record_id: str, form_id: str, path: str, *, limit: int = 20, cursor: str | None = None
    ) -> Page[ListRow]:
        """Cards, the newest record first. Raises RecordNotFound, LinkNotFound, CursorInvalid."""
        parent = self._parent(work, record_id)
        link = self._link(work, parent, form_id, path)
        partition = row_keys.child_partition(form_id, path, parent.id)
        last = self._entries.open(work, cursor, partition) if cursor else None
        found: list[ListRow] = []
        seen = ""
        for examined, (place, card) in enumerate(self._judged(work, link, parent.id, last, limit + 1)):
            if examined == MAX_SCANNED or (card is not None and len(found) == limit):
                end = seen if examined == MAX_SCANNED else str(found[-1]["id"])
                return Page(self._of_today(work, link, found), self._entries.seal(work, end, partition))
            if card is not None:
                found.append(card)
            seen = place
        return Page(self._of_today(work, link, found))

    def _of_today(self, work: UnitOfWork, link: Inbound, cards: list[ListRow]) -> tuple[ListRow, ...]:
        return self._today.cards(work, self._question(work, link), cards)

    def _question(self, work: UnitOfWork, link: Inbound) -> Question:
        form = self._forms.form(work, link.form_id)
        return Question(form, self._entrance.scope(work, form), RecordQuery())

    def _parent(self, work: UnitOfWork, record_id: str) -> Record:
        record, _ = self._entrance.record(work, record_id)
        if record.deleted:
            raise RecordNotFound()
        return record

    def _link(self, work: UnitOfWork, parent: Record, form_id: str, path: str) -> Inbound:
        """Raises LinkNotFound also where the field of the link is hidden from the actor in some record."""
        for link in self._forms.inbound(work, parent.form_id):
            if (link.form_id, link.path) == (form_id, path):
                scope = self._entrance.scope(work, self._forms.form(work, form_id))
                if path.split(".", maxsplit=1)[0] not in scope.hides:
                    return link
        raise LinkNotFound()

    def _count(self, work: UnitOfWork, link: Inbound, record_id: str) -> Count:
        seen = list(islice(self._judged(work, link, record_id, None, CHUNK), MAX_SCANNED + 1))
        count = sum(card is not None for _, card in seen)
        return Count(min(count, MOST_COUNTED), count <= MOST_COUNTED and len(seen) <= MAX_SCANNED)

    def _judged(
        self, work: UnitOfWork, link: Inbound, record_id: str, after: str | None, first: int
    ) -> Iterator[tuple[str, ListRow | None]]:
        """Of every child its place and the card as the actor may see it, None if they may not."""
        question = self._question(work, link)
        judge = Judge(self._records, work, question)
        shared: frozenset[str] = frozenset()
        if not question.scope.shows_all:
            shared = Sight(self._entries, self._records, work, question).shared(MAX_SHARED)
        partition, limit = row_keys.child_partition(link.form_id, link.path, record_id), min(first, CHUNK)
        while True:
            read = self._entries.read(
                work, partition, start=None, end=None, newest_first=True, limit=limit, after=after
            )
            verdicts = judge.verdicts([row.doc for row in read.rows], shared)
            yield from ((row.key.sort, each.shown) for row, each in zip(read.rows, verdicts, strict=True))
            after, limit = read.last, CHUNK
            if after is None:
                return
