"""`forms.purge`: what is left of a deleted record whose history is too long for one transaction.

An item is a share of its history, with the files that it names. Files are deleted before the commit; deleting one again
is nothing. Params: `record_id`, `form_id`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ...jobs.kinds import Item, JobKind, Subject
from ...kernel.unit_of_work import UnitOfWork
from .. import wiring

if TYPE_CHECKING:
    from ...jobs.domain import Job

NAME = "forms.purge"


def start(work: UnitOfWork, record_id: str, form_id: str) -> None:
    """One job for a record. Its title is not told: what it says is on its way out."""
    from ...jobs import api as jobs

    params = {"record_id": record_id, "form_id": form_id}
    jobs.start(work, NAME, params, subject=Subject("record", record_id), name=record_id)


def _find(work: UnitOfWork, job: Job, limit: int) -> Sequence[Item]:  # noqa: ARG001 - a share fills a transaction
    left = wiring.purging().left(work, job.params["record_id"])
    return [Item(str(job.done + job.failed + 1))] if left else ()


def _act(work: UnitOfWork, job: Job, item: Item) -> None:  # noqa: ARG001 - what is dropped first is always the rest's first
    wiring.purging().purge(work, job.params["record_id"], job.params["form_id"])


KIND = JobKind(
    name=NAME,
    words={"zh-CN": "彻底删除到期单据", "en": "Remove a record whose days in the bin are over"},
    permission="",
    find=_find,
    act=_act,
    skips=False,
)
