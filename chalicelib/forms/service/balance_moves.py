"""What a record takes of balances follows the record, in its own transaction; a limit is never passed by it.

A balance keeps what is taken of it and not its limit: the limit is read from the record that has it, whose version the
commit then requires. So a limit that was changed a moment ago counts, and one that is lowered releases nothing.
"""

from decimal import Decimal

from ...kernel.errors import FieldError
from ...kernel.money import amount_text, grouped_text
from ...kernel.unit_of_work import UnitOfWork
from ..access.groups import READABLE
from ..domain.balances.contribution import NOTHING, Contribution, contribution
from ..domain.balances.figures import ZERO, Figures, limit_of
from ..domain.balances.movements import Change, Place, changes
from ..domain.balances.setting import Balance
from ..domain.definition import Form
from ..domain.errors import BalanceShort, BalanceShortUnseen, RecordNotFound
from ..domain.fields import Field, type_of
from ..domain.records import Record
from .beside_ports import BalanceStore
from .entrance import Entrance
from .ports import Company, RecordStore


class BalanceMoves:
    def __init__(self, records: RecordStore, rows: BalanceStore, company: Company, entrance: Entrance) -> None:
        self._records = records
        self._rows = rows
        self._company = company
        self._entrance = entrance

    def settle(
        self, work: UnitOfWork, form: Form, record: Record, cause: str, *, gone: bool = False, checked: bool = True
    ) -> bool:
        """Make what the record takes what its values and its state say; whether that changed anything. One that goes
        into the bin takes nothing.

        Raises BalanceShort or BalanceShortUnseen. Not `checked`, a limit may be passed: for records of before.
        """
        zone = self._company.zone(work)
        balances = {each.id: each for each in form.definition.balances if not gone}
        wanted = {name: contribution(each, form.definition, record, zone) for name, each in balances.items()}
        places = [Place(each.limit_id, form.id, name, each.period) for name, each in wanted.items() if each]
        self._rows.load(work, record.id, places)
        before = self._rows.contributions(work, record.id)
        if not checked:
            wanted = {name: each if self._has_limit(work, each) else NOTHING for name, each in wanted.items()}
        after = {name: each for name, each in wanted.items() if each}
        if before == after:
            return False
        for name in {**before, **after}:
            for change in changes(form.id, name, before.get(name, NOTHING), after.get(name, NOTHING)):
                most = self._most(work, form, balances[name], change) if checked and change.taken > 0 else None
                self._rows.move(work, change, most, record.id, cause)
        self._rows.contribute(work, form.id, record.id, before, after)
        return True

    def limit(self, balance: Balance, record: Record | None) -> Decimal:
        """What the record with the limit grants; nothing if it is gone."""
        if record is None or record.deleted:
            return ZERO
        return limit_of(balance.fixed or record.values.get(balance.limit))

    def _most(self, work: UnitOfWork, form: Form, balance: Balance, change: Change) -> Decimal:
        """What may be taken of the balance in all. Raises BalanceShort, BalanceShortUnseen."""
        holder = self._limit_record(work, change.place.limit_id)
        if holder is not None:
            self._records.hold(work, holder)
        row = self._rows.row(work, change.place)
        amounts = row.amounts if row else {}
        figures = Figures(self.limit(balance, holder), amounts.get("held", ZERO), amounts.get("used", ZERO))
        if figures.missing(change.taken) > 0:
            label, field = balance.label(work.actor.language), form.field(balance.amount)
            seen = holder is not None and self._sees(work, balance, holder)
            raise _short(label, field, figures, change.taken) if seen else _short_unseen(label, balance.amount)
        return figures.limit

    def _limit_record(self, work: UnitOfWork, record_id: str) -> Record | None:
        try:
            return self._records.get(work, record_id)
        except RecordNotFound:
            return None

    def _has_limit(self, work: UnitOfWork, each: Contribution) -> bool:
        holder = self._limit_record(work, each.limit_id) if each else None
        if holder is None or holder.deleted:
            return False
        self._records.hold(work, holder)
        return True

    def _sees(self, work: UnitOfWork, balance: Balance, holder: Record) -> bool:
        """Whether the actor may read the limit, and so what others take of it."""
        rights = self._entrance.rights(work, holder)
        return not holder.deleted and bool(rights) and (not balance.limit or rights.level(balance.limit) >= READABLE)


def _short(label: str, field: Field | None, figures: Figures, needed: Decimal) -> BalanceShort:
    amounts = {
        "limit": figures.limit,
        "used": figures.used,
        "held": figures.held,
        "free": figures.free,
        "needed": needed,
        "missing": figures.missing(needed),
    }
    words = {"balance": label, **{name: shown_amount(field, amount) for name, amount in amounts.items()}}
    path = f"/values/{field.id}" if field else "/values"
    return BalanceShort(fields=[FieldError.of(path, BalanceShort.code, **words)], **words)


def _short_unseen(label: str, field_id: str) -> BalanceShortUnseen:
    fault = FieldError.of(f"/values/{field_id}", BalanceShortUnseen.code, balance=label)
    return BalanceShortUnseen(fields=[fault], balance=label)


def shown_amount(field: Field | None, amount: Decimal) -> str:
    """As people read it, with the sign of the amount's currency if it has one."""
    currency = type_of(field).currency(field) if field else ""
    return amount_text(amount, currency) if currency else grouped_text(amount)
