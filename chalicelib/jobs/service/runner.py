"""The worker of all kinds: shares of a job, each one transaction of items and cursor together.

Why an item is done exactly once: the cursor is in the job's row, the row is written with the items, and it is written
only if it is still the version that was read. A repeated, late or doubled message finds the cursor where it is; a
process that dies has written a share or nothing; a stop is a write of the same row, so the share under way loses.

A share that is refused is taken apart: each of its items gets a transaction of its own, and the one that fails then is
logged and passed over. What fails before any item (finding the next ones, the end) cannot be passed over: the message
comes again, and a job that began too often without an end is given up, which people see in its state.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial

from ...kernel.errors import Conflict, Contended, Denied, Invalid, NotFound, TooLarge, Unavailable
from ...kernel.unit_of_work import UnitOfWork
from ..domain import Job, JobKeepsFailing, JobNotFound, advanced, claimed, finished, given_up, gives_up, skipped
from ..events import job_ended, job_queued
from ..kinds import Item
from .ports import Apart, Failure, JobStore, Kinds

logger = logging.getLogger("banli")

SHARE = 20
"""Items that are looked for at once."""
MAX_ROWS = 50
"""Rows behind which a share begins no further item: one may write about 45, and a transaction holds 100."""
REFUSALS = (Invalid, Denied, NotFound, Conflict, TooLarge)
"""What people's data may be refused with: no fault of ours."""
SECONDS = 40.0
"""For one message, of the 60 that the function has; the rest of the job gets the next."""


@dataclass
class _Tried:
    """What the last attempt at a share began: the cursor that it started from, and its items."""

    after: str = ""
    items: list[Item] = field(default_factory=list)


class Runner:
    def __init__(
        self, store: JobStore, kinds: Kinds, *, apart: Apart, failure: Failure, seconds: Callable[[], float]
    ) -> None:
        """`seconds` is a clock that only runs forward."""
        self._store = store
        self._kinds = kinds
        self._apart = apart
        self._failure = failure
        self._seconds = seconds

    def run(self, work: UnitOfWork, job_id: str, epoch: int) -> None:
        """UnitOfWork on the job until it is over or the time is; then a message for the rest is recorded on `work`.

        Raises Contended and Unavailable, and whatever a kind's `find` or `finish` raises.
        """
        until = self._seconds() + SECONDS
        job = self._apart(work, partial(self._claim, job_id=job_id, epoch=epoch))
        singly = SHARE if job is not None and job.attempts > 1 else 0
        while job is not None and job.is_active:
            if self._seconds() > until:
                work.depth = job.depth  # its messages are no chain of causes: the cursor ends them
                work.emit(job_queued(job))
                return
            job, singly = self._share(work, job, singly)

    def _share(self, work: UnitOfWork, job: Job, singly: int) -> tuple[Job | None, int]:
        """The job after one share, and how many items more are to be taken one by one."""
        tried = _Tried()
        advance = partial(self._advance, job_id=job.id, epoch=job.epoch, limit=1 if singly else SHARE, tried=tried)
        try:
            return self._apart(work, advance), max(0, singly - 1)
        except (Contended, Unavailable):
            raise
        except Exception as fault:
            kind = self._kinds()[job.kind]
            if not tried.items or not kind.skips:
                raise
            refused = kind.tells_failures and isinstance(fault, REFUSALS)
            level = logging.INFO if refused else logging.WARNING
            told = {"operation": job.kind, "tenant": work.actor.tenant_id, "job": job.id, "reason": str(fault)[:200]}
            if len(tried.items) > 1:
                logger.log(level, "share refused", extra=told)
                return job, len(tried.items)
            told["item"] = tried.items[0].cursor
            logger.log(level, "item of a job failed", extra=told, exc_info=not refused)
            skip = partial(self._skip, job_id=job.id, epoch=job.epoch, tried=tried, fault=fault)
            return self._apart(work, skip), max(0, singly - 1)

    def _claim(self, own: UnitOfWork, *, job_id: str, epoch: int) -> Job | None:
        """The job, marked as begun; None if there is nothing to do for a message of that epoch."""
        job = self._current(own, job_id, epoch)
        if job is None:
            return None
        job = claimed(job, own.at)
        if gives_up(job):
            reason = self._failure(JobKeepsFailing(attempts=job.attempts - 1))
            job = given_up(job, reason, own.at)
            own.emit(job_ended(job))
            logger.error("job failed", extra={"operation": job.kind, "tenant": own.actor.tenant_id, "job": job.id})
        self._store.save(own, job)
        return job

    def _advance(self, own: UnitOfWork, *, job_id: str, epoch: int, limit: int, tried: _Tried) -> Job | None:
        tried.items.clear()
        job = self._current(own, job_id, epoch)
        if job is None:
            return None
        tried.after = job.cursor
        kind = self._kinds()[job.kind]
        for item in kind.find(own, job, limit):
            if tried.items and len(own.changes) > MAX_ROWS:
                break
            tried.items.append(item)
            kind.act(own, job, item)
        if tried.items:
            job = advanced(job, tried.items[-1].cursor, len(tried.items), own.at)
        else:
            kind.finish(own, job)
            job = finished(job, own.at)
            own.emit(job_ended(job))
        self._store.save(own, job)
        return job

    def _skip(self, own: UnitOfWork, *, job_id: str, epoch: int, tried: _Tried, fault: Exception) -> Job | None:
        """Pass over the item that failed alone, unless another worker has moved on from where it was found."""
        job = self._current(own, job_id, epoch)
        if job is not None and job.cursor == tried.after:
            item = tried.items[0]
            self._kinds()[job.kind].passed_over(own, job, item, fault)
            job = skipped(job, item.cursor, {"item": item.name, **self._failure(fault)}, own.at)
            self._store.save(own, job)
        return job

    def _current(self, own: UnitOfWork, job_id: str, epoch: int) -> Job | None:
        """The job as it is now; None if it is over, was stopped, or this message is outdated."""
        try:
            job = self._store.get(own, job_id)
        except JobNotFound:
            return None
        own.depth = job.depth
        return job if job.is_active and job.epoch == epoch else None
