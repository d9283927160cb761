"""The task of `stepfunctions/run.asl.json`. Only ids travel; everything else is read."""

from typing import Any

from ..edge import step
from ..kernel.unit_of_work import UnitOfWork
from . import wiring


@step("flows.run_pending_work")
def run_pending_work(work: UnitOfWork, event: dict[str, Any]) -> dict[str, Any]:
    """One share of a run's work; `next` is where the state machine goes, in the words of its definition."""
    following = wiring.run_executions().run_pending_work(work, event["run_id"], event["generation"], event["round"])
    return {
        "tenant_id": event["tenant_id"],
        "run_id": event["run_id"],
        "generation": event["generation"],
        "round": event["round"] + 1,
        "next": following,
    }
