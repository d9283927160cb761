"""`forms.restage`: records leave stages that a published version does not have any more, for those that it names, and
records that are older than a stage field get its first stage.

An item is a record. Params: `form_id`, `version`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ...jobs.kinds import Item, JobKind, Subject
from ...kernel.unit_of_work import UnitOfWork
from .. import wiring

if TYPE_CHECKING:
    from ...jobs.domain import Job

NAME = "forms.restage"


def start_if_wanted(work: UnitOfWork, form_id: str, version: int) -> None:
    """One job for a version, unless it left all stages that records can stand in."""
    from ...jobs import api as jobs

    if wiring.restaging().wanted(work, form_id, version):
        name = wiring.forms().form(work, form_id).name
        params = {"form_id": form_id, "version": version}
        jobs.start(work, NAME, params, subject=Subject("form", form_id, name), name=f"{form_id}/{version}")


def _find(work: UnitOfWork, job: Job, limit: int) -> Sequence[Item]:
    return [Item(each) for each in wiring.restaging().following(work, job.params["form_id"], job.cursor, limit)]


def _act(work: UnitOfWork, job: Job, item: Item) -> None:  # noqa: ARG001 - the stages of today are what counts
    wiring.restaging().restage(work, item.cursor)


KIND = JobKind(
    name=NAME,
    words={"zh-CN": "更新单据的阶段", "en": "Bring records to the stages of a form"},
    permission="forms.build",
    find=_find,
    act=_act,
)
