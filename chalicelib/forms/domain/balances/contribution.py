"""What one record takes of a balance, as its values and its state say: so an event told twice changes nothing."""

from dataclasses import dataclass
from datetime import date, tzinfo
from decimal import Decimal
from functools import lru_cache

from ....conditions import reader
from ....conditions.tree import EVERYTHING, Node
from ....kernel.clock import from_text, in_zone
from ..definition import Definition
from ..filter_kinds import Entry
from ..record_query import ListFields
from ..records import Record, list_row
from .figures import ZERO, amount_of
from .setting import BY_CREATION, COMMIT, RELEASE, Balance, Period


@dataclass(frozen=True, slots=True)
class Contribution:
    """`limit_id` is the record that has the limit, `period` "" or `2026`, `2026-Q4`, `2026-12`."""

    limit_id: str = ""
    period: str = ""
    held: Decimal = ZERO
    used: Decimal = ZERO

    @property
    def taken(self) -> Decimal:
        return self.held + self.used

    def __bool__(self) -> bool:
        return bool(self.taken)


NOTHING = Contribution()


def contribution(balance: Balance, definition: Definition, record: Record, zone: tzinfo) -> Contribution:
    """What the record takes as it is now; of one in the bin, what it would take."""
    move = balance.moves.of(record.state)
    limit_id, amount = record.values.get(balance.on), amount_of(record.values.get(balance.amount))
    if move == RELEASE or not isinstance(limit_id, str) or not amount or not _takes_part(balance, definition, record):
        return NOTHING
    period = _period(balance.period, record, zone) if balance.period else ""
    if move == COMMIT:
        return Contribution(limit_id, period, used=amount)
    return Contribution(limit_id, period, held=amount)


def _takes_part(balance: Balance, definition: Definition, record: Record) -> bool:
    if balance.when is None:
        return True
    entry = {**list_row(record, (), record.version), "values": record.values}
    return bool(_conditions(definition)[balance.id].holds(Entry(entry, whole=True)))


@lru_cache(maxsize=256)
def _conditions(definition: Definition) -> dict[str, Node]:
    """Read once for each version in a process. One that cannot be read any more lets every record take part."""
    found: dict[str, Node] = {}
    for balance in definition.balances:
        fields = AllFields(definition)
        node = reader.read(balance.when or {}, fields, "")
        found[balance.id] = EVERYTHING if fields.faults else node
    return found


class AllFields(ListFields):
    """What a condition over whole records may name: every field, shown in lists or not."""

    def __init__(self, definition: Definition) -> None:
        super().__init__(definition)
        self._known = dict(definition.by_id)


def period_of(day: date, every: str) -> str:
    if every == "year":
        return f"{day:%Y}"
    return f"{day:%Y}-Q{(day.month + 2) // 3}" if every == "quarter" else f"{day:%Y-%m}"


def _period(period: Period, record: Record, zone: tzinfo) -> str:
    value = record.values.get(period.by) if period.by != BY_CREATION else None
    return period_of(_day(value or record.created_at, zone), period.every)


def _day(value: str, zone: tzinfo) -> date:
    """Of a day, or of a moment the day in the company's zone."""
    return in_zone(from_text(value), zone).date() if "T" in value else date.fromisoformat(value[:10])
