"""What of a form's records one member may see, from lists of nothing else: their own, those of departments and people
whose records a group opens to them, and what was shared with them.
"""

from collections.abc import Iterator
from heapq import merge
from itertools import groupby, islice
from typing import NamedTuple

from ...kernel.unit_of_work import UnitOfWork
from .. import row_keys
from ..domain.records import ListRow
from .judging import CHUNK, Judge, Question
from .ports import EntryStore, RecordStore


class _Place(NamedTuple):
    """A record in one of the lists. A list of what was shared points at records, and holds no entries."""

    id: str
    card: ListRow | None


class Sight:
    """Everything that the scope opens, by id, as far as it is there, each once.

    A list of what was shared also names records that were deleted since. Nothing that this answers depends on those.
    """

    def __init__(
        self,
        entries: EntryStore,
        records: RecordStore,
        work: UnitOfWork,
        question: Question,
    ) -> None:
        self._entries = entries
        self._records = records
        self._work = work
        self._form = question.form
        self._query = question.query
        self._judge = Judge(records, work, question)
        self._asks = question.scope.asks
        self._principals = sorted(question.scope.principals() or ())
        self.partition = row_keys.seen_partition(question.form.id, work.actor.member_id)

    @property
    def reaches_others(self) -> bool:
        """Whether it leans on lists that records by an earlier release do not stand in."""
        return any(each != self._work.actor.member_id for each in self._principals)

    @property
    def is_building(self) -> bool:
        """Whether older records still have to be entered into the lists of whom they name."""
        return bool(self._asks & self._form.reindexing)

    def judged(self, after: str | None = None, first: int = CHUNK) -> Iterator[tuple[ListRow, bool]]:
        """Every entry that is theirs to see, as they see it, with whether it passes; `first` is how many are likely to
        be asked for.
        """
        for cards, shared in self._chunks(after, first):
            for verdict in self._judge.verdicts(cards, shared):
                if verdict.shown is not None:
                    yield verdict.shown, verdict.passes

    def shared(self, most: int) -> frozenset[str]:
        """Ids of what was shared with them, as far as `most`."""
        return frozenset(each.id for each in islice(self._stream(self.partition, None, CHUNK, held=False), most))

    def _chunks(self, after: str | None, first: int) -> Iterator[tuple[list[ListRow], frozenset[str]]]:
        """The entries in stretches, and which of them were shared."""
        start, end = self._query.id_bounds()
        if start is not None and end is not None and start > end:
            return
        ahead = first + 1  # that a record is not in two lists is known by the one behind it
        streams = [
            self._stream(row_keys.visible_partition(self._form.id, each), after, ahead, held=True)
            for each in self._principals
        ]
        streams.append(self._stream(self.partition, after, ahead, held=False))
        merged = merge(*streams, key=lambda place: place.id, reverse=self._query.newest_first)
        same = (list(group) for _, group in groupby(merged, key=lambda place: place.id))
        while chunk := list(islice(same, first)):
            yield self._cards(chunk), frozenset(found[0].id for found in chunk if any(not each.card for each in found))
            first = CHUNK

    def _cards(self, chunk: list[list[_Place]]) -> list[ListRow]:
        """Those that are pointed at only are fetched; all of them while entries do not hold all that the form shows."""
        held = {each.id: each.card for found in chunk for each in found if each.card}
        if self._form.reindexing:
            held = {}
        missing = [found[0].id for found in chunk if found[0].id not in held]
        fetched = self._records.cards(self._work, self._form, missing) if missing else []
        known = held | {card["id"]: card for card in fetched}
        return [card for found in chunk if (card := known.get(found[0].id)) is not None]

    def _stream(self, partition: str, after: str | None, limit: int, *, held: bool) -> Iterator[_Place]:
        start, end = self._query.id_bounds()
        while True:
            read = self._entries.read(
                self._work,
                partition,
                start=start,
                end=end,
                newest_first=self._query.newest_first,
                limit=limit,
                after=after,
            )
            for row in read.rows:
                yield _Place(row.key.sort, row.doc if held else None)
            after, limit = read.last, CHUNK
            if after is None:
                return
