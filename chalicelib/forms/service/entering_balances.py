"""Records of before come under the balances that a form was published with, and out of those that it has no more. The
job is `forms.enter_balances`; here is what it does to a record.
"""

from collections.abc import Sequence

from ...jobs.kinds import Item
from ...kernel.unit_of_work import UnitOfWork
from ..domain.balances.movements import RECOUNT
from ..domain.definition import Form
from .balance_moves import BalanceMoves
from .ports import FormStore, RecordStore


class EnteringBalances:
    def __init__(self, forms: FormStore, records: RecordStore, moves: BalanceMoves) -> None:
        self._forms = forms
        self._records = records
        self._moves = moves

    def wanted(self, work: UnitOfWork, form_id: str, version: int) -> Form | None:
        """The form, if that version changed its balances and there are records that may take of them."""
        before = self._forms.definition(work, form_id, version - 1).balances if version > 1 else ()
        if version == 1 or before == self._forms.definition(work, form_id, version).balances:
            return None
        return self._forms.form(work, form_id) if self._records.any_of_form(work, form_id) else None

    def find(self, work: UnitOfWork, form_id: str, cursor: str, limit: int) -> Sequence[Item]:
        ids, _ = self._records.following(work, form_id, cursor, limit)
        titles = {record.id: record.title for record in self._records.get_many(work, ids)}
        return [Item(each, titles.get(each, "")) for each in ids]

    def count(self, work: UnitOfWork, form_id: str, record_id: str) -> None:
        """What the record takes, by the form in use; a limit that is passed by it is told, not refused."""
        form = self._forms.form(work, form_id)
        for record in self._records.get_many(work, [record_id]):
            if self._moves.settle(work, form, record, RECOUNT, checked=False):
                self._records.hold(work, record)
