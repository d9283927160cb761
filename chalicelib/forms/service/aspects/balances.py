"""A record moves the balances that its form names; one of whose limit others take is not deleted."""

from collections.abc import Mapping
from typing import Any

from ....kernel.unit_of_work import UnitOfWork
from ..balance_moves import BalanceMoves
from ..beside_ports import BalanceStore
from ..ports import FormStore
from .aspect import DELETED, STATE, Aspect, RecordChange


class BalanceAspect(Aspect):
    def __init__(self, forms: FormStore, rows: BalanceStore, moves: BalanceMoves) -> None:
        self._forms = forms
        self._rows = rows
        self._moves = moves

    def written(self, work: UnitOfWork, change: RecordChange) -> Mapping[str, Any]:
        """Raises BalanceShort, BalanceShortUnseen, BalanceInUse."""
        if change.cause == DELETED and self._forms.inbound(work, change.form.id):
            self._rows.drop(work, change.after.id)
        if change.form.definition.balances:
            cause = change.after.state if change.cause == STATE else change.cause
            gone = change.cause == DELETED
            self._moves.settle(work, change.form, change.after, cause, gone=gone, checked=not change.merge)
        return {}
