"""What merging records consists of."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from ...kernel.unit_of_work import UnitOfWork
from . import (
    balance_moves,
    balance_repository,
    children,
    company,
    entrance,
    form_repository,
    record_repository,
    upload_repository,
)

if TYPE_CHECKING:
    from ..service.merging.asking import Merging
    from ..service.merging.moving import Moving, Pair
    from ..service.merging.writing import MergeWriter
    from ..store.merges import MergeRepository


@cache
def merge_repository() -> MergeRepository:
    from ...aws.table import table
    from ..store.merges import MergeRepository

    return MergeRepository(table)


@cache
def writer() -> MergeWriter:
    from ..service.current import CurrentValues
    from ..service.merging.writing import MergeWriter
    from .saving import aspects

    return MergeWriter(record_repository(), company(), CurrentValues(form_repository(), company()), aspects())


@cache
def merging() -> Merging:
    from ..service.balance_room import BalanceRoom
    from ..service.merging.asking import Merging

    return Merging(
        form_repository(),
        record_repository(),
        merge_repository(),
        upload_repository(),
        entrance=entrance(),
        children=children(),
        room=BalanceRoom(form_repository(), balance_repository(), balance_moves()),
        writer=writer(),
    )


@cache
def moving() -> Moving:
    from ..service.merging.moving import Moving

    return Moving(form_repository(), record_repository(), merge_repository(), upload_repository(), writer())


def pair(form_id: str, survivor: str, loser: str, merge: str) -> Pair:
    from ..service.merging.moving import Pair

    return Pair(form_id, survivor, loser, merge)


def pair_of(work: UnitOfWork, loser_id: str, form_id: str) -> Pair | None:
    """The record that another was merged into; None if it was not."""
    end = record_repository().moved_to(work, [loser_id]).get(loser_id)
    return pair(form_id, end.record_id, loser_id, end.merge) if end else None
