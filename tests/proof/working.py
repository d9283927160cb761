"""Every function of `app.py` at work for one company, under the ear of `IamRecorder`."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

import pytest
from moto.core import DEFAULT_ACCOUNT_ID
from moto.stepfunctions.models import stepfunctions_backends

import app as banli
from chalicelib.kernel.clock import utc_now
from chalicelib.kernel.ids import new_id

from ..integration.clock import travel
from ..integration.conftest import REGION
from ..integration.journey.in_process import InProcess
from ..security.calls import compose, send_at_its_version, ways
from ..security.company_fixture import CompanyFixture
from .iam_recorder import IamRecorder

TOLD = {
    "POST /v1/forms/{form_id}/publish",
    "DELETE /v1/records/{record_id}",
    "POST /v1/invitations",
    "POST /v1/runs",
    "POST /v1/runs/{run_id}/cc",
    "POST /v1/runs/{run_id}/tasks/{task}/decide",
    "POST /v1/members/{member_id}/deactivate",
    "POST /v1/webhooks/{webhook_id}/test",
    "POST /v1/forms/{form_id}/exports",
    "POST /v1/forms/{form_id}/imports/{import_id}/start",
    "POST /v1/records/{record_id}/comments",
}
"""Routes whose events are followed to their end: each function behind the bus hears of one of them."""


class Working(InProcess):
    """The road behind the outbox, with everybody on it named."""

    def __init__(self, fixture: CompanyFixture, asked: IamRecorder) -> None:
        super().__init__(fixture.cloud, fixture.client)
        self._world = fixture
        self._asked = asked

    def _hand(self, function: str, body: str) -> None:
        with self._asked.as_function(function):
            super()._hand(function, body)

    def _relay(self) -> None:
        """As the stream does it: the rows themselves to the function `relay`."""
        with self._asked.as_function("relay"):
            super()._relay()

    def everything(self) -> None:
        for route, way in ways():
            sent = compose(route, self._world.victim.ids, way=way)
            with self._world.undone():
                boss = self._world.browser(self._world.victim, "administrator")
                self._asked.signed(send_at_its_version(boss, route, sent).body)
                if route in TOLD:
                    self.settle()
                    self._executions()
                    self.drop()
        self._once()

    def _executions(self) -> None:
        """What the machine of each run that was started calls."""
        (machine,) = stepfunctions_backends[DEFAULT_ACCOUNT_ID][REGION].state_machines
        for execution in machine.executions:
            payload = json.loads(execution.execution_input)
            with self._asked.as_function("run_pending_work"):
                banli.run_pending_work(payload, None)
        machine.executions.clear()

    def _once(self) -> None:
        """What only a schedule, a rule or a bad end starts."""
        tenant, ids = self._world.victim.tenant_id, self._world.victim.ids
        message = {"tenant_id": tenant, "webhook_id": ids["webhook"], "delivery_id": ids["delivery"]}
        purged = {"tenant_id": tenant, "record_id": ids["binned"], "form_id": ids["form"]}
        with self._world.undone():
            self._call("redeliver", message)
        with self._world.undone(), _later(400):
            self._call("purge_record", purged)
        with self._world.undone(), _later(400):
            self._call("end_trial", {"tenant_id": tenant})
            self._call("sweep_outboxes", {})
            self._call("check_figures", {})
        with self._world.undone():
            self._hand("reindex", json.dumps({"tenant_id": tenant, "form_id": ids["form"], "version": 1, "after": ""}))
            self._hand("set_schedules", json.dumps({"detail": self._opened()}))
            self._hand("roll_up", json.dumps({"detail": self._changed()}))

    def _opened(self) -> dict[str, Any]:
        """The event that a new company makes, as the fixture's own was told long ago."""
        with_trial = {"company": "新", "language": "zh-CN", "trial_ends_at": "2026-12-09T00:00:00.000Z"}
        return self._event("tenancy.TenantOpened", self._world.victim.tenant_id, with_trial)

    def _changed(self) -> dict[str, Any]:
        """The event of a record, which is carried to the roll-ups of companies that have some."""
        ids = self._world.victim.ids
        return self._event("forms.RecordUpdated", ids["record"], {"record_id": ids["record"], "form_id": ids["form"]})

    def _event(self, kind: str, subject: str, data: dict[str, Any]) -> dict[str, Any]:
        return {
            "id": new_id(),
            "type": kind,
            "version": 1,
            "tenant_id": self._world.victim.tenant_id,
            "actor_id": "",
            "occurred_at": "2026-11-25T00:00:00.000Z",
            "correlation_id": "c",
            "causation_id": "",
            "depth": 0,
            "subject": subject,
            "data": data,
        }

    def _call(self, function: str, event: dict[str, Any]) -> None:
        with self._asked.as_function(function):
            getattr(banli, function)(event, None)


@contextmanager
def _later(days: int) -> Iterator[None]:
    """Inside, it is so many days later."""
    with pytest.MonkeyPatch.context() as patch:
        travel(patch, utc_now() + timedelta(days=days))
        yield
