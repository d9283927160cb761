"""Running again what lost a race: the one loop of every entry point.

Nothing was written by the loser, so a fresh `UnitOfWork` reads what the winner left and decides anew. What was slow and
depends on no row (see `UnitOfWork.once`) goes along from run to run.

Of those who race for one row one wins each time, so twenty of them need the time of twenty commits. The losers pause
for a random part of a span that is twice as long as the attempt that they lost, and grows if that is too short: an
attempt takes the longer the more are at it, so that they spread themselves over the time that all of them need, on a
slow machine, too, and no longer than that.
"""

import random
import time
from collections.abc import Callable
from typing import Any, TypeVar

from ..kernel.errors import Contended
from .errors import COME_AGAIN

PATIENCE = 22.0
"""Seconds after which nobody begins anew: before the 29 after which API Gateway gives up."""
FIRST_SPAN, LONGEST_SPAN = 0.04, 5.0
"""Seconds; the first doubles from loss to loss."""

T = TypeVar("T")


def until_won(attempt: Callable[[dict[Any, Any]], T], facts: dict[str, Any]) -> T:
    """What `attempt` answers; it gets what its `UnitOfWork` keeps. Raises Contended, which says when to come again."""
    request_cache: dict[Any, Any] = {}
    began = time.monotonic()
    least = FIRST_SPAN
    facts["attempts"] = 0
    while True:
        facts["attempts"] += 1
        tried = time.monotonic()
        try:
            return attempt(request_cache)
        except Contended as lost:
            now = time.monotonic()
            left = began + PATIENCE - now
            if left <= 0:
                raise Contended(retry_after=COME_AGAIN) from lost
            span = min(LONGEST_SPAN, max(least, 2 * (now - tried)))
            time.sleep(min(left, random.uniform(0, span)))  # noqa: S311 - jitter, not a secret
            least = min(LONGEST_SPAN, least * 2)
