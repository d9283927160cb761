"""Running again what lost a race: the one loop of every entry point.

Nothing was written by the loser, so a fresh `Work` reads what the winner left and decides anew. What was slow and
depends on no row (see `Work.once`) goes along from run to run.
"""

import random
import time
from collections.abc import Callable
from typing import Any, TypeVar

from ..kernel.errors import Contended
from .errors import COME_AGAIN

ATTEMPTS = 6

T = TypeVar("T")


def until_won(attempt: Callable[[dict[Any, Any]], T], facts: dict[str, Any]) -> T:
    """What `attempt` answers; it gets what its `Work` keeps. Raises Contended, which says when to come again."""
    kept: dict[Any, Any] = {}
    for number in range(1, ATTEMPTS + 1):
        facts["attempts"] = number
        try:
            return attempt(kept)
        except Contended as lost:
            if number == ATTEMPTS:
                raise Contended(retry_after=COME_AGAIN) from lost
            time.sleep(random.uniform(0.005, 0.02) * 2**number)  # noqa: S311 - jitter, not a secret
    raise AssertionError("unreachable")
