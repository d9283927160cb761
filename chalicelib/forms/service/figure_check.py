"""The nightly look at a sample of figures: one that is not what a recount finds is told in the log and mended.

What changed in the last minutes is left alone: its events may still be on their way.
"""

from collections.abc import Callable
from datetime import datetime, timedelta

from ...kernel.clock import from_text
from ...kernel.ids import new_ordered_id
from ...kernel.unit_of_work import UnitOfWork
from .beside_ports import RollupStore
from .ports import FormStore, RecordStore
from .recounting import Recounting

SETTLED = timedelta(minutes=10)
SPAN_OF_IDS = timedelta(days=730)
"""A sample begins at a moment of the last two years: ids begin with the moment."""

Mend = Callable[[UnitOfWork, str], str]
"""Start the job that begins a record's figures anew."""


class FigureCheck:
    def __init__(
        self,
        forms: FormStore,
        records: RecordStore,
        rows: RollupStore,
        recounting: Recounting,
        *,
        mend: Mend,
        chance: Callable[[], float],
    ) -> None:
        """`chance` answers a number from 0 to 1, another one each time."""
        self._forms = forms
        self._records = records
        self._rows = rows
        self._recounting = recounting
        self._mend = mend
        self._chance = chance

    def forms(self, work: UnitOfWork) -> list[str]:
        """Those that have roll-ups, and whose figures are complete."""
        return [each for each in self._rows.forms(work) if not self._forms.head(work, each).recounting]

    def sample(self, work: UnitOfWork, form_id: str, limit: int) -> tuple[str, ...]:
        """Ids of records that were made one after the other, from a moment that nobody chose, else the first."""
        start = new_ordered_id(work.now - SPAN_OF_IDS * self._chance())
        ids, _ = self._records.following(work, form_id, start, limit)
        return ids or self._records.following(work, form_id, "", limit)[0]

    def drifted(self, work: UnitOfWork, record_id: str) -> tuple[str, ...]:
        """The fields of the record whose figure is not what its children come to."""
        found = self._recounting.verify(work, record_id)
        return found.drifted if found.drifted and _is_settled(found.latest, work.now) else ()

    def mend(self, work: UnitOfWork, record_id: str) -> bool:
        """Count in again whoever links to the record, which mends what an event was lost for; what is wrong then was
        damaged otherwise, and its figures are begun anew by a job. Answers whether counting in was enough.
        """
        for child_id, form_id in self._recounting.children_of(work, record_id):
            self._recounting.settle(work, child_id, form_id)
        fresh = UnitOfWork(work.actor, work.now)
        if not self._recounting.verify(fresh, record_id).drifted:
            return True
        self._mend(work, record_id)
        return False


def _is_settled(latest: str, now: datetime) -> bool:
    return not latest or from_text(latest) <= now - SETTLED
