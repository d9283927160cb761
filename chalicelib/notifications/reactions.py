"""Bodies of what the bus and the queue start."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..edge import consumer, courier
from ..kernel.events import Envelope
from ..kernel.work import Work
from . import wiring

if TYPE_CHECKING:
    from .domain.notices import Due


@consumer("notifications.notify")
def notify(work: Work, envelope: Envelope) -> None:
    """Something happened → one message for everybody who should know."""
    wiring.notices().note(work, envelope)


def _claim(work: Work, message: dict[str, Any]) -> Due | None:
    return wiring.notices().claim(work, message)


@courier("notifications.send", _claim)
def send_notices(work: Work, due: Due) -> None:
    """A message → at most one mail."""
    wiring.notices().send(work, due)
