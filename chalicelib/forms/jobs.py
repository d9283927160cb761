"""What schedules start: the purge of a record whose days in the recycle bin are over."""

from typing import Any

from ..edge import job
from ..kernel.unit_of_work import UnitOfWork
from . import wiring
from .job_kinds import purge, unlink


@job("forms.purge_record")
def purge_record(work: UnitOfWork, event: dict[str, Any]) -> None:
    """The record as a whole; of one with a very long history a share, and a job does the rest. What is still linked to
    it is changed by a job, too.
    """
    names = {"record_id": event["record_id"], "form_id": event["form_id"]}
    if wiring.purging().purge(work, **names):
        purge.start(work, **names)
    unlink.start_if_left(work, **names)
