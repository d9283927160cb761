"""Amounts of a balance. They are exact decimals; the table's numbers have 38 digits, and these keep within them."""

from dataclasses import dataclass
from decimal import Context, Decimal
from typing import Any

from ....kernel.money import to_wire

CEILING = Decimal(10) ** 24
"""No limit is more, and no amount takes more than ten times as much, so that sums can be stored exactly."""
_EXACT = Context(prec=80)
ZERO = Decimal(0)


def amount_of(value: Any) -> Decimal:
    """What a stored value takes: an empty one and one below zero take nothing, or a record could raise the limit."""
    return ZERO if value is None else min(max(Decimal(str(value)), ZERO), CEILING * 10)


def limit_of(value: Any) -> Decimal:
    """What a stored value grants; an empty one grants nothing."""
    return ZERO if value is None else min(Decimal(str(value)), CEILING)


@dataclass(frozen=True, slots=True)
class Figures:
    """`limit` is what the record with the limit grants now, `held` and `used` what others take of it."""

    limit: Decimal
    held: Decimal = ZERO
    used: Decimal = ZERO

    @property
    def taken(self) -> Decimal:
        return _EXACT.add(self.held, self.used)

    @property
    def free(self) -> Decimal:
        """Below zero where the limit was lowered under what is taken already."""
        return _EXACT.subtract(self.limit, self.taken)

    def missing(self, more: Decimal) -> Decimal:
        """How much is not there for `more`; zero or less: there is enough."""
        return _EXACT.subtract(more, self.free)


def text_of(amount: Decimal) -> str:
    """As it is stored and told: plain, without needless zeros."""
    text = to_wire(amount)
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text in ("-0", "") else text
