"""The stage history of a record, in memory."""

from dataclasses import dataclass, field

from chalicelib.forms.domain.records import Record
from chalicelib.forms.domain.stages import StageMove
from chalicelib.kernel.page import Page
from chalicelib.kernel.unit_of_work import UnitOfWork


@dataclass
class FakeMoves:
    left: list[StageMove] = field(default_factory=list)

    def add(self, work: UnitOfWork, record: Record, move: StageMove) -> None:
        self.left.append(move)

    def moves(self, work: UnitOfWork, record_id: str, limit: int, cursor: str | None = None) -> Page[StageMove]:
        return Page(tuple(self.left[:limit]), "more" if len(self.left) > limit else None)

    def drop(self, work: UnitOfWork, record_id: str, move: StageMove) -> None:
        self.left.remove(move)
