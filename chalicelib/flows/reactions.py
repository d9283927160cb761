"""What flows do about events: their own, to start the execution of a run that is behind; and of people who left."""

import json
from typing import Any

from ..directory.events import MEMBER_DEACTIVATED
from ..edge import consumer, job
from ..kernel.events import Envelope
from ..kernel.unit_of_work import UnitOfWork
from . import events, wiring
from .job_kinds import handover


@consumer("flows.signal_runs")
def signal_runs(work: UnitOfWork, envelope: Envelope) -> None:
    """A run has work left over → its execution; a member left → a job hands over what is still open for them."""
    if envelope.type == events.RUN_ADVANCED:
        wiring.run_executions().signal(work, envelope.subject)
    elif envelope.type == MEMBER_DEACTIVATED:
        handover.start_if_wanted(work, envelope.data["member_id"])


def _input(event: dict[str, Any]) -> dict[str, Any]:
    """The execution's own input says whose it was: only this code starts executions of that machine."""
    said: dict[str, Any] = json.loads(event["detail"]["input"])
    return said


@job("flows.restart_execution", read=_input)
def restart_execution(work: UnitOfWork, event: dict[str, Any]) -> None:
    """AWS says that an execution ended badly → the execution of the next epoch, if the run still needs one."""
    wiring.run_executions().restart_execution(work, event["run_id"], event["generation"])
