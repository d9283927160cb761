"""One-shot EventBridge schedules: a job at a moment. The handler checks the row; a schedule is only a reminder."""

import json
from datetime import UTC, datetime
from typing import Any

from botocore.exceptions import ClientError

from ..kernel.actor import Actor
from ..kernel.ids import derived_id
from .clients import client
from .settings import setting


def put_schedule(actor: Actor, name: str, at: datetime, job: str, payload: dict[str, Any]) -> None:
    """Run `job` (the function in BANLI_JOB_<JOB>) once at `at` with `payload` and the tenant id.

    The same name of the same tenant is the same schedule: putting it again moves it.
    """
    request = {
        "Name": _name(actor, name),
        "GroupName": setting("BANLI_SCHEDULE_GROUP"),
        "ScheduleExpression": f"at({at.astimezone(UTC):%Y-%m-%dT%H:%M:%S})",
        "ScheduleExpressionTimezone": "UTC",
        "FlexibleTimeWindow": {"Mode": "OFF"},
        "ActionAfterCompletion": "DELETE",
        "Target": {
            "Arn": setting(f"BANLI_JOB_{job.upper()}"),
            "RoleArn": setting("BANLI_SCHEDULE_ROLE"),
            "Input": json.dumps({**payload, "tenant_id": actor.tenant_id}, ensure_ascii=False),
            "RetryPolicy": {"MaximumRetryAttempts": 20, "MaximumEventAgeInSeconds": 86_400},
            "DeadLetterConfig": {"Arn": setting("BANLI_SCHEDULE_DEAD_LETTERS")},
        },
    }
    try:
        client("scheduler").create_schedule(**request)
    except ClientError as error:
        if error.response["Error"]["Code"] != "ConflictException":
            raise
        client("scheduler").update_schedule(**request)


def _name(actor: Actor, name: str) -> str:
    return f"{actor.tenant_id}-{derived_id(name)}"
