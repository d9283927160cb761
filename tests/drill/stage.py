"""The local cloud as the drill handles it: a company in it, its tables, executions and functions."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cached_property
from typing import Any

from tools.client import Company, Mismatch, Person, apps, wait_for
from tools.demo import make
from tools.demo.data import quotes
from tools.local import cloud, deployment, up
from tools.local.workdir import Workdir
from tools.restore import check
from tools.restore.invariants import Fault
from tools.restore.reconcile import FIRST, RUNNING, execution, restart_executions, status, wanting
from tools.restore.restore_settings import await_table, restore_settings

PAUSE = 0.2
Item = dict[str, dict[str, str]]


@dataclass
class Stage:
    workdir: Workdir
    _clients: dict[str, Any] = field(default_factory=dict)

    def client(self, service: str) -> Any:
        if service not in self._clients:
            self._clients[service] = cloud.client(self.workdir, service)
        return self._clients[service]

    # -- the company

    @cached_property
    def company(self) -> Company:
        """The demo company, founded by the first who asks for it."""
        return make(self.workdir)

    @property
    def people(self) -> dict[str, Person]:
        return self.company.people

    def submit(self) -> str:
        """The approval with the most steps, waiting at its first one, its execution running; the id of its run."""
        browser, form_id = self.people["sales"].browser, self.company.forms["quote"]
        filled = [quote.values(datetime.now(UTC).date()) for quote in quotes()]
        longest = max(filled, key=lambda values: len(apps.preview(browser, form_id, values)))
        run_id = str(apps.submit(browser, form_id, longest)["id"])
        wait_for("the execution of the open approval", lambda: self._is_running(run_id))
        return run_id

    def decide_once(self, run_id: str) -> bool:
        """Whoever has it to do approves; False if nobody has."""
        for person in self.people.values():
            card = apps.todo_of(person.browser, run_id)
            if card is not None:
                apps.decide(person.browser, run_id, card["task_id"], "approve", "同意").expect(200)
                return True
        return False

    def finish(self, run_id: str) -> None:
        """Everybody is still signed in, and the approval goes on to its end."""
        wait_for("a to-do of the open approval", lambda: self.decide_once(run_id))
        while self.decide_once(run_id):
            pass
        run = self.people["sales"].browser.get(f"/v1/runs/{run_id}").body
        if run["status"] != "approved":
            raise Mismatch("the open approval", "approved", run["status"])

    # -- its table

    def faults(self, table: str) -> list[Fault]:
        return check.faults(self.client("dynamodb"), table)

    def require_clean(self, table: str) -> None:
        found = self.faults(table)
        if found:
            raise Mismatch(f"faults in {table}", "none", [str(fault) for fault in found[:10]])

    def count(self, table: str) -> int:
        return sum(1 for _ in check.items(self.client("dynamodb"), table))

    def rows_of(self, table: str, kinds: tuple[str, ...]) -> list[Item]:
        return [row for row in check.items(self.client("dynamodb"), table) if row["kind"]["S"] in kinds]

    def delete(self, table: str, row: Item) -> None:
        self.client("dynamodb").delete_item(TableName=table, Key={"pk": row["pk"], "sk": row["sk"]})

    def put(self, table: str, row: Item) -> None:
        self.client("dynamodb").put_item(TableName=table, Item=row)

    # -- there and back

    def copy(self, table: str) -> str:
        made = self.client("dynamodb").create_backup(TableName=table, BackupName="drill")
        return str(made["BackupDetails"]["BackupArn"])

    def restore(self, copy: str, table: str) -> None:
        self.client("dynamodb").restore_table_from_backup(TargetTableName=table, BackupArn=copy)
        await_table(self.client("dynamodb"), table, PAUSE)

    def restore_settings(self, old: str, new: str) -> str:
        return restore_settings(self.client("dynamodb"), old, new, PAUSE)

    def move(self, table: str, stream_arn: str) -> None:
        """Raises Mismatch unless all that named the old table names the new one."""
        deployment.move(self.workdir, table, stream_arn)
        up.start_front(self.workdir)
        functions = self.client("lambda").get_paginator("list_functions").paginate()
        tables = {each["Environment"]["Variables"]["BANLI_TABLE"] for page in functions for each in page["Functions"]}
        mappings = self.client("lambda").list_event_source_mappings()["EventSourceMappings"]
        streams = {each["EventSourceArn"] for each in mappings if ":dynamodb:" in each["EventSourceArn"]}
        alarms = self.client("cloudwatch").get_paginator("describe_alarms").paginate()
        dimensions = [each for page in alarms for alarm in page["MetricAlarms"] for each in alarm.get("Dimensions", ())]
        watched = {each["Value"] for each in dimensions if each["Name"] == "TableName"}
        if (tables, streams, watched) != ({table}, {stream_arn}, {table}):
            raise Mismatch("what the stack lives on", [table, stream_arn], [*tables, *streams, *watched])

    # -- executions

    @property
    def _machine(self) -> str:
        return str(deployment.stack(self.workdir).outputs()["RunMachineArn"])

    def _is_running(self, run_id: str) -> bool:
        return status(self.client("stepfunctions"), self._machine, f"{run_id}-{FIRST}") == RUNNING

    def stop_execution(self, run_id: str) -> None:
        self.client("stepfunctions").stop_execution(executionArn=execution(self._machine, f"{run_id}-{FIRST}"))

    def reconcile(self, table: str) -> int:
        """How many executions were started anew."""
        rows = check.rows(self.client("dynamodb"), table)
        wanted = wanting(rows, self.client("stepfunctions"), self._machine)
        restart_executions(self.client("lambda"), f"{deployment.STACK}-restart_execution", wanted)
        return len(wanted)
