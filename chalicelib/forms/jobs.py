"""What schedules start: the purge of a record whose days in the recycle bin are over."""

from datetime import timedelta
from typing import Any

from ..aws.schedules import put_schedule
from ..edge import job
from ..kernel.unit_of_work import UnitOfWork
from . import wiring
from .reactions import PURGE, purge_name

NEXT = timedelta(minutes=1)


@job("forms.purge_record")
def purge_record(work: UnitOfWork, event: dict[str, Any]) -> None:
    """A share of the record; a very long history goes on a minute later."""
    payload = {"record_id": event["record_id"], "form_id": event["form_id"]}
    if wiring.purging().purge(work, **payload):
        put_schedule(work.actor, f"{purge_name(event['record_id'])}-on", work.now + NEXT, PURGE, payload)
