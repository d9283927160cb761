"""Bodies of what the bus, the queue and the schedules start."""

from typing import Any

from ..edge import claimed_worker, consumer, job
from ..kernel.events import Envelope
from ..kernel.unit_of_work import UnitOfWork
from . import wiring


@consumer("integrations.fan_out")
def fan_out(work: UnitOfWork, envelope: Envelope) -> None:
    wiring.deliveries().fan_out(work, envelope)


def _claim(work: UnitOfWork, message: dict[str, Any]) -> dict[str, Any] | None:
    return wiring.deliveries().claim(work, message)


@claimed_worker("integrations.deliver", _claim)
def deliver(work: UnitOfWork, claimed: dict[str, Any]) -> None:
    wiring.deliveries().deliver(work, claimed)


@job("integrations.redeliver")
def redeliver(work: UnitOfWork, event: dict[str, Any]) -> None:  # noqa: ARG001 - the message names its tenant itself
    """A reminder has come due: back into the queue, where attempts are made."""
    wiring.enqueue(event)
