"""Bodies of what the bus and the queue start."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..edge import claimed_worker, consumer
from ..kernel.events import Envelope
from ..kernel.unit_of_work import UnitOfWork
from . import wiring

if TYPE_CHECKING:
    from .domain.notices import Due


@consumer("notifications.notify")
def notify(work: UnitOfWork, envelope: Envelope) -> None:
    """Something happened → one message for everybody who should know."""
    wiring.notices().note(work, envelope)


def _claim(work: UnitOfWork, message: dict[str, Any]) -> Due | None:
    return wiring.notices().claim(work, message)


@claimed_worker("notifications.send", _claim)
def send_notices(work: UnitOfWork, due: Due) -> None:
    """A message → at most one mail."""
    wiring.notices().send(work, due)
