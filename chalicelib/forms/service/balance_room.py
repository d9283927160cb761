"""Whether the balances of one record have room for what is taken of another's, when the two are merged."""

from collections.abc import Iterator

from ...kernel.errors import FieldError
from ...kernel.unit_of_work import UnitOfWork
from ..domain.balances.figures import ZERO
from ..domain.balances.movements import Place
from ..domain.errors import FormNotFound, FormNotPublished
from ..domain.records import Record
from .balance_moves import BalanceMoves
from .beside_ports import BalanceStore
from .ports import FormStore


class BalanceRoom:
    def __init__(self, forms: FormStore, rows: BalanceStore, moves: BalanceMoves) -> None:
        self._forms = forms
        self._rows = rows
        self._moves = moves

    def refusals(self, work: UnitOfWork, survivor: Record, loser: Record) -> Iterator[FieldError]:
        """Balances of the loser of which something is held, and those that would be passed by the two together."""
        if not self._forms.inbound(work, loser.form_id):
            return
        theirs = self._rows.of_record(work, loser.id)
        ours = self._rows.of_record(work, survivor.id) if theirs else {}
        for place, row in theirs.items():
            try:
                definition = self._forms.form(work, place.form_id).definition
            except (FormNotFound, FormNotPublished):
                continue
            balance = next((each for each in definition.balances if each.id == place.balance_id), None)
            if balance is None or not row.amounts.get("taken", ZERO):
                continue
            name = balance.label(work.actor.language)
            if row.amounts.get("held", ZERO):
                yield FieldError.of("/loser", "merge_balance_held", balance=name)
                continue
            there = ours.get(Place(survivor.id, place.form_id, place.balance_id, place.period))
            both = row.amounts["taken"] + (there.amounts.get("taken", ZERO) if there else ZERO)
            if both > self._moves.limit(balance, survivor):
                yield FieldError.of("/loser", "merge_balance_short", balance=name)
