"""What a run meets outside itself when a command is carried out: the organisation, the moment, the company's zone and
its calendar.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta, tzinfo
from typing import Any, Protocol

from ...directory.org import Org
from ...kernel.clock import from_text, to_text
from .context import Context


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
    """`org` is the organisation as it is now, `at` that moment as it is written, `zone` the company's."""

    org: Org
    at: str
    zone: tzinfo
    calendar: Calendar = EVERY_HOUR

    def context(self, initiator: str, values: Mapping[str, Any], *, under_way: bool = False) -> Context:
        """What is decided by, of a record with these values."""
        return Context(self.org, initiator, values, under_way, from_text(self.at), self.zone)
