"""A job and how its state changes. Pure: each function answers the job that follows."""

from dataclasses import dataclass, field, replace
from typing import Any

from ..kernel.errors import Conflict, NotFound, Unavailable
from .kinds import Subject

QUEUED, RUNNING, STOPPED, DONE, FAILED = "queued", "running", "stopped", "done", "failed"
ACTIVE = frozenset({QUEUED, RUNNING})
MAX_LOG = 100
MAX_ATTEMPTS = 6
"""How often a share may begin without an end (the process died, a service was away) before the job is given up. Less
than the tries of a message, so that a job fails where people see it and not as a dead letter."""


class JobNotFound(NotFound):
    code = "job_not_found"


class JobEnded(Conflict):
    """It cannot be stopped, because it does not run. Params: `state`."""

    code = "job_ended"


class JobNotStopped(Conflict):
    """Only what was stopped or has failed can be resumed. Params: `state`."""

    code = "job_not_stopped"


class JobKeepsFailing(Unavailable):
    """A share was begun again and again and never ended. Params: `attempts`."""

    code = "job_keeps_failing"


@dataclass(frozen=True, slots=True)
class Job:
    """`done` and `failed` count items; `total` is None where counting would cost as much as the work.

    `log` holds the last 100 failures, `{item, code, texts: {language: text}, at}`; `reason` why a job failed as a
    whole, in the same form. `touched_at` is when it last began or moved on; `depth` counts events that caused it.
    """

    id: str
    kind: str
    started_by: str
    started_by_name: str
    started_at: str
    touched_at: str
    subject: Subject = field(default_factory=Subject)
    params: dict[str, Any] = field(default_factory=dict)
    cursor: str = ""
    done: int = 0
    failed: int = 0
    total: int | None = None
    state: str = QUEUED
    log: tuple[dict[str, Any], ...] = ()
    reason: dict[str, Any] | None = None
    ended_at: str = ""
    epoch: int = 1
    attempts: int = 0
    depth: int = 0

    @property
    def is_active(self) -> bool:
        return self.state in ACTIVE


def claimed(job: Job, at: str) -> Job:
    """Somebody begins to work on it. Whether it was begun too often: `gives_up`."""
    return replace(job, state=RUNNING, attempts=job.attempts + 1, touched_at=at)


def gives_up(job: Job) -> bool:
    return job.attempts > MAX_ATTEMPTS


def advanced(job: Job, cursor: str, count: int, at: str) -> Job:
    """`count` items more are done, up to `cursor`."""
    return replace(job, cursor=cursor, done=job.done + count, attempts=0, touched_at=at)


def skipped(job: Job, cursor: str, failure: dict[str, Any], at: str) -> Job:
    """One item failed for good; those behind it do not wait for it."""
    log = (*job.log, {**failure, "at": at})[-MAX_LOG:]
    return replace(job, cursor=cursor, failed=job.failed + 1, log=log, attempts=0, touched_at=at)


def finished(job: Job, at: str) -> Job:
    return replace(job, state=DONE, ended_at=at, touched_at=at, attempts=0)


def given_up(job: Job, reason: dict[str, Any], at: str) -> Job:
    return replace(job, state=FAILED, reason={**reason, "at": at}, ended_at=at, touched_at=at)


def stopped(job: Job, at: str) -> Job:
    """At once: a share that is under way loses its commit, because the row is another. Raises JobEnded."""
    if not job.is_active:
        raise JobEnded(state=job.state)
    return replace(job, state=STOPPED, ended_at=at, touched_at=at)


def resumed(job: Job, at: str) -> Job:
    """It goes on behind its cursor. Raises JobNotStopped."""
    if job.state not in (STOPPED, FAILED):
        raise JobNotStopped(state=job.state)
    return replace(restarted(job, at), attempts=0, reason=None, ended_at="")


def restarted(job: Job, at: str) -> Job:
    """Queued anew under the next epoch, which outdates every message of before."""
    return replace(job, state=QUEUED, epoch=job.epoch + 1, touched_at=at)
