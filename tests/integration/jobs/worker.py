"""The bus and the queue of jobs, by hand."""

import json
from typing import Any

from app import run_jobs

from ..conftest import Cloud


def messages(cloud: Cloud) -> list[dict[str, Any]]:
    """What the outbox holds for the worker, oldest first."""
    return [event for event in cloud.events() if event["type"] == "jobs.JobQueued"]


def deliver(envelope: dict[str, Any]) -> bool:
    """Hand one message to the worker. Whether it was taken."""
    body = json.dumps({"detail": envelope})
    answer = run_jobs({"Records": [{"messageId": "1", "body": body}]}, None)
    return bool(answer == {"batchItemFailures": []})


def work_off_jobs(cloud: Cloud) -> int:
    """Deliver every message, and those that come of it, until there is none; how many. Each must be taken."""
    seen: set[str] = set()
    while fresh := [each for each in messages(cloud) if each["id"] not in seen]:
        for envelope in fresh:
            assert deliver(envelope)
            seen.add(envelope["id"])
    return len(seen)
