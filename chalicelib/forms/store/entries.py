"""Entries of lists, read from any place on; and the sealed cursors that clients hold such places by."""

from ...aws.cursor import open_cursor, seal_cursor
from ...kernel.unit_of_work import UnitOfWork
from ..service.ports import Entries
from .table import TableOf


class EntryRepository:
    def __init__(self, table: TableOf) -> None:
        self._table = table

    def read(
        self,
        work: UnitOfWork,
        partition: str,
        *,
        start: str | None,
        end: str | None,
        newest_first: bool,
        limit: int,
        after: str | None,
    ) -> Entries:
        return self._table().stretch(
            work, partition, start=start, end=end, newest_first=newest_first, limit=limit, after=after
        )

    def open(self, work: UnitOfWork, cursor: str, bound: str) -> str:
        return open_cursor(cursor, work.actor.tenant_id, bound)

    def seal(self, work: UnitOfWork, place: str, bound: str) -> str:
        return seal_cursor(place, work.actor.tenant_id, bound)
