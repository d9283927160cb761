"""`forms.enter_duplicates`: the records of a form come under duplicate rules that were published. An item is a record,
to be entered or to be told of in the log as the duplicate of another.

Params: `form_id`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ...jobs.kinds import Item, JobKind, Subject
from ...kernel.unit_of_work import UnitOfWork
from ..wiring import duplicates as wiring

if TYPE_CHECKING:
    from ...jobs.domain import Job

NAME = "forms.enter_duplicates"


def start_if_wanted(work: UnitOfWork, form_id: str, version: int) -> None:
    """One job for each form with records that changed rules of this version concern."""
    from ...jobs import api as jobs

    for form in wiring.entering_duplicates().wanted(work, form_id, version):
        subject = Subject("form", form.id, form.name)
        jobs.start(work, NAME, {"form_id": form.id}, subject=subject, name=f"{form_id}/{version}/{form.id}")


def _find(work: UnitOfWork, job: Job, limit: int) -> Sequence[Item]:
    return wiring.entering_duplicates().find(work, job.params["form_id"], job.cursor, limit)


def _act(work: UnitOfWork, job: Job, item: Item) -> None:
    wiring.entering_duplicates().act(work, job.params["form_id"], item.cursor)


KIND = JobKind(
    name=NAME,
    words={"zh-CN": "把已有单据纳入查重", "en": "Look for duplicates among existing records"},
    permission="forms.build",
    find=_find,
    act=_act,
)
