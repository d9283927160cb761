"""What flows tell the world, version 1 each; the shape of `data` stands in `schemas/events/<Type>.v1.json`.

Subject is the run (or the flow), so that a reader can group by it. `RunAdvanced` is a signal between our own
functions: work was left over that did not fit the transaction.
"""

from collections.abc import Mapping
from typing import Any

from ..kernel.events import Event

RUN_STARTED = "flows.RunStarted"
TASK_OPENED = "flows.TaskOpened"
TASK_DECIDED = "flows.TaskDecided"
MEMBERS_COPIED = "flows.MembersCopied"
RUN_ADVANCED = "flows.RunAdvanced"
RUN_APPROVED = "flows.RunApproved"
RUN_REJECTED = "flows.RunRejected"
RUN_WITHDRAWN = "flows.RunWithdrawn"
FLOW_PUBLISHED = "flows.FlowPublished"

RUN_FINISHED = {"approved": RUN_APPROVED, "rejected": RUN_REJECTED, "withdrawn": RUN_WITHDRAWN}
"""The event of each way in which a run can end."""


def of_run(type_: str, run_id: str, facts: Mapping[str, Any], data: Mapping[str, Any]) -> Event:
    """`facts` say which flow, form and record the run is about; every event of a run carries them."""
    return Event(type_, {"run_id": run_id, **facts, **data}, subject=run_id)


def opened(task: Any) -> dict[str, Any]:
    """One of the `tasks` of TaskOpened."""
    return {"task_id": task.id, "assignee_id": task.member, "due_at": task.due_at or None}


def copied(copy: Any) -> dict[str, Any]:
    """One of the `copies` of MembersCopied; `node_id` is "" where a member did it, who is then the envelope's actor."""
    return {"member_id": copy.member, "node_id": copy.node}


def flow_published(flow_id: str, form_id: str, version: int, form_version: int, name: str) -> Event:
    data = {"flow_id": flow_id, "form_id": form_id, "version": version, "form_version": form_version, "name": name}
    return Event(FLOW_PUBLISHED, data, subject=flow_id)
