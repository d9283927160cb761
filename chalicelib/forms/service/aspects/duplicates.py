"""A record that is the same as another one is refused where a duplicate rule says so."""

from collections.abc import Mapping
from typing import Any

from ....kernel.unit_of_work import UnitOfWork
from ..duplicate_marks import DuplicateMarks
from .aspect import DELETED, STATE, Aspect, RecordChange


class DuplicateAspect(Aspect):
    def __init__(self, marks: DuplicateMarks) -> None:
        self._marks = marks

    def written(self, work: UnitOfWork, change: RecordChange) -> Mapping[str, Any]:
        """Raises DuplicateFound, DuplicateFoundUnseen."""
        form = change.form
        if change.cause != STATE and (form.definition.duplicates or form.watched_by):
            self._marks.settle(work, form, change.after, gone=change.cause == DELETED)
        return {}
