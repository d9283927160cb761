"""Starting a job in the caller's transaction; who may see, stop and resume one; which ones lost their message."""

from datetime import datetime, timedelta
from typing import Any

from ...kernel.actor import Actor
from ...kernel.clock import from_text
from ...kernel.ids import new_ordered_id
from ...kernel.page import Page
from ...kernel.unit_of_work import UnitOfWork
from ..domain import Job, JobNotFound, restarted, resumed, stopped
from ..events import job_ended, job_queued
from ..kinds import Subject
from .ports import JobStore, Kinds

STALLED = timedelta(minutes=15)
"""Longer than a message that was taken by a process that died needs to come again."""


class Jobs:
    def __init__(self, store: JobStore, kinds: Kinds) -> None:
        self._store = store
        self._kinds = kinds

    def start(
        self,
        work: UnitOfWork,
        kind: str,
        params: dict[str, Any],
        *,
        subject: Subject,
        name: str = "",
        total: int | None = None,
    ) -> str:
        """The id of a new job, recorded with its message on `work`. `kind` must be registered.

        Under a `name` one job of a kind works at a time: while it does, its id is the answer and nothing is recorded.
        """
        known = self._kinds()[kind]
        if name:
            last = self._store.last_named(work, kind, name)
            if last is not None and last.is_active:
                return last.id
        job = Job(
            id=new_ordered_id(work.now),
            kind=known.name,
            started_by=work.actor.member_id,
            started_by_name=work.actor.name,
            started_at=work.at,
            touched_at=work.at,
            subject=subject,
            params=params,
            total=total,
            depth=work.depth,
        )
        self._store.add(work, job)
        if name:
            self._store.name(work, job, name)
        work.emit(job_queued(job))
        return job.id

    def page(self, work: UnitOfWork, limit: int, cursor: str | None) -> Page[Job]:
        """The jobs that the actor started, and those of kinds whose permission they hold; newest first, without log."""
        return self._store.page(work, lambda job: self._sees(work.actor, job), limit, cursor)

    def get(self, work: UnitOfWork, job_id: str) -> Job:
        """Raises JobNotFound, also for one that the actor may not see."""
        job = self._store.get(work, job_id)
        if not self._sees(work.actor, job):
            raise JobNotFound()
        return job

    def stop(self, work: UnitOfWork, job_id: str) -> Job:
        """Raises JobNotFound, JobEnded."""
        job = stopped(self.get(work, job_id), work.at)
        self._store.save(work, job)
        work.emit(job_ended(job))
        return job

    def resume(self, work: UnitOfWork, job_id: str) -> Job:
        """Raises JobNotFound, JobNotStopped."""
        job = resumed(self.get(work, job_id), work.at)
        self._store.save(work, job)
        work.emit(job_queued(job))
        return job

    def stalled(self, work: UnitOfWork) -> list[str]:
        """Ids of active jobs that have not moved for longer than any message takes."""
        found = (self._store.get(work, job_id) for job_id in self._store.active(work))
        return [job.id for job in found if _is_stalled(job, work.now)]

    def restart(self, work: UnitOfWork, job_id: str) -> None:
        """A new message, which outdates every earlier one; nothing if it has moved meanwhile."""
        job = self._store.get(work, job_id)
        if _is_stalled(job, work.now):
            job = restarted(job, work.at)
            self._store.save(work, job)
            work.emit(job_queued(job))

    def _sees(self, actor: Actor, job: Job) -> bool:
        if job.started_by and job.started_by == actor.member_id:
            return True
        kind = self._kinds().get(job.kind)
        return actor.may(kind.permission if kind and kind.permission else "*")


def _is_stalled(job: Job, now: datetime) -> bool:
    return job.is_active and now - from_text(job.touched_at) > STALLED
