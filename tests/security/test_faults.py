"""A write that meets a fault at any call to AWS ends, after the client's retry, as if there had been none.

Enumerated by `make prove`: every call of the operation × every fault × (the client's own retry heals it, or not). In
`make test` a third of them, by chance.
"""

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import pytest
from moto.core import DEFAULT_ACCOUNT_ID
from moto.sqs.models import sqs_backends
from moto.stepfunctions.models import stepfunctions_backends

from chalicelib.aws import secrets

from ..faults import Crashed, Fault, Plan, planned
from ..integration.conftest import REGION, Answer, Api
from ..integration.flows.behind import listing_nobody
from ..proof.sizes import LONG, dice
from .company_fixture import CompanyFixture
from .seeds import _submitted

_ID = re.compile(r"[0-9a-hjkmnp-tv-z]{26}")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT[\d:.]+Z")
_SECONDS = re.compile(r"\b1[0-9]{9}\b")
RETRIES = 4


@dataclass(frozen=True)
class Operation:
    """One use of the API: who, what, and the status of success."""

    role: str
    method: str
    path: Callable[[dict[str, str]], str]
    body: Callable[[dict[str, str]], dict[str, Any]]
    status: int


OPERATIONS = {
    "submit": Operation(
        "member",
        "POST",
        lambda ids: "/v1/runs",
        lambda ids: {"form_id": ids["form"], "values": {"a_text": "新", "a_member": ids["administrator"]}},
        201,
    ),
    "approve": Operation(
        "administrator",
        "POST",
        lambda ids: f"/v1/runs/{ids['asked']}/tasks/t1/decide",
        lambda ids: {"decision": "approve", "opinion": "同意"},
        200,
    ),
    "reject": Operation(
        "administrator",
        "POST",
        lambda ids: f"/v1/runs/{ids['asked']}/tasks/t1/decide",
        lambda ids: {"decision": "reject", "opinion": "毛利太低"},
        200,
    ),
    "withdraw": Operation(
        "administrator", "POST", lambda ids: f"/v1/runs/{ids['run']}/withdraw", lambda ids: {"reason": "不要了"}, 200
    ),
    "add a position": Operation(
        "administrator", "POST", lambda ids: "/v1/positions", lambda ids: {"name": "总监"}, 201
    ),
    "invite": Operation(
        "administrator",
        "POST",
        lambda ids: "/v1/invitations",
        lambda ids: {"email": "fresh@victim.example.cn", "name": "新人", "role_ids": [ids["role"]]},
        201,
    ),
    "deactivate": Operation(
        "administrator",
        "POST",
        lambda ids: f"/v1/members/{ids['member']}/deactivate",
        lambda ids: {"successor_id": ids["builder"]},
        200,
    ),
    "add a webhook": Operation(
        "administrator",
        "POST",
        lambda ids: "/v1/webhooks",
        lambda ids: {"url": "https://93.184.215.14/x", "event_types": ["integrations.*"]},
        201,
    ),
    "resend a delivery": Operation(
        "administrator",
        "POST",
        lambda ids: f"/v1/webhooks/{ids['webhook']}/deliveries/{ids['delivery']}/resend",
        lambda ids: {},
        202,
    ),
}


def cold_start() -> None:
    """Forget what cost a call to AWS to learn; the clients themselves cost only time."""
    secrets.signing_key.cache_clear()
    secrets._master.cache_clear()


def attempt(fixture: CompanyFixture, operation: Operation) -> Answer | None:
    """One request with the operation's fixed Idempotency-Key; None if the process died of it."""
    cold_start()
    api: Api = fixture.browser(fixture.victim, operation.role)
    headers = {"Idempotency-Key": "the-same-key"}
    try:
        return api.call(
            operation.method, operation.path(fixture.victim.ids), operation.body(fixture.victim.ids), headers=headers
        )
    except Crashed:
        return None


def until_done(fixture: CompanyFixture, operation: Operation) -> Answer:
    """As a client does: again with the same key while there is no answer, or one that says "later"."""
    for _ in range(RETRIES):
        answer = attempt(fixture, operation)
        if answer is not None and answer.status < 500:
            return answer
    raise AssertionError("never done")


_texts: dict[int, tuple[Any, str]] = {}
"""Masked text of an item, by the item, which is kept so that its identity stays its own."""


def state(fixture: CompanyFixture) -> Counter[str]:
    """All rows but for ids, moments and operation marks: what two runs of the same operation must share."""
    rows: Counter[str] = Counter()
    for partition, items in fixture.store.keep().items():
        for sort, item in items.items():
            if id(item) not in _texts:
                kept = {name: item.attrs[name].value for name in ("kind", "doc", "v")}
                text = json.dumps([partition.value, sort.value, kept])
                _texts[id(item)] = item, _SECONDS.sub("<seconds>", _MOMENT.sub("<moment>", _ID.sub("<id>", text)))
            rows[_texts[id(item)][1]] += 1
    return rows


