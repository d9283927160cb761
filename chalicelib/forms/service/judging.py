"""Which entries of a list are the member's to see, what they see of each, and which of them a question lets through."""

from collections.abc import Container, Iterator, Sequence
from typing import NamedTuple

from ...kernel.unit_of_work import UnitOfWork
from ..access.scope import Scope, entry_of_card
from ..domain.definition import Form
from ..domain.filter_kinds import Entry
from ..domain.record_query import RecordQuery
from ..domain.records import ListRow
from .ports import RecordStore

CHUNK = 100


class Question(NamedTuple):
    """What is asked of which form, and what of it the member may reach."""

    form: Form
    scope: Scope
    query: RecordQuery


class Verdict(NamedTuple):
    """`shown` is the entry as the member may see it, None if they may not; `passes` what the question says of it."""

    shown: ListRow | None
    passes: bool


OUT = Verdict(None, False)


class Judge:
    def __init__(self, records: RecordStore, work: UnitOfWork, question: Question) -> None:
        self._records = records
        self._work = work
        self._scope = question.scope
        self._query = question.query
        asked, held = question.scope.asks, frozenset(question.form.definition.summary_fields)
        self._untold = bool(asked - held or asked & question.form.reindexing)

    def verdicts(self, cards: Sequence[ListRow], shared: Container[str] = ()) -> Iterator[Verdict]:
        """Of each card, in their order. Where a cut text cannot tell, the record itself is asked. `shared` are the ids
        of those that were shared with the member. While not every entry holds what rights look at, all records are
        asked.
        """
        for start in range(0, len(cards), CHUNK):
            entries = [self._entry(card, shared) for card in cards[start : start + CHUNK]]
            verdicts = self._verdicts(entries)
            unknown = [str(entry.card["id"]) for entry, verdict in zip(entries, verdicts, strict=True) if not verdict]
            whole = self._records.whole_values(self._work, unknown) if unknown else {}
            self._scope.prepare(whole.values())
            for entry, verdict in zip(entries, verdicts, strict=True):
                values = None if verdict else whole.get(str(entry.card["id"]))
                if values is None:
                    yield verdict or OUT
                else:
                    yield self._verdict(entry, Entry({**entry.card, "values": values}, whole=True)) or OUT

    def passing(self, cards: Sequence[ListRow], shared: Container[str] = ()) -> Iterator[ListRow]:
        return (each.shown for each in self.verdicts(cards, shared) if each.passes and each.shown is not None)

    def _verdicts(self, entries: Sequence[Entry]) -> list[Verdict | None]:
        if self._untold:
            return [None] * len(entries)
        self._scope.prepare(entry.card["values"] for entry in entries)
        return [self._verdict(entry) for entry in entries]

    def _entry(self, card: ListRow, shared: Container[str]) -> Entry:
        return entry_of_card(card, self._work.actor.member_id, shared=card["id"] in shared)

    def _verdict(self, entry: Entry, whole: Entry | None = None) -> Verdict | None:
        """None if only the record itself can tell."""
        rights = self._scope.of_entry(whole or entry)
        if rights is None:
            return None
        if not rights:
            return OUT
        asked = rights.card((whole or entry).card)
        passes = self._query.passes(asked, whole=whole is not None)
        return None if passes is None else Verdict(rights.card(entry.card), passes)
