"""Rows of jobs: the versioned row, its list entry, and its mark while it is active."""

from collections.abc import Callable
from dataclasses import asdict
from datetime import timedelta
from typing import Any

from ..aws.table import TenantTable
from ..kernel.page import MAX_PAGE, Page
from ..kernel.unit_of_work import NEVER, Row, UnitOfWork
from . import row_keys
from .domain import Job, JobNotFound
from .kinds import Subject

KEEPS = timedelta(days=90)
"""How long an ended job is shown."""
OF_THE_ROW = ("log", "params", "cursor", "depth", "attempts")
"""What its list entry leaves out."""


class JobRepository:
    def __init__(self, table: Callable[[], TenantTable]) -> None:
        self._table = table

    def get(self, work: UnitOfWork, job_id: str) -> Job:
        """Raises JobNotFound."""
        return _to_job(self._row(work, job_id).doc)

    def add(self, work: UnitOfWork, job: Job) -> None:
        work.create(row_keys.job(job.id), "job", asdict(job))
        self._enter(work, job, None)

    def save(self, work: UnitOfWork, job: Job) -> None:
        """Raises Contended at the commit unless it is the next state of the one that was read in this work."""
        expires = None if job.is_active else int((work.now + KEEPS).timestamp())
        work.replace(self._row(work, job.id), asdict(job), expires_at=NEVER if expires is None else expires)
        self._enter(work, job, expires)

    def page(self, work: UnitOfWork, shown: Callable[[Job], bool], limit: int, cursor: str | None) -> Page[Job]:
        """List entries, newest first, of those that `shown` lets through."""
        table = self._table()
        page = table.kept(
            work, row_keys.LISTED, lambda row: shown(_to_job(row.doc)), newest_first=True, limit=limit, after=cursor
        )
        return page.map(lambda row: _to_job(row.doc))

    def active(self, work: UnitOfWork) -> list[str]:
        """Ids of jobs that are queued or running, oldest first, one page of them."""
        return [row.key.sort for row in self._table().stretch(work, row_keys.ACTIVE, limit=MAX_PAGE).rows]

    def last_named(self, work: UnitOfWork, kind: str, name: str) -> Job | None:
        """The job that was last started under the name, if it is still kept."""
        row = self._table().get(work, row_keys.named(kind, name))
        if row is None:
            return None
        found = self._table().get(work, row_keys.job(row.doc["job_id"]))
        return _to_job(found.doc) if found else None

    def name(self, work: UnitOfWork, job: Job, name: str) -> None:
        """From now on `job` is the one of that name; of two at the same moment one runs again."""
        key = row_keys.named(job.kind, name)
        row, expires = self._table().get(work, key), int((work.now + KEEPS).timestamp())
        if row is None:
            work.create(key, "job_name", {"job_id": job.id}, expires_at=expires)
        else:
            work.replace(row, {"job_id": job.id}, expires_at=expires)

    def _row(self, work: UnitOfWork, job_id: str) -> Row:
        row = self._table().get(work, row_keys.job(job_id))
        if row is None:
            raise JobNotFound()
        return row

    def _enter(self, work: UnitOfWork, job: Job, expires_at: int | None) -> None:
        doc = {name: value for name, value in asdict(job).items() if name not in OF_THE_ROW}
        work.index(row_keys.listed(job.id), doc, kind="job_entry", expires_at=expires_at)
        if job.is_active:
            work.index(row_keys.active(job.id), {}, kind="job_active")
        else:
            work.unindex(row_keys.active(job.id))


def _to_job(doc: dict[str, Any]) -> Job:
    known = {name: doc[name] for name in Job.__slots__ if name in doc}
    return Job(**{**known, "subject": Subject(**doc.get("subject", {})), "log": tuple(doc.get("log", ()))})
