"""Executions of the run state machine: start one, ask what has become of one.

Neither is ever the truth about a run.
"""

import json
from typing import Any

from botocore.exceptions import ClientError

from .clients import client
from .settings import setting


def accepted_name(name: str) -> str:
    """As it is given to AWS: CloudWatch keeps logs only of executions whose name has letters, digits, - and _ alone."""
    return name.replace(".", "_")


def start(name: str, payload: dict[str, Any]) -> bool:
    """Start an execution under a name used once (at most 80 characters); False if there is or was one."""
    try:
        client("stepfunctions").start_execution(
            stateMachineArn=setting("BANLI_STATE_MACHINE"), name=accepted_name(name), input=json.dumps(payload)
        )
    except ClientError as error:
        if error.response["Error"]["Code"] == "ExecutionAlreadyExists":
            return False
        raise
    return True


def status(name: str) -> str:
    """What has become of the execution of that name; "" if there never was one."""
    arn = setting("BANLI_STATE_MACHINE").replace(":stateMachine:", ":execution:") + ":" + accepted_name(name)
    try:
        found = client("stepfunctions").describe_execution(executionArn=arn)
    except ClientError as error:
        if error.response["Error"]["Code"] == "ExecutionDoesNotExist":
            return ""
        raise
    return str(found["status"])
