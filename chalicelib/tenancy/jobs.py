"""What schedules start: the end of a trial."""

from typing import Any

from ..edge import job
from ..kernel.unit_of_work import UnitOfWork
from . import wiring


@job("tenancy.end_trial")
def end_trial(work: UnitOfWork, event: dict[str, Any]) -> None:  # noqa: ARG001 - the work names the tenant
    wiring.tenants().end_trial(work)
