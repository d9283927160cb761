"""How many mails are enough: of one kind a member gets at most five in ten minutes, each by itself; what comes beyond
that is gathered, and told in one mail when the ten minutes are over.

Somebody who submits a pile of records, or leaves his to-dos to a colleague, fills a mailbox in a minute; then a list
helps, and fifty mails do not. Ten minutes are short enough for a queue to
hold a message back, and long enough to be worth it.
"""

from dataclasses import dataclass, replace
from datetime import datetime

from .notices import Notice

WINDOW = 600
AT_ONCE = 5
KEPT = 30
"""Of gathered ones, so many are looked at again and named; the others are counted."""
LONGEST = 900
"""Seconds that a queue holds a message back."""
SLACK = 20
"""Seconds after the window's end, so that what was still being written then is told, too."""


@dataclass(frozen=True, slots=True)
class Pace:
    """Mails of one kind to one member in one window. `closed` once the gathered ones are being told."""

    window: int
    sent: int = 0
    gathered: tuple[Notice, ...] = ()
    more: int = 0
    closed: bool = False

    @property
    def has_room(self) -> bool:
        return self.sent < AT_ONCE

    def counted(self) -> "Pace":
        return replace(self, sent=self.sent + 1)

    def with_one(self, notice: Notice) -> "Pace":
        if len(self.gathered) < KEPT:
            return replace(self, gathered=(*self.gathered, notice))
        return replace(self, more=self.more + 1)

    def shut(self) -> "Pace":
        return replace(self, closed=True)


def window_of(now: datetime) -> int:
    return int(now.timestamp()) // WINDOW


def seconds_left(window: int, now: datetime) -> int:
    """Until the gathered ones of that window are told."""
    return min(max(0, (window + 1) * WINDOW + SLACK - int(now.timestamp())), LONGEST)
