"""`forms.import`: the rows of a file become records of a form, by whoever started it and with their rights.

An item is one record of the file. Params: `import_id`, `form_id`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ...jobs.kinds import Item, JobKind, Subject
from ...kernel.unit_of_work import UnitOfWork
from ..wiring import imports as wiring

if TYPE_CHECKING:
    from ...jobs.domain import Job

NAME = "forms.import"


def start(work: UnitOfWork, params: dict[str, str], *, subject: Subject, name: str) -> str:
    from ...jobs import api as jobs

    return jobs.start(work, NAME, params, subject=subject, name=name)


def _find(work: UnitOfWork, job: Job, limit: int) -> Sequence[Item]:
    del limit
    return wiring.rows().find(work, job.params["import_id"], job.cursor)


def _act(work: UnitOfWork, job: Job, item: Item) -> None:
    wiring.rows().act(work, job.params["import_id"], item.cursor)


def _passed_over(work: UnitOfWork, job: Job, item: Item, fault: Exception) -> None:
    wiring.rows().passed_over(work, job.params["import_id"], item.cursor, fault)


def _finish(work: UnitOfWork, job: Job) -> None:
    wiring.rows().finish(work, job.params["import_id"])


KIND = JobKind(
    name=NAME,
    words={"zh-CN": "导入数据", "en": "Import records"},
    permission="",
    find=_find,
    act=_act,
    finish=_finish,
    passed_over=_passed_over,
)
