"""The contract of an aspect, and what it is told."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from ....kernel.errors import FieldError
from ....kernel.unit_of_work import UnitOfWork
from ...domain.definition import Form
from ...domain.fields import Moment
from ...domain.records import Record
from ...domain.stages import Move
from ...domain.stored import Values

CREATED = "created"
UPDATED = "updated"
DELETED = "deleted"
RESTORED = "restored"
STATE = "state"


@dataclass(frozen=True, slots=True)
class Filling:
    """Values on their way into a record. `values` may be changed in place; `before` is None for a new record.

    `beside` are the stored values in the shape of `values`: for each row the row that it was, or `{}`. `refresh`: what
    was copied from other records when they were chosen is copied anew.
    `tolerant`: what is as `before` holds it need not satisfy the form of today. `record_id` is "" where nothing will be
    saved.
    """

    form: Form
    record_id: str
    before: Record | None
    values: Values
    moment: Moment
    tolerant: bool
    beside: Mapping[str, Any] = field(default_factory=dict)
    refresh: bool = False
    move: Move | None = None
    """The one stage that may change."""


@dataclass(frozen=True, slots=True)
class RecordChange:
    """What this work does to a record. `before` is None for a new one; `after` of a deleted one is the record as it was
    when it went into the bin.
    """

    form: Form
    cause: str
    before: Record | None
    after: Record
    move: Move | None = None
    merge: bool = False
    """Part of a merge: what links to a record that goes has been moved, and nothing of what was there is refused."""


class Aspect:
    """One thing beside the values of a record. Each method has the answer of an aspect that has nothing to do."""

    def sent(self, work: UnitOfWork, form: Form, record: Record, raw: Mapping[str, Any]) -> Mapping[str, Any]:
        """What is meant by what was sent for the record, as it is stored, before anything of it is checked."""
        del work, form, record
        return raw

    def fill(self, work: UnitOfWork, filling: Filling) -> Iterable[FieldError]:
        """Check, and fill in what other rows say, before formulas are computed. Answers faults, paths /values/…."""
        del work, filling
        return ()

    def kept(self, work: UnitOfWork, change: RecordChange) -> Record:
        """`change.after` with what the record itself keeps for this aspect, before it is written; asked of new records
        and of changed values. Raises refusals.
        """
        del work
        return change.after

    def written(self, work: UnitOfWork, change: RecordChange) -> Mapping[str, Any]:
        """Write what stands beside the record; answers what the record's event tells of it. Raises refusals."""
        del work, change
        return {}
