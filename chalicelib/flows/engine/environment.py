"""What a run meets outside itself when a command is carried out: the organisation, the calendar and the moment."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Protocol

from ...directory.org import Org
from ...kernel.clock import from_text, to_text


class Calendar(Protocol):
    """Which hours count."""

    def add_hours(self, at: str, hours: int) -> str:
        """The moment so many counted hours after `at`; both are wire texts."""
        ...


class EveryHour:
    """Nights and holidays count too: the calendar of a company that has set none."""

    def add_hours(self, at: str, hours: int) -> str:
        return to_text(from_text(at) + timedelta(hours=hours))


EVERY_HOUR = EveryHour()


@dataclass(frozen=True, slots=True)
class Environment:
    """`org` is the organisation as it is now, and `at` that moment as it is written."""

    org: Org
    at: str
    calendar: Calendar = EVERY_HOUR
