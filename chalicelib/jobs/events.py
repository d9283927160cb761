"""What jobs tells: its worker that there is work, and everybody that a job is over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..kernel.events import Event

if TYPE_CHECKING:
    from .domain import Job

JOB_QUEUED = "jobs.JobQueued"
JOB_ENDED = "jobs.JobEnded"


def job_queued(job: Job) -> Event:
    """The worker's message: it travels through the outbox, so it is written with what it speaks of, or not at all."""
    return Event(JOB_QUEUED, {"job_id": job.id, "epoch": job.epoch}, subject=job.id)


def job_ended(job: Job) -> Event:
    """`state` is `done`, `failed` or `stopped`."""
    data = {
        "job_id": job.id,
        "kind": job.kind,
        "state": job.state,
        "done": job.done,
        "failed": job.failed,
        "started_by": job.started_by,
    }
    return Event(JOB_ENDED, data, subject=job.id)
