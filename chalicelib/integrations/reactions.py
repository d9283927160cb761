"""Bodies of what the bus, the queue and the schedules start. `app.py` gives each its one line."""

from typing import Any

from ..edge import consumer, job, worker
from ..kernel.events import Envelope
from ..kernel.work import Work
from . import wiring


@consumer("integrations.fan_out")
def fan_out(work: Work, envelope: Envelope) -> None:
    wiring.deliveries().fan_out(work, envelope)


@worker("integrations.deliver")
def deliver(work: Work, message: dict[str, Any]) -> None:
    wiring.deliveries().deliver(work, message)


@job("integrations.redeliver")
def redeliver(work: Work, event: dict[str, Any]) -> None:  # noqa: ARG001 - the message names its tenant itself
    """A reminder has come due: back into the queue, where attempts are made."""
    wiring.enqueue(event)
