"""The periodic look at every tenant's outbox: an event that the stream did not relay is sent late, never lost."""

from typing import Any

from ..aws import outbox
from ..edge import job
from ..edge.observe import logger
from ..kernel.actor import system_actor
from ..kernel.errors import Unavailable
from ..kernel.ids import SYSTEM_TENANT
from ..kernel.unit_of_work import UnitOfWork
from . import wiring


@job("tenancy.sweep")
def sweep(work: UnitOfWork, event: dict[str, Any]) -> None:  # noqa: ARG001 - a schedule's event says nothing here
    """Raises Unavailable at the end if an outbox could not be emptied, so that the alarm hears of it."""
    swept = [_sweep_one(tenant_id, work) for tenant_id in (SYSTEM_TENANT, *wiring.tenants().ids(work))]
    if not all(swept):
        raise Unavailable(service="events")


def _sweep_one(tenant_id: str, work: UnitOfWork) -> bool:
    try:
        outbox.sweep(UnitOfWork(system_actor(tenant_id), work.now), work.now)
    except Exception:  # noqa: BLE001 - whatever is wrong with one company's events, the others' must not wait for it
        logger.exception("outbox not swept", extra={"tenant": tenant_id})
        return False
    return True
