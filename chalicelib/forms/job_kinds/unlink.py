"""`forms.unlink`: records that were linked to a deleted one, more than its transaction held, or linked at that moment.

An item is a child: its link is cleared, or it goes into the bin too. Params: `record_id`, `form_id`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ...jobs.kinds import Item, JobKind, Subject
from ...kernel.unit_of_work import UnitOfWork
from .. import wiring

if TYPE_CHECKING:
    from ...jobs.domain import Job

NAME = "forms.unlink"


def start_if_left(work: UnitOfWork, record_id: str, form_id: str) -> None:
    """One job for a record. Titles are not told: who sees the job need not be one who may read them."""
    from ...jobs import api as jobs

    if wiring.unlinking().left(work, form_id, record_id):
        params = {"record_id": record_id, "form_id": form_id}
        jobs.start(work, NAME, params, subject=Subject("record", record_id), name=record_id)


def _find(work: UnitOfWork, job: Job, limit: int) -> Sequence[Item]:
    return wiring.unlinking().find(work, job.params["form_id"], job.params["record_id"], job.cursor, limit)


def _act(work: UnitOfWork, job: Job, item: Item) -> None:
    wiring.unlinking().act(work, job.params["form_id"], job.params["record_id"], item.cursor)


KIND = JobKind(
    name=NAME,
    words={"zh-CN": "处理关联着已删除单据的单据", "en": "Change records that are linked to a deleted one"},
    permission="",
    find=_find,
    act=_act,
)
