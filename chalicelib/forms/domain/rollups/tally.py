"""What contributions come to. Pure sums: the same contributions give the same tally in whatever order they come and go.

Of an ordered roll-up (min, max, first, last, distinct) the contributions stand in an order in the table. When one comes
or goes, whoever settles it reads there which others stand first (`Others`), so no list of them is ever read whole.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Context, Decimal
from typing import Any, NamedTuple

from ..fields import Field
from ..fields.rollup import stored
from ..formula import FormulaError
from .declared import Rollup

EXACT = Context(prec=200)
"""Sums are exact: 10,000 values of 40 digits stay far below it."""
DESCENDING = ("max", "last")


@dataclass(frozen=True)
class Addend:
    """What one child adds to one roll-up of one parent.

    `count` is 1, or how many values its rows hold; `total` their sum as decimal text; `key` and `value` are for ordered
    roll-ups. `epoch` is that of the tally which it is in, "" for one that is in none yet.
    """

    count: int = 0
    total: str = ""
    key: str = ""
    value: Any = None
    epoch: str = ""


@dataclass(frozen=True)
class Tally:
    """`key`, `child` and `value` are those of the contribution that stands first. `ready`: every child is in it."""

    epoch: str
    count: int = 0
    total: str = ""
    key: str = ""
    value: Any = None
    ready: bool = False
    round: int = 0
    """How often it was begun anew under the same declaration."""


class Rival(NamedTuple):
    """Another child's contribution, as it stands in the order."""

    key: str
    value: Any


@dataclass(frozen=True)
class Others:
    """What other children contribute to an ordered roll-up: the one that stands `first`; of distinct values, whether
    another child has the value that is `left`, or the one that is `entered`.
    """

    first: Rival | None = None
    has_left: bool = False
    has_entered: bool = False


NOBODY = Others()


def epoch_of(rollup: Rollup, number: int = 0) -> str:
    """The epoch of a tally of the declaration as it is now, begun anew `number` times."""
    return f"{rollup.since}.{number}"


def begun(rollup: Rollup, tally: Tally | None = None, *, ready: bool = False) -> Tally:
    """An empty tally; anew, if `tally` is one of the same declaration."""
    number = tally.round + 1 if tally is not None and is_current(rollup, tally) else 0
    return Tally(epoch_of(rollup, number), round=number, ready=ready)


def is_current(rollup: Rollup, tally: Tally) -> bool:
    return tally.epoch.partition(".")[0] == str(rollup.since)


def settled(rollup: Rollup, tally: Tally, old: Addend | None, new: Addend | None, others: Others = NOBODY) -> Tally:
    """The tally with `new` in the place of `old`; None: the child contributes nothing. `old` counts only if it is in
    this tally.
    """
    if old is not None and old.epoch != tally.epoch:
        old = None
    if rollup.function == "distinct":
        return replace(tally, count=tally.count + _distinct(old, new, others))
    if rollup.ordered:
        first = _first(rollup, new, others.first)
        return replace(tally, key=first.key, value=first.value) if first else replace(tally, key="", value=None)
    gone, come = old or Addend(), new or Addend()
    total = EXACT.subtract(EXACT.add(_number(tally.total), _number(come.total)), _number(gone.total))
    return replace(tally, count=tally.count + come.count - gone.count, total=_text(total))


def _distinct(old: Addend | None, new: Addend | None, others: Others) -> int:
    left, entered = (old.key if old else ""), (new.key if new else "")
    if left == entered:
        return 0
    return int(bool(entered) and not others.has_entered) - int(bool(left) and not others.has_left)


def _first(rollup: Rollup, new: Addend | None, other: Rival | None) -> Rival | None:
    """Keys hold the child's id, so no two are alike."""
    mine = Rival(new.key, new.value) if new else None
    if mine is None or other is None:
        return mine or other
    return max(mine, other, key=_key) if rollup.function in DESCENDING else min(mine, other, key=_key)


def _key(rival: Rival) -> str:
    return rival.key


def figure(field: Field, tally: Tally) -> Any:
    """The value of the roll-up's field; None for a blank: an average, an extreme or an end of nothing, and a sum that
    is larger than a field may hold.
    """
    function = field.options["function"]
    if function in ("count", "distinct"):
        return str(tally.count)
    if function not in ("sum", "avg"):
        return tally.value
    if function == "avg" and not tally.count:
        return None
    number = _number(tally.total)
    try:
        return stored(field, number if function == "sum" else EXACT.divide(number, Decimal(tally.count)))
    except (FormulaError, ArithmeticError):
        return None


def total_of(numbers: Sequence[Decimal]) -> str:
    total = Decimal(0)
    for number in numbers:
        total = EXACT.add(total, number)
    return _text(total)


def _number(text: str) -> Decimal:
    return Decimal(text) if text else Decimal(0)


def _text(number: Decimal) -> str:
    """Exact, and one text for one number, so that two tallies can be compared."""
    text = format(number, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "" if text in ("0", "-0", "") else text
