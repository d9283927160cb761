"""What functions ask for only now and then: an execution, a later attempt, a pile of mails, a second schedule.
Whatever a policy grants beyond rows is asked for here or in `working.py`, so that it is judged.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

import pytest
from moto.core import DEFAULT_ACCOUNT_ID
from moto.stepfunctions.models import stepfunctions_backends

import app as banli
from chalicelib.aws.table import table
from chalicelib.flows.service import executions
from chalicelib.forms import row_keys
from chalicelib.forms.job_kinds import purge
from chalicelib.integrations.domain.deliveries import Delivery
from chalicelib.integrations.store import DeliveryRepository
from chalicelib.jobs.service.runner import SHARE
from chalicelib.kernel.actor import system_actor
from chalicelib.kernel.clock import utc_now
from chalicelib.kernel.events import Event
from chalicelib.kernel.ids import new_id, new_ordered_id
from chalicelib.kernel.unit_of_work import UnitOfWork
from chalicelib.notifications.domain.batching import AT_ONCE

from ..integration.clock import travel
from ..integration.conftest import REGION
from ..integration.flows.behind import listing_nobody
from ..security.company_fixture import CompanyFixture
from ..security.seeds import _submitted
from .working import Working

LONG = 60
"""Entries of a history that is not purged at once."""
MANY = 7
"""To-dos, of which five change hands at once."""


class Rarely:
    def __init__(self, working: Working, fixture: CompanyFixture) -> None:
        self._working = working
        self._world = fixture
        self._tenant = fixture.victim.tenant_id
        self._ids = fixture.victim.ids

    def everything(self) -> None:
        for each in (
            self.relayed_and_swept,
            self.caught_up,
            self.very_many_rounds,
            self.started_anew,
            self.found_by_the_check,
            self.attempts_to_come,
            self.gathered_mails,
            self.reindexed_in_shares,
            self.scheduled_twice,
            self.purged_in_shares,
            self.purged_by_a_job,
            self.restarted_by_the_sweep,
        ):
            with self._world.undone():
                each()
                self._working.drop()
                self._machine.executions.clear()

    # -- the bus

    def relayed_and_swept(self) -> None:
        self._write(lambda work: work.emit(Event("tests.Happened", {})), utc_now() - timedelta(minutes=5))
        (told,) = self._world.cloud.events()
        row = {"kind": {"S": "outbox"}, "doc": {"S": json.dumps(told)}}
        self._call(
            "relay", {"Records": [{"eventName": "INSERT", "dynamodb": {"NewImage": row, "SequenceNumber": "1"}}]}
        )
        self._write(lambda work: work.emit(Event("tests.Happened", {})), utc_now() - timedelta(minutes=5))
        self._call("sweep", {})

    # -- executions of runs

    def caught_up(self) -> None:
        self._behind()
        self._working._executions()

    def very_many_rounds(self) -> None:
        told = {"tenant_id": self._tenant, "run_id": self._behind(), "generation": 1}
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(executions, "LISTED_A_STEP", 0)
            self._call("run_pending_work", {**told, "round": executions.MAX_ROUNDS})

    def started_anew(self) -> None:
        died = {"tenant_id": self._tenant, "run_id": self._behind(), "generation": 1, "round": 3, "pause": 0}
        self._call("restart_execution", {"detail": {"input": json.dumps(died)}})

    def found_by_the_check(self) -> None:
        """One execution is gone, another was never started; and somebody left who is still asked."""
        boss = self._world.browser(self._world.victim, "administrator")
        self._behind()
        self._machine.executions[0].status = "FAILED"
        with listing_nobody():
            _submitted(self._world.victim, boss, "门铃", self._ids["member"])
        for number in range(MANY):
            _submitted(self._world.victim, boss, f"{number}", self._ids["member"])
        left = boss.post(f"/v1/members/{self._ids['member']}/deactivate", {"successor_id": self._ids["builder"]})
        assert left.status == 200, left.body
        with _later(minutes=20):
            self._call("check_runs", {})

    def _behind(self) -> str:
        """A run of the administrator, too large for one transaction, whose execution has been started."""
        boss = self._world.browser(self._world.victim, "administrator")
        with listing_nobody():
            run_id = _submitted(self._world.victim, boss, "多", self._ids["member"])
        found = [each for each in self._world.cloud.events() if each["type"] == "flows.RunAdvanced"]
        self._hear("signal_runs", next(each for each in found if each["subject"] == run_id))
        return run_id

    @property
    def _machine(self) -> Any:
        (machine,) = stepfunctions_backends[DEFAULT_ACCOUNT_ID][REGION].state_machines
        return machine

    # -- messages and schedules

    def attempts_to_come(self) -> None:
        for seconds in (60, 3_600, 3_600):
            work = UnitOfWork(system_actor(self._tenant), utc_now())
            due = work.now + timedelta(seconds=seconds)
            identity = new_ordered_id(work.now) if seconds == 60 else "d" * 26
            waiting = Delivery(identity, self._ids["webhook"], "a.b", "{}", work.now, due)
            if DeliveryRepository().get(work, waiting.webhook_id, identity) is None:
                DeliveryRepository().put(work, waiting)
                table().commit(work)
            message = {
                "tenant_id": self._tenant,
                "webhook_id": waiting.webhook_id,
                "delivery_id": identity,
                "ticket": 0,
            }
            self._working._hand("deliver", json.dumps(message))

    def gathered_mails(self) -> None:
        boss = self._world.browser(self._world.victim, "administrator")
        _submitted(self._world.victim, boss, "邮件", self._ids["member"])
        (opened,) = [each for each in self._world.cloud.events() if each["type"] == "flows.TaskOpened"]
        self._hear("notify", opened)
        (queue,) = [each for each in self._working._queues if each.name == "notices"]
        message = json.loads(self._working._take(queue)[0])
        for _ in range(AT_ONCE + 1):
            identity = new_id()
            told = {**message, "id": identity, "notice": {**message["notice"], "id": identity}}
            self._working._hand("send_notices", json.dumps(told))

    def reindexed_in_shares(self) -> None:
        boss, form = self._world.browser(self._world.victim, "administrator"), self._ids["form"]
        for number in range(SHARE + 1):
            values = {"a_text": f"{number}", "a_member": self._ids["member"]}
            assert boss.post(f"/v1/forms/{form}/records", {"values": values}).status == 201
        draft = boss.get(f"/v1/forms/{form}").body
        draft["definition"]["fields"][0]["indexed"] = True
        saved = boss.put(f"/v1/forms/{form}", draft["definition"], draft["version"]).body
        published = boss.post(f"/v1/forms/{form}/publish", headers={"If-Match": f'"{saved["version"]}"'})
        assert published.status == 200, published.body
        told = [each for each in self._world.cloud.events() if each["type"] == "forms.FormPublished"]
        self._hear("tend_forms", told[-1])
        self._run_jobs()
        message = {"tenant_id": self._tenant, "form_id": form, "version": 2, "after": ""}
        self._working._hand("reindex", json.dumps(message))

    def scheduled_twice(self) -> None:
        opened = self._working._opened()
        boss = self._world.browser(self._world.victim, "administrator")
        assert boss.delete(f"/v1/records/{self._ids['record']}", 1).status == 204
        (deleted,) = [each for each in self._world.cloud.events() if each["type"] == "forms.RecordDeleted"]
        for _ in range(2):
            self._hear("set_schedules", {**opened, "id": new_id()})
            self._hear("tend_forms", {**deleted, "id": new_id()})

    def purged_in_shares(self) -> None:
        boss, record = self._world.browser(self._world.victim, "administrator"), self._ids["record"]
        assert boss.delete(f"/v1/records/{record}", 1).status == 204

        def enter(work: UnitOfWork) -> None:
            for number in range(100, 100 + LONG):
                work.index(row_keys.history(record, number), {"number": number, "changes": []})

        self._write(enter, utc_now())
        purged = {"tenant_id": self._tenant, "record_id": record, "form_id": self._ids["form"]}
        with _later(days=400):  # a share, and by a job the rest
            self._call("purge_record", purged)
            self._run_jobs()

    def purged_by_a_job(self) -> None:
        boss, record = self._world.browser(self._world.victim, "administrator"), self._ids["record"]
        assert boss.delete(f"/v1/records/{record}", 1).status == 204
        self._write(lambda work: purge.start(work, record, self._ids["form"]), utc_now())
        with _later(days=400):
            self._run_jobs()

    def restarted_by_the_sweep(self) -> None:
        with _later(days=1):
            self._call("sweep", {})

    # -- calling

    def _call(self, function: str, event: dict[str, Any]) -> None:
        with self._working._asked.as_function(function):
            getattr(banli, function)(event, None)

    def _run_jobs(self) -> None:
        for told in [each for each in self._world.cloud.events() if each["type"] == "jobs.JobQueued"]:
            self._hear("run_jobs", told)

    def _hear(self, function: str, envelope: dict[str, Any]) -> None:
        self._working._hand(function, json.dumps({"detail": envelope}))

    def _write(self, what: Any, now: Any) -> None:
        work = UnitOfWork(system_actor(self._tenant), now)
        what(work)
        table().commit(work)


@contextmanager
def _later(**time: int) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        travel(patch, utc_now() + timedelta(**time))
        yield
