"""What a form says of its balances (`balances` of its definition)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from ..labels import Label, label_text

HOLD, COMMIT, RELEASE = "hold", "commit", "release"
"""What becomes of the amount when a record comes into a state: it is held, it is used, or it takes nothing."""
BY_CREATION = "@created_at"


@dataclass(frozen=True, slots=True)
class Period:
    """`every` is `month`, `quarter` or `year`; `by` a date field or `@created_at`, which counts where that is empty."""

    every: str
    by: str = BY_CREATION


@dataclass(frozen=True, slots=True)
class Moves:
    """HOLD, COMMIT or RELEASE for each state that takes part. A draft and a deleted record take nothing."""

    active: str = COMMIT
    in_approval: str = HOLD
    approved: str = COMMIT
    rejected: str = RELEASE
    withdrawn: str = RELEASE

    def of(self, state: str) -> str:
        return str(getattr(self, state, RELEASE))


@dataclass(frozen=True)
class Balance:
    """Records whose link `on` names a record take `amount` of its limit: its field `limit`, or the number `fixed`.

    `when` is a condition over the fields of the record; without one every record takes part.
    """

    id: str
    name: Label
    on: str
    amount: str
    limit: str = ""
    fixed: str = ""
    period: Period | None = None
    when: Mapping[str, Any] | None = None
    moves: Moves = Moves()

    def label(self, language: str) -> str:
        return label_text(self.name, language)


def read_balances(docs: Iterable[Mapping[str, Any]]) -> tuple[Balance, ...]:
    """From documents that satisfy `schemas/balance.json`."""
    return tuple(_balance(doc) for doc in docs)


def _balance(doc: Mapping[str, Any]) -> Balance:
    period = doc.get("period")
    return Balance(
        id=doc["id"],
        name=doc["name"],
        on=doc.get("on", ""),
        amount=doc.get("amount", ""),
        limit=doc.get("limit", {}).get("field", ""),
        fixed=str(doc.get("limit", {}).get("fixed", "")),
        period=Period(period["every"], period.get("by", BY_CREATION)) if period else None,
        when=doc.get("when"),
        moves=Moves(**doc.get("moves", {})),
    )
