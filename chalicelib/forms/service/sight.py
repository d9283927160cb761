"""What of a form's records one member may see, from their own list alone, and which of it a query lets through."""

from collections.abc import Iterator, Sequence

from ...kernel.unit_of_work import UnitOfWork
from .. import row_keys
from ..domain.definition import Form
from ..domain.record_query import RecordQuery
from ..domain.records import ListRow
from .ports import EntryStore, RecordStore

CHUNK = 100


class Sight:
    """The member's own records and those that were shared with them, by id, as far as they are there.

    Their list also names records that were deleted since. Nothing that this answers depends on those.
    """

    def __init__(
        self, entries: EntryStore, records: RecordStore, work: UnitOfWork, form: Form, query: RecordQuery
    ) -> None:
        self._entries = entries
        self._records = records
        self.work = work
        self._form = form
        self._query = query
        self.partition = row_keys.seen_partition(form.id, work.actor.member_id)

    def cards(self, after: str | None = None) -> Iterator[ListRow]:
        for chunk in self._chunks(after, CHUNK):
            yield from chunk

    def judged(self, after: str | None, first: int) -> Iterator[tuple[ListRow, bool]]:
        """Every card with whether it passes; `first` is how many are likely to be asked for."""
        for chunk in self._chunks(after, first):
            passing = {card["id"] for card in judged(self._records, self.work, self._query, chunk)}
            for card in chunk:
                yield card, card["id"] in passing

    def _chunks(self, after: str | None, limit: int) -> Iterator[list[ListRow]]:
        start, end = self._query.id_bounds()
        if start is not None and end is not None and start > end:
            return
        while True:
            read = self._entries.read(
                self.work,
                self.partition,
                start=start,
                end=end,
                newest_first=self._query.newest_first,
                limit=limit,
                after=after,
            )
            yield self._records.cards(self.work, self._form, [row.key.sort for row in read.rows])
            after, limit = read.last, CHUNK
            if after is None:
                return


def judged(records: RecordStore, work: UnitOfWork, query: RecordQuery, cards: Sequence[ListRow]) -> Iterator[ListRow]:
    """The cards that pass, in their order. Where a cut text cannot tell, the record itself is asked."""
    for start in range(0, len(cards), CHUNK):
        chunk = cards[start : start + CHUNK]
        verdicts = {card["id"]: query.passes(card) for card in chunk}
        open_ones = [identity for identity, verdict in verdicts.items() if verdict is None]
        whole = records.whole_values(work, open_ones) if open_ones else {}
        for card in chunk:
            verdict = verdicts[card["id"]]
            if verdict is None and card["id"] in whole:
                verdict = query.passes({**card, "values": whole[card["id"]]}, whole=True)
            if verdict:
                yield card
