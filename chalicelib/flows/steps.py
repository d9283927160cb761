"""The tasks of `stepfunctions/run.asl.json`. Only ids travel; everything else is read."""

from typing import Any

from ..edge import step
from ..kernel.unit_of_work import UnitOfWork
from . import wiring


@step("flows.perform")
def perform(work: UnitOfWork, event: dict[str, Any]) -> dict[str, Any]:
    """One share of a run's work; `next` is where the machine goes: perform, park or end."""
    following = wiring.machine().perform(work, event["run_id"], event["generation"], event["round"])
    return {
        "tenant_id": event["tenant_id"],
        "run_id": event["run_id"],
        "generation": event["generation"],
        "round": event["round"] + 1,
        "next": following,
    }


@step("flows.park")
def park(work: UnitOfWork, event: dict[str, Any]) -> dict[str, Any]:
    """Leave the token of the state that waits now."""
    wiring.machine().park(work, event["run_id"], event["generation"], event["token"])
    return {}
