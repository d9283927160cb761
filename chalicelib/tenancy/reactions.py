"""What tenancy does about events: the end of a trial is scheduled when its tenant opens."""

from datetime import timedelta

from ..aws.schedules import put_schedule
from ..edge import consumer
from ..kernel.clock import from_text
from ..kernel.events import Envelope
from ..kernel.unit_of_work import UnitOfWork
from .events import TENANT_OPENED

SCHEDULE = "end_trial"
LATE = timedelta(seconds=5)
"""Schedules know whole seconds and clocks differ: one that rings early would find the trial still running."""


@consumer("tenancy.set_schedules")
def set_schedules(work: UnitOfWork, envelope: Envelope) -> None:
    if envelope.type == TENANT_OPENED:
        put_schedule(work.actor, SCHEDULE, from_text(envelope.data["trial_ends_at"]) + LATE, "end_trial", {})
