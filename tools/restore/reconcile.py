"""Executions and runs after a restore: the table went back, Step Functions did not.

A run whose lists are behind needs an execution of the generation that its row says, running. If that one has ended, or
later ones were started since the moment that the table is from, the next free generation is asked for: names of
executions are used once. An execution of a run that is no more, or of an older generation, ends by itself when it next
looks. `python -m tools.restore.reconcile <stage> <table>` does it with the credentials of the shell.
"""

import json
import sys
from typing import Any

import boto3
from botocore.exceptions import ClientError

from chalicelib.aws.executions import accepted_name
from chalicelib.flows import row_keys
from chalicelib.flows.engine import codec
from chalicelib.flows.service.ports import ExecutionState

from ..deploy.stack import Stack
from .check import rows
from .invariants import Rows

RUNNING = "RUNNING"
FIRST = ExecutionState().execution_epoch


def wanting(table: Rows, states: Any, machine_arn: str) -> list[dict[str, Any]]:
    """Inputs for `restart_execution`: one for each run that is behind and has no execution that would catch up."""
    found = []
    for row in table.kind("run"):
        run = codec.from_doc(row.doc)
        if not run.unlisted:
            continue
        state = table.get(row.tenant, row_keys.execution_state(run.id))
        generation = state.doc["generation"] if state else FIRST
        last = generation
        while status(states, machine_arn, accepted_name(f"{run.id}-{last + 1}")):
            last += 1
        if last > generation or status(states, machine_arn, accepted_name(f"{run.id}-{generation}")) != RUNNING:
            found.append({"tenant_id": row.tenant, "run_id": run.id, "generation": last})
    return found


def restart_executions(functions: Any, function: str, wanted: list[dict[str, Any]]) -> None:
    """As the rule does that hears of an execution that ended badly. Those that fail are said at the end."""
    failed = []
    for each in wanted:
        event = json.dumps({"detail": {"input": json.dumps(each)}}).encode()
        answer = functions.invoke(FunctionName=function, Payload=event)
        if "FunctionError" in answer:
            failed.append(f"{each['run_id']}: {answer['Payload'].read().decode()}")
    if failed:
        raise SystemExit("\n".join(failed))


def main() -> int:
    name, table = sys.argv[1:3]
    machine = Stack(boto3.Session(), f"banli-{name}").outputs()["RunMachineArn"]
    wanted = wanting(rows(boto3.client("dynamodb"), table), boto3.client("stepfunctions"), machine)
    restart_executions(boto3.client("lambda"), f"banli-{name}-restart_execution", wanted)
    print(f"{len(wanted)} executions started anew")
    return 0


def execution(machine_arn: str, name: str) -> str:
    return machine_arn.replace(":stateMachine:", ":execution:") + ":" + name


def status(states: Any, machine_arn: str, name: str) -> str:
    """Of the execution of that name; empty if there never was one."""
    try:
        return str(states.describe_execution(executionArn=execution(machine_arn, name))["status"])
    except ClientError as error:
        if error.response["Error"]["Code"] == "ExecutionDoesNotExist":
            return ""
        raise


if __name__ == "__main__":
    sys.exit(main())
