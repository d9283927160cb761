"""Rows of balances as they are stored: where a balance stands, what moved it, and what a record takes."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Context, Decimal
from typing import NamedTuple

from .contribution import Contribution
from .figures import ZERO

RECOUNT = "recount"
"""The cause of a movement that brought older records under a balance, or out of one that is no more."""
_EXACT = Context(prec=80)


class Place(NamedTuple):
    """One balance of one record in one period; `period` "" if the limit holds for ever."""

    limit_id: str
    form_id: str
    balance_id: str
    period: str = ""


@dataclass(frozen=True, slots=True)
class Movement:
    """What one event of one record added to what is held and used. Amounts are decimal texts."""

    id: str
    at: str
    by: str
    form_id: str
    record_id: str
    cause: str
    held: str
    used: str


@dataclass(frozen=True, slots=True)
class Share:
    """A `Contribution` as it is stored; amounts are decimal texts."""

    limit_id: str
    period: str = ""
    held: str = "0"
    used: str = "0"


@dataclass(frozen=True, slots=True)
class Shares:
    """What a record takes, by the id of the balance."""

    of: Mapping[str, Share] = field(default_factory=dict)


class Change(NamedTuple):
    """What a record adds to one balance; below zero: gives back."""

    place: Place
    held: Decimal
    used: Decimal

    @property
    def taken(self) -> Decimal:
        return _EXACT.add(self.held, self.used)


def changes(form_id: str, balance_id: str, before: Contribution, after: Contribution) -> list[Change]:
    """From what a record took to what it takes; what it gives back at another place comes first."""
    if before == after:
        return []
    old, new = (Place(each.limit_id, form_id, balance_id, each.period) for each in (before, after))
    if before and after and old == new:
        held, used = _EXACT.subtract(after.held, before.held), _EXACT.subtract(after.used, before.used)
        return [Change(new, held, used)]
    found = [Change(old, -before.held, -before.used)] if before else []
    return [*found, Change(new, after.held, after.used)] if after else found


def summed(parts: Iterable[tuple[str, str]]) -> tuple[Decimal, Decimal]:
    """Exact sums of (held, used) texts."""
    held = used = ZERO
    for one, other in parts:
        held, used = _EXACT.add(held, Decimal(one)), _EXACT.add(used, Decimal(other))
    return held, used
