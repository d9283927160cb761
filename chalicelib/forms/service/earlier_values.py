"""What a record held at an earlier moment, from its history: for comparing one submission with the one before."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from ...kernel.unit_of_work import UnitOfWork
from ..domain.records import Record, undone
from ..domain.stored import Values
from .ports import RecordStore

MAX_ENTRIES = 500
"""Nobody looks further back: then the values are those before the oldest entry that was read."""
_AT_ONCE = 50
"""One entry may be as large as a row."""


def values_at(rows: RecordStore, work: UnitOfWork, record: Record, moment: str) -> Values:
    """The values of the stored `record` once everything up to `moment` had happened.

    History is read from its end until an entry of that moment, so it costs what was changed since.
    """
    values = record.values
    # A large change stands in several entries of one moment, whose rows are only numbered right together.
    for at, entries in groupby(_newest_first(rows, work, record.id), lambda entry: str(entry["at"])):
        if at <= moment:
            break
        values = undone(values, [change for entry in entries for change in entry["changes"]])
    return values


def _newest_first(rows: RecordStore, work: UnitOfWork, record_id: str) -> Iterator[dict[str, Any]]:
    cursor, read = None, 0
    while read < MAX_ENTRIES:
        page = rows.history(work, record_id, _AT_ONCE, cursor)
        yield from page.items
        read, cursor = read + len(page.items), page.next_cursor
        if cursor is None:
            return
