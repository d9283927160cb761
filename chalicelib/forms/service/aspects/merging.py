"""A record that is being merged changes by its merge alone; one that comes back from the bin may name what was merged
meanwhile.
"""

from collections.abc import Mapping
from typing import Any

from ....kernel.unit_of_work import UnitOfWork
from ... import events
from ...domain.errors import RecordMerging
from ...domain.linking import linked
from ...domain.records import Record
from ..ports import RecordStore
from .aspect import RESTORED, Aspect, RecordChange


class MergeAspect(Aspect):
    def __init__(self, records: RecordStore) -> None:
        self._records = records

    def kept(self, work: UnitOfWork, change: RecordChange) -> Record:
        """Raises RecordMerging."""
        del work
        _require_free(change)
        return change.after

    def written(self, work: UnitOfWork, change: RecordChange) -> Mapping[str, Any]:
        """Raises RecordMerging."""
        _require_free(change)
        if change.cause == RESTORED and not change.merge:
            targets = {target for _, _, target in linked(change.form.definition, change.after.values)}
            if targets and self._records.moved_to(work, targets):
                work.emit(events.record_lags(change.after))
        return {}


def _require_free(change: RecordChange) -> None:
    if change.before is not None and change.before.merging and not change.merge:
        raise RecordMerging()
