"""What people see of balances: where those of a record stand, what moved them, and whether the sums agree."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from ...kernel.page import Page
from ...kernel.unit_of_work import Row, UnitOfWork
from ..access.groups import READABLE
from ..access.rights import Rights
from ..domain.balances.checks import currency_of
from ..domain.balances.contribution import period_of
from ..domain.balances.figures import ZERO, Figures, text_of
from ..domain.balances.movements import Movement, Place, summed
from ..domain.balances.setting import Balance
from ..domain.definition import Form
from ..domain.errors import BalanceChanging, FormNotFound, FormNotPublished, RecordNotFound
from ..domain.records import Record
from .balance_moves import BalanceMoves
from .beside_ports import BalanceStore
from .entrance import Entrance
from .ports import Company, FormStore

TRIES = 3
"""Times that a balance is added up while others move it."""


class Moved(NamedTuple):
    """A movement as the actor may see it: `record_id` "" if they may not read the record that moved the balance, and
    `tells` whether they may read its amount. That something was moved is told in the sums, too.
    """

    movement: Movement
    record_id: str = ""
    title: str = ""
    tells: bool = False


class Balances:
    def __init__(
        self, forms: FormStore, rows: BalanceStore, moves: BalanceMoves, company: Company, entrance: Entrance
    ) -> None:
        self._forms = forms
        self._rows = rows
        self._moves = moves
        self._company = company
        self._entrance = entrance

    def of_record(self, work: UnitOfWork, record_id: str) -> list[dict[str, Any]]:
        """The balances whose limit the record has and the actor may read; of periods the one of today, and all that
        anything was taken of. Raises RecordNotFound.
        """
        record, rights = self._live(work, record_id)
        guarding = list(self._guarding(work, record, rights))
        stored = self._rows.of_record(work, record.id) if guarding else {}
        today = work.now.astimezone(self._company.zone(work)).date()
        found: list[dict[str, Any]] = []
        for form, balance in guarding:
            periods = {each.period for each in stored if (each.form_id, each.balance_id) == (form.id, balance.id)}
            periods.add(period_of(today, balance.period.every) if balance.period else "")
            for period in sorted(periods, reverse=True):
                if bool(period) == bool(balance.period):
                    row = stored.get(Place(record.id, form.id, balance.id, period))
                    found.append(self._entry(form, balance, record, period, row))
        return found

    def movements(
        self, work: UnitOfWork, of: tuple[str, str, str, str], *, limit: int, cursor: str | None
    ) -> Page[Moved]:
        """Newest first. `of` is a `Place`.

        Raises RecordNotFound, also for a balance that is not the record's or whose limit the actor may not read.
        """
        place = Place(*of)
        record, rights = self._live(work, place.limit_id)
        place = place._replace(limit_id=record.id)
        guarding = self._guarding(work, record, rights)
        balance = next((each for form, each in guarding if (form.id, each.id) == place[1:3]), None)
        if balance is None:
            raise RecordNotFound()
        return self._rows.movements(work, place, limit, cursor).map(lambda each: self._moved(work, balance, each))

    def recheck(self, work: UnitOfWork, record_id: str) -> list[dict[str, Any]]:
        """Of each balance of the record: what is stored, the sum of its movements, and that of what records take of it.

        Raises RecordNotFound, BalanceChanging.
        """
        record_id = self._live(work, record_id)[0].id
        for _ in range(TRIES):
            before = self._rows.of_record(work, record_id)
            found = [self._sums(work, place, row) for place, row in before.items()]
            after = self._rows.of_record(work, record_id)
            if {place: row.version for place, row in before.items()} == {
                place: row.version for place, row in after.items()
            }:
                return found
        raise BalanceChanging()

    # -- within

    def _live(self, work: UnitOfWork, record_id: str) -> tuple[Record, Rights]:
        record, rights = self._entrance.record(work, record_id)
        if record.deleted:
            raise RecordNotFound()
        return record, rights

    def _guarding(self, work: UnitOfWork, record: Record, rights: Rights) -> Iterator[tuple[Form, Balance]]:
        """The balances of other forms that lead to the record, with a limit that may be read."""
        for inbound in self._forms.inbound(work, record.form_id):
            try:
                form = self._forms.form(work, inbound.form_id)
            except (FormNotFound, FormNotPublished):
                continue
            for balance in form.definition.balances:
                readable = not balance.limit or rights.level(balance.limit) >= READABLE
                if balance.on == inbound.path and readable:
                    yield form, balance

    def _entry(self, form: Form, balance: Balance, record: Record, period: str, row: Row | None) -> dict[str, Any]:
        amounts = row.amounts if row else {}
        figures = Figures(self._moves.limit(balance, record), amounts.get("held", ZERO), amounts.get("used", ZERO))
        return {
            "form_id": form.id,
            "balance_id": balance.id,
            "name": balance.name,
            "period": period,
            "currency": currency_of(form.field(balance.amount)),
            "limit": text_of(figures.limit),
            "held": text_of(figures.held),
            "used": text_of(figures.used),
            "free": text_of(figures.free),
        }

    def _moved(self, work: UnitOfWork, balance: Balance, movement: Movement) -> Moved:
        try:
            record, rights = self._entrance.record(work, movement.record_id)
        except RecordNotFound:
            return Moved(movement)
        title = rights.title(record.title, record.values)
        return Moved(movement, record.id, title, tells=rights.level(balance.amount) >= READABLE)

    def _sums(self, work: UnitOfWork, place: Place, row: Row) -> dict[str, Any]:
        stored = (row.amounts["held"], row.amounts["used"])
        moved, taken = summed(self._rows.moved(work, place)), summed(self._rows.taken(work, place))
        sums = {"stored": stored, "movements": moved, "contributions": taken}
        return {
            "form_id": place.form_id,
            "balance_id": place.balance_id,
            "period": place.period,
            **{name: {"held": text_of(held), "used": text_of(used)} for name, (held, used) in sums.items()},
            "agrees": stored == moved == taken and sum(stored) == row.amounts["taken"],
        }
