"""The stage history of records: one row for each move, written once."""

from ...kernel.codec import Codec
from ...kernel.page import Page
from ...kernel.unit_of_work import UnitOfWork
from .. import row_keys
from ..domain.records import Record
from ..domain.stages import StageMove
from .table import TableOf

MOVES = Codec(StageMove)


class StageMoveRepository:
    def __init__(self, table: TableOf) -> None:
        self._table = table

    def add(self, work: UnitOfWork, record: Record, move: StageMove) -> None:
        key = row_keys.stage_move(record.id, move.at, move.field)
        work.create(key, "record_stage", MOVES.dump(move), attributes={"form_id": record.form_id})

    def moves(self, work: UnitOfWork, record_id: str, limit: int, cursor: str | None = None) -> Page[StageMove]:
        """Newest first."""
        partition, prefix = row_keys.stage_history(record_id)
        page = self._table().query(work, partition, prefix=prefix, newest_first=True, limit=limit, after=cursor)
        return page.map(lambda row: MOVES.load(row.doc))

    def drop(self, work: UnitOfWork, record_id: str, move: StageMove) -> None:
        work.unindex(row_keys.stage_move(record_id, move.at, move.field))
