"""What flows do about events: their own, to wake the machine of a run; and of people who left."""

import json
from typing import Any

from ..directory.events import MEMBER_DEACTIVATED
from ..edge import consumer, job, one_by_one
from ..kernel.events import Envelope
from ..kernel.unit_of_work import UnitOfWork
from . import events, wiring

WAKES = frozenset({events.RUN_STARTED, events.RUN_ADVANCED, *events.RUN_FINISHED.values()})


@consumer("flows.wake_runs")
def wake_runs(work: UnitOfWork, envelope: Envelope) -> None:
    """A run has something to do, or is over → its machine is woken or started; a member left → those of his to-dos."""
    if envelope.type in WAKES:
        wiring.machine().wake(work, envelope.subject)
    elif envelope.type == MEMBER_DEACTIVATED:
        left = wiring.handover().left_behind(work, envelope.data["member_id"])
        one_by_one("flows.wake_runs", work, left, wiring.machine().wake)


def _input(event: dict[str, Any]) -> dict[str, Any]:
    """The execution's own input says whose it was: only this code starts executions of that machine."""
    said: dict[str, Any] = json.loads(event["detail"]["input"])
    return said


@job("flows.revive", read=_input)
def revive(work: UnitOfWork, event: dict[str, Any]) -> None:
    """AWS says that an execution ended badly → the next generation, if the run still needs one."""
    wiring.machine().revive(work, event["run_id"], event["generation"])
