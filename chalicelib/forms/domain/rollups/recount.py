"""What a tally would be if all contributions were added up anew: what the nightly look, and proofs, hold it against."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from .declared import Rollup
from .tally import DESCENDING, Addend, Tally, total_of


def came_to(rollup: Rollup, tally: Tally, contributions: Sequence[Addend]) -> Tally:
    """The tally with what these contributions come to: equal to it exactly if nothing drifted."""
    if rollup.function == "distinct":
        return replace(tally, count=len({each.key for each in contributions}))
    if rollup.ordered:
        pick = max if rollup.function in DESCENDING else min
        first = pick(contributions, key=lambda each: each.key) if contributions else Addend()
        return replace(tally, key=first.key, value=first.value)
    total = total_of([Decimal(each.total or "0") for each in contributions])
    return replace(tally, count=sum(each.count for each in contributions), total=total)
