"""What schedules start: the purge of a record whose days in the bin are over, and the nightly look at figures."""

from typing import Any

from ..edge import Unfinished, apart, job
from ..edge.observe import logger
from ..kernel.ids import new_id
from ..kernel.unit_of_work import UnitOfWork
from . import wiring
from .job_kinds import merge, purge, unlink

CHECK = "forms.check_figures"
CHECKED = 400
"""Records that one night looks at, of all companies together; each is a few reads and those of its children."""
OF_A_FORM = 20


@job("forms.purge_record")
def purge_record(work: UnitOfWork, event: dict[str, Any]) -> None:
    """The record as a whole; of one with a very long history a share, and a job does the rest. What is still linked to
    it is changed by a job, too.
    """
    names = {"record_id": event["record_id"], "form_id": event["form_id"]}
    if wiring.purging().purge(work, **names):
        purge.start(work, **names)
    unlink.start_if_left(work, **names)
    merge.start_if_left(work, **names)


@job(CHECK)
def check_figures(work: UnitOfWork, event: dict[str, Any]) -> None:
    """A sample of records with roll-ups, beginning at a company that nobody chose. What drifted is told in the log and
    mended. What fails holds up nothing behind it. Raises Unfinished; `records` is for trying it.
    """
    left, failed = event.get("records", CHECKED), 0
    for tenant_id in wiring.tenant_ids(work, new_id()):
        if left <= 0:
            break
        try:
            left -= apart(work, lambda own, most=left: _look(own, most), tenant_id)  # type: ignore[misc]
        except Exception:  # noqa: BLE001 - whatever is wrong here, the companies behind it must not wait for it
            logger.exception("figures not checked", extra={"operation": CHECK, "tenant": tenant_id})
            failed += 1
    if failed:
        raise Unfinished(count=failed)


def _look(work: UnitOfWork, most: int) -> int:
    """How many records of the company were looked at."""
    check, looked = wiring.figure_check(), 0
    for form_id in check.forms(work):
        for record_id in check.sample(work, form_id, min(OF_A_FORM, most - looked)) if looked < most else ():
            looked += 1
            drifted = check.drifted(work, record_id)
            if drifted:
                told = {"operation": CHECK, "tenant": work.actor.tenant_id, "record": record_id, "fields": drifted}
                logger.error("figures drifted", extra={**told, "lost_event": check.mend(work, record_id)})
    return looked
