"""The periodic look at every tenant's outbox: an event that the stream did not relay is sent late, never lost."""

from typing import Any

from ..aws import outbox
from ..edge import job
from ..kernel.actor import system_actor
from ..kernel.ids import SYSTEM_TENANT
from ..kernel.work import Work
from . import wiring


@job("tenancy.sweep")
def sweep(work: Work, event: dict[str, Any]) -> None:  # noqa: ARG001 - a schedule's event says nothing here
    for tenant_id in (SYSTEM_TENANT, *wiring.tenants().ids(work)):
        outbox.sweep(Work(system_actor(tenant_id), work.now), work.now)
