"""`forms.reindex`: older records enter the list columns and orders of a published version.

An item is a record, or a deleted one for its maker's bin. Everything that it writes is in the table.
Params: `form_id`, `version`, `orders` (the lists beyond those of fields that are complete at the end).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ...jobs.kinds import Item, JobKind, Subject
from ...kernel.unit_of_work import UnitOfWork
from .. import wiring

if TYPE_CHECKING:
    from ...jobs.domain import Job

NAME = "forms.reindex"


def start_if_wanted(work: UnitOfWork, form_id: str, version: int) -> None:
    """One job for a version, unless nothing is left to enter or one is at it."""
    from ...jobs import api as jobs

    reindexing = wiring.reindexing()
    head = reindexing.wanted(work, form_id, version)
    if head is not None:
        params = {"form_id": form_id, "version": version, "orders": reindexing.orders}
        subject = Subject("form", form_id, head.name)
        jobs.start(work, NAME, params, subject=subject, name=f"{form_id}/{version}")


def _find(work: UnitOfWork, job: Job, limit: int) -> Sequence[Item]:
    return wiring.reindexing().find(work, job.params["form_id"], job.params["version"], job.cursor, limit)


def _act(work: UnitOfWork, job: Job, item: Item) -> None:
    wiring.reindexing().enter(work, job.params["form_id"], job.params["version"], item.cursor)


def _finish(work: UnitOfWork, job: Job) -> None:
    wiring.reindexing().finish(work, job.params["form_id"], job.params["version"], job.params["orders"])


KIND = JobKind(
    name=NAME,
    words={"zh-CN": "更新列表中的旧单据", "en": "Bring older records into lists"},
    permission="forms.build",
    find=_find,
    act=_act,
    finish=_finish,
)
