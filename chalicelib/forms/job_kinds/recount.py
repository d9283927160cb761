"""`forms.recount`: what roll-ups come to over the records that are there.

An item is a record that counts, or one that shows the figure. Counting one in is a transaction for each record that it
links to, committed by itself; counting it in again changes nothing. Params: `form_id` and `version` of a form that was
published with other roll-ups, or `record_id` of one record whose figures are begun anew.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ...jobs.kinds import Item, JobKind, Subject
from ...kernel.unit_of_work import UnitOfWork
from .. import wiring

if TYPE_CHECKING:
    from ...jobs.domain import Job

NAME = "forms.recount"


def start_if_wanted(work: UnitOfWork, form_id: str, version: int) -> None:
    """One job for a version, unless nothing is left to count or one is at it."""
    from ...jobs import api as jobs

    head = wiring.recounting().wanted(work, form_id, version)
    if head is not None:
        params = {"form_id": form_id, "version": version}
        jobs.start(work, NAME, params, subject=Subject("form", form_id, head.name), name=f"{form_id}/{version}")


def start_for(work: UnitOfWork, record_id: str) -> str:
    """One job for a record; its id. Its title is not told: jobs are seen by others than the record is."""
    from ...jobs import api as jobs

    return jobs.start(work, NAME, {"record_id": record_id}, subject=Subject("record", record_id), name=record_id)


def _find(work: UnitOfWork, job: Job, limit: int) -> Sequence[Item]:
    recounting, params = wiring.recounting(), job.params
    if "record_id" in params:
        return recounting.find_of(work, params["record_id"], job.cursor, limit)
    return recounting.find(work, params["form_id"], params["version"], job.cursor, limit)


def _act(work: UnitOfWork, job: Job, item: Item) -> None:
    recounting, params = wiring.recounting(), job.params
    if "record_id" in params:
        recounting.act_of(work, params["record_id"], item.cursor)
    else:
        recounting.act(work, params["form_id"], params["version"], item.cursor)


def _finish(work: UnitOfWork, job: Job) -> None:
    if "form_id" in job.params:
        wiring.recounting().finish(work, job.params["form_id"], job.params["version"])


KIND = JobKind(
    name=NAME,
    words={"zh-CN": "重新计算汇总", "en": "Compute roll-ups anew"},
    permission="forms.build",
    find=_find,
    act=_act,
    finish=_finish,
)