def points(fixture: CompanyFixture, operation: Operation) -> int:
    """How many calls to AWS the operation makes after a cold start."""
    with fixture.undone(), planned(Plan()) as plan:
        attempt(fixture, operation)
    return len(plan.calls)


def every_fault(name: str, calls: int) -> list[tuple[Fault, int, bool]]:
    everything = [(kind, at, lasting) for kind in Fault for at in range(calls) for lasting in (True, False)]
    return everything if LONG else dice(f"faults {name}").sample(everything, len(everything) // 3 + 1)


@pytest.mark.parametrize("name", sorted(OPERATIONS))
def test_any_fault_ends_as_none(fixture: CompanyFixture, name: str) -> None:
    """And what the client is told meanwhile is "later", never a 500: he must know that he may repeat."""
    operation = OPERATIONS[name]
    with fixture.undone():
        answer = until_done(fixture, operation)
        wanted = state(fixture)
    assert answer.status == operation.status, answer.body
    calls = points(fixture, operation)
    assert calls >= 3  # the secret, the batch read, the commit
    for kind, at, lasting in every_fault(name, calls):
        with fixture.undone():
            with planned(Plan(kind, at, lasting)) as plan:
                first = attempt(fixture, operation)
            assert plan.struck, (kind, at)
            assert first is None or first.status in (operation.status, 503), (kind, at, lasting, first.body)
            if first is None or first.status == 503:
                answer = until_done(fixture, operation)
                assert answer.status == operation.status, (kind, at, lasting, answer.body)
            found = state(fixture)
            assert found - wanted == wanted - found == Counter(), (kind, at, lasting)


# -- behind the bus


HEARD = ("flows.RunAdvanced", "flows.TaskOpened", "forms.RecordCreated")


def told(fixture: CompanyFixture) -> list[dict[str, Any]]:
    """One event of each heard type, from what was done while the fixture was built."""
    events = [event for event in fixture.cloud.events() if event["tenant_id"] == fixture.victim.tenant_id]
    return [next(event for event in events if event["type"] == name) for name in HEARD]


def consume(fixture: CompanyFixture, function: str, event: dict[str, Any]) -> bool:
    """One event at its consumer; whether the queue may forget it."""
    cold_start()
    record = {"messageId": "1", "body": json.dumps({"detail": event})}
    try:
        failed = fixture.client.lambda_.invoke(function, {"Records": [record]}).payload["batchItemFailures"]
    except Crashed:
        return False
    return bool(failed == [])


@contextmanager
def fresh(fixture: CompanyFixture) -> Iterator[None]:
    """Table, queue and state machine as the fixture began."""
    machines = list(stepfunctions_backends[DEFAULT_ACCOUNT_ID][REGION].state_machines)
    queues = sqs_backends[DEFAULT_ACCOUNT_ID][REGION].queues.values()
    with fixture.undone():
        yield
    for machine in machines:
        machine.executions.clear()
    for queue in queues:
        queue._messages.clear()


def outside(fixture: CompanyFixture) -> set[str]:
    """What was done beyond the table; twice is as once, because both names are unique in effect."""
    machines = stepfunctions_backends[DEFAULT_ACCOUNT_ID][REGION].state_machines
    queues = sqs_backends[DEFAULT_ACCOUNT_ID][REGION].queues.values()
    started = {execution.name for machine in machines for execution in machine.executions}
    return started | {message.body for queue in queues for message in queue._messages}


@pytest.mark.parametrize("function", ["signal_runs", "fan_out"])
def test_an_event_is_consumed_once_in_effect_whatever_fails(fixture: CompanyFixture, function: str) -> None:
    with listing_nobody():
        _submitted(fixture.victim, fixture.browser(fixture.victim, "member"), "多", fixture.victim.ids["administrator"])
    fixture.kept = fixture.store.keep()
    reached = set()
    for event in told(fixture):
        with fresh(fixture), planned(Plan()) as plan:
            assert consume(fixture, function, event)
            wanted = (state(fixture), outside(fixture))
        reached |= wanted[1]
        for kind, at, lasting in every_fault(function, len(plan.calls)):
            with fresh(fixture):
                with planned(Plan(kind, at, lasting)):
                    done = consume(fixture, function, event)
                assert done or consume(fixture, function, event)
                assert consume(fixture, function, event)
                assert (state(fixture), outside(fixture)) == wanted, (event["type"], kind, at, lasting)
    assert reached
