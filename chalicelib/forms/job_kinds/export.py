"""`forms.export`: a list of records as a file.

An item is a piece of the file: a page of the list, written to the bucket before the commit; writing it again is
nothing. The end puts the pieces together. Its row (`store/exports.py`) has the id of the job and says what is wanted.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from ...jobs.kinds import Item, JobKind, Subject
from ...kernel.unit_of_work import UnitOfWork
from ..wiring import exporting

if TYPE_CHECKING:
    from ...jobs.domain import Job

NAME = "forms.export"


def start(work: UnitOfWork, form_id: str, name: Any) -> str:
    """The id of the job."""
    from ...jobs import api as jobs

    return jobs.start(work, NAME, {}, subject=Subject("form", form_id, name))


def _find(work: UnitOfWork, job: Job, limit: int) -> Sequence[Item]:  # noqa: ARG001 - a piece is known once it is made
    number = exporting.exports().next(work, job.id)
    return [Item(str(number))] if number else ()


def _act(work: UnitOfWork, job: Job, item: Item) -> None:  # noqa: ARG001 - the row says which piece is next
    exporting.exports().make_piece(work, job.id)


def _finish(work: UnitOfWork, job: Job) -> None:
    exporting.exports().finish(work, job.id)


KIND = JobKind(
    name=NAME,
    words={"zh-CN": "导出单据", "en": "Export records"},
    permission="",
    find=_find,
    act=_act,
    finish=_finish,
    skips=False,
    file="/v1/exports/{id}/file",
)
