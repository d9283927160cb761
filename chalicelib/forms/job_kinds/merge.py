"""`forms.merge` and `forms.unmerge`: what is linked to a record is linked to the one that it is merged into, and the
record goes; or the other way round.

An item is a child, the last one the end. Params: `form_id`, `survivor`, `loser` and `merge`, their ids. No item can be
passed over: a child that was left behind would be linked to a record that is gone.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from ...jobs.kinds import Item, JobKind, Subject
from ...kernel.unit_of_work import UnitOfWork
from ..wiring import merging as wired

if TYPE_CHECKING:
    from ...jobs.domain import Job
    from ..domain.merging import Merge
    from ..service.merging.moving import Pair

MERGE, UNMERGE = "forms.merge", "forms.unmerge"


def start(work: UnitOfWork, kind: str, merge: Merge) -> str:
    """The job's id. Titles are not told: who sees the job need not be one who may read them."""
    from ...jobs import api as jobs

    names = {"form_id": merge.form_id, "survivor": merge.survivor, "loser": merge.loser, "merge": merge.id}
    return jobs.start(work, kind, names, subject=Subject("record", merge.survivor))


def start_if_left(work: UnitOfWork, record_id: str, form_id: str) -> None:
    """A job for what was linked to a record in the moment that it was merged."""
    from ...jobs import api as jobs

    pair = wired.pair_of(work, record_id, form_id)
    if pair is not None and wired.moving().left(work, pair):
        jobs.start(work, MERGE, pair._asdict(), subject=Subject("record", pair.survivor), name=record_id)


def _pair(job: Job) -> Pair:
    params: dict[str, Any] = job.params
    return wired.pair(params["form_id"], params["survivor"], params["loser"], params["merge"])


def _find(work: UnitOfWork, job: Job, limit: int) -> Sequence[Item]:
    return wired.moving().find(work, _pair(job), job.cursor, limit)


def _act(work: UnitOfWork, job: Job, item: Item) -> None:
    wired.moving().act(work, _pair(job), item.cursor)


def _find_back(work: UnitOfWork, job: Job, limit: int) -> Sequence[Item]:
    return wired.moving().find_back(work, _pair(job), job.cursor, limit)


def _act_back(work: UnitOfWork, job: Job, item: Item) -> None:
    wired.moving().act_back(work, _pair(job), item.cursor)


KIND = JobKind(
    name=MERGE,
    words={"zh-CN": "合并单据", "en": "Merge records"},
    permission="",
    find=_find,
    act=_act,
    skips=False,
)
UNDO_KIND = JobKind(
    name=UNMERGE,
    words={"zh-CN": "撤销合并", "en": "Undo a merge"},
    permission="",
    find=_find_back,
    act=_act_back,
    skips=False,
)
