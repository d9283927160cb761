"""A store in memory, and a unit of work that is committed by keeping what was saved."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, TypeVar

from chalicelib.jobs.domain import Job, JobNotFound
from chalicelib.kernel.actor import system_actor
from chalicelib.kernel.errors import BanliError
from chalicelib.kernel.page import Page
from chalicelib.kernel.unit_of_work import UnitOfWork

T = TypeVar("T")
NOW = datetime(2026, 12, 1, 8, 0, tzinfo=UTC)


def work(now: datetime = NOW) -> UnitOfWork:
    return UnitOfWork(system_actor("t" * 26), now)


@dataclass
class FakeStore:
    jobs: dict[str, Job] = field(default_factory=dict)
    names: dict[tuple[str, str], str] = field(default_factory=dict)
    saves: int = 0

    def get(self, work: UnitOfWork, job_id: str) -> Job:
        if job_id not in self.jobs:
            raise JobNotFound()
        return self.jobs[job_id]

    def add(self, work: UnitOfWork, job: Job) -> None:
        self.jobs[job.id] = job

    def save(self, work: UnitOfWork, job: Job) -> None:
        self.jobs[job.id] = job
        self.saves += 1

    def page(self, work: UnitOfWork, shown: Callable[[Job], bool], limit: int, cursor: str | None) -> Page[Job]:
        return Page(tuple(filter(shown, self.jobs.values())))

    def active(self, work: UnitOfWork) -> list[str]:
        return [job.id for job in self.jobs.values() if job.is_active]

    def last_named(self, work: UnitOfWork, kind: str, name: str) -> Job | None:
        return self.jobs.get(self.names.get((kind, name), ""))

    def name(self, work: UnitOfWork, job: Job, name: str) -> None:
        self.names[(job.kind, name)] = job.id


def apart(work: UnitOfWork, body: Callable[[UnitOfWork], T]) -> T:
    return body(UnitOfWork(work.actor, work.now, depth=work.depth))


def failure(fault: Exception) -> dict[str, Any]:
    code = fault.code if isinstance(fault, BanliError) else "internal"
    return {"code": code, "texts": {"zh-CN": code, "en": code}}
