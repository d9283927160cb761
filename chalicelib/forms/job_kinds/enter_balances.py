"""`forms.enter_balances`: the records of a form take what its newly published balances say. An item is a record.

Params: `form_id`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ...jobs.kinds import Item, JobKind, Subject
from ...kernel.unit_of_work import UnitOfWork
from .. import wiring

if TYPE_CHECKING:
    from ...jobs.domain import Job

NAME = "forms.enter_balances"


def start_if_wanted(work: UnitOfWork, form_id: str, version: int) -> None:
    """One job for a version that changed the balances of a form with records."""
    from ...jobs import api as jobs

    form = wiring.entering_balances().wanted(work, form_id, version)
    if form is not None:
        subject = Subject("form", form_id, form.name)
        jobs.start(work, NAME, {"form_id": form_id}, subject=subject, name=f"{form_id}/{version}")


def _find(work: UnitOfWork, job: Job, limit: int) -> Sequence[Item]:
    return wiring.entering_balances().find(work, job.params["form_id"], job.cursor, limit)


def _act(work: UnitOfWork, job: Job, item: Item) -> None:
    wiring.entering_balances().count(work, job.params["form_id"], item.cursor)


KIND = JobKind(
    name=NAME,
    words={"zh-CN": "把已有单据计入额度", "en": "Count existing records towards balances"},
    permission="forms.build",
    find=_find,
    act=_act,
)
