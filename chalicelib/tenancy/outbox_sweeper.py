"""The periodic look at every tenant: an event that the stream did not relay is sent late, never lost. Upper contexts
provide what else a company is looked through for.
"""

from typing import Any

from ..aws import outbox
from ..edge import job
from ..edge.observe import logger
from ..kernel.actor import system_actor
from ..kernel.errors import Unavailable
from ..kernel.extensions import every
from ..kernel.ids import SYSTEM_TENANT
from ..kernel.unit_of_work import UnitOfWork
from . import wiring
from .extensions import SWEEPERS


@job("tenancy.sweep_outboxes")
def sweep_outboxes(work: UnitOfWork, event: dict[str, Any]) -> None:  # noqa: ARG001 - a schedule's event says nothing here
    """Raises Unavailable at the end if something failed for some tenant, so that the alarm hears of it."""
    swept = [_sweep_one(tenant_id, work) for tenant_id in (SYSTEM_TENANT, *wiring.tenants().ids(work))]
    if not all(swept):
        raise Unavailable(service="events")


def _sweep_one(tenant_id: str, work: UnitOfWork) -> bool:
    swept = True
    for body in (_sweep_outbox, *every(SWEEPERS)):
        try:
            body(UnitOfWork(system_actor(tenant_id), work.now))
        except Exception:  # noqa: BLE001 - whatever is wrong with one company's events, the others' must not wait for it
            logger.exception(
                "not swept", extra={"tenant": tenant_id, "operation": f"{body.__module__}.{body.__qualname__}"}
            )
            swept = False
    return swept


def _sweep_outbox(work: UnitOfWork) -> None:
    outbox.sweep(work, work.now)
