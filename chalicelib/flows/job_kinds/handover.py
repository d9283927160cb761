"""`flows.handover`: what is still open for a member who left becomes their successor's, run by run.

An item is a run; its tasks change hands in the transaction that moves the cursor. Params: `member_id`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ...jobs.kinds import Item, JobKind, Subject
from ...kernel.unit_of_work import UnitOfWork
from .. import wiring

if TYPE_CHECKING:
    from ...jobs.domain import Job

NAME = "flows.handover"


def start_if_wanted(work: UnitOfWork, member_id: str) -> None:
    """One job for whoever left, unless nothing is open for them any more."""
    from ...jobs import api as jobs

    handover = wiring.handover()
    if handover.left_behind(work, member_id):
        subject = Subject("member", member_id, handover.name_of(work, member_id))
        jobs.start(work, NAME, {"member_id": member_id}, subject=subject, name=member_id)


def _find(work: UnitOfWork, job: Job, limit: int) -> Sequence[Item]:
    left = wiring.handover().left_behind(work, job.params["member_id"])
    return [Item(run_id, left[run_id]) for run_id in sorted(left) if run_id > job.cursor][:limit]


def _act(work: UnitOfWork, job: Job, item: Item) -> None:
    wiring.handover().pass_on(work, item.cursor, job.params["member_id"])


KIND = JobKind(
    name=NAME,
    words={"zh-CN": "移交离职成员的待办", "en": "Hand over the to-dos of a member who left"},
    permission="members.manage",
    find=_find,
    act=_act,
)
