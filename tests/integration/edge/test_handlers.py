"""What `consumer`, `worker`, `step` and `job` promise to every entry point that is not HTTP."""

import json
from collections.abc import Callable
from dataclasses import asdict
from typing import Any

import pytest

from chalicelib.aws.table import table
from chalicelib.edge import consumer, job, step, worker
from chalicelib.kernel.actor import system_actor
from chalicelib.kernel.clock import utc_now
from chalicelib.kernel.errors import NotFound, Unavailable
from chalicelib.kernel.events import Envelope, Event
from chalicelib.kernel.ids import new_ordered_id
from chalicelib.kernel.unit_of_work import Key, UnitOfWork

from ..conftest import Cloud

TENANT = "a" * 26
COUNTER = Key("counter", "state")


def envelope(depth: int = 0) -> Envelope:
    return Envelope(
        id=new_ordered_id(utc_now()),
        type="tests.Happened",
        version=1,
        tenant_id=TENANT,
        actor_id="m" * 26,
        occurred_at="2026-11-22T00:00:00.000Z",
        correlation_id="corr",
        causation_id="",
        depth=depth,
        subject="",
        data={"n": 1},
    )


def batch(*bodies: Any) -> dict[str, Any]:
    return {"Records": [{"messageId": f"m{n}", "body": json.dumps(body)} for n, body in enumerate(bodies)]}


def of_bus(told: Envelope) -> dict[str, Any]:
    return {"detail-type": told.type, "detail": asdict(told)}


def count(work: UnitOfWork) -> None:
    row = table().get(work, COUNTER)
    if row:
        work.replace(row, {"n": row.doc["n"] + 1})
    else:
        work.create(COUNTER, "counter", {"n": 1})


def counted(work: Callable[..., UnitOfWork]) -> int:
    row = table().get(work(system_actor(TENANT)), COUNTER)
    return int(row.doc["n"]) if row else 0


@consumer("tests.count")
def count_event(work: UnitOfWork, told: Envelope) -> None:
    count(work)
    work.emit(Event("tests.Counted", {"of": told.id}))


def test_an_event_delivered_thrice_counts_once(cloud: Cloud, work: Callable[..., UnitOfWork]) -> None:
    told = of_bus(envelope())
    for _ in range(2):
        assert count_event(batch(told, told), None) == {"batchItemFailures": []}
    assert counted(work) == 1


def test_what_an_event_causes_names_its_cause(cloud: Cloud) -> None:
    told = envelope(depth=3)
    count_event(batch(of_bus(told)), None)
    caused = cloud.events()[0]
    assert (caused["causation_id"], caused["correlation_id"], caused["depth"]) == (told.id, "corr", 4)


def test_events_that_cause_each_other_without_end_are_cut(cloud: Cloud, work: Callable[..., UnitOfWork]) -> None:
    assert count_event(batch(of_bus(envelope(depth=17))), None) == {"batchItemFailures": [{"itemIdentifier": "m0"}]}
    assert counted(work) == 0


def test_one_bad_message_does_not_hold_up_its_batch(cloud: Cloud, work: Callable[..., UnitOfWork]) -> None:
    answer = count_event(batch({"nonsense": 1}, of_bus(envelope())), None)
    assert answer == {"batchItemFailures": [{"itemIdentifier": "m0"}]}
    assert counted(work) == 1


def test_a_failing_consumer_writes_nothing_and_hears_the_event_again(cloud: Cloud) -> None:
    fails = [True]

    @consumer("tests.flaky")
    def flaky(work: UnitOfWork, told: Envelope) -> None:
        count(work)
        if fails:
            raise Unavailable(service="tests")

    told = of_bus(envelope())
    assert flaky(batch(told), None)["batchItemFailures"]
    assert cloud.rows() == []
    fails.clear()
    assert flaky(batch(told), None) == {"batchItemFailures": []}
    assert len(cloud.rows()) == 2


@pytest.mark.parametrize("tenant", [None, "", "acme", "a" * 26 + "#x"])
def test_a_message_without_a_tenant_is_refused(cloud: Cloud, tenant: Any) -> None:
    @worker("tests.work")
    def run(work: UnitOfWork, message: dict[str, Any]) -> None:
        count(work)

    assert run(batch({"tenant_id": tenant}), None)["batchItemFailures"]
    assert cloud.rows() == []


def test_a_step_answers_and_fails_by_the_name_that_its_state_machine_knows(cloud: Cloud) -> None:
    @step("tests.step")
    def run(work: UnitOfWork, event: dict[str, Any]) -> dict[str, Any]:
        count(work)
        if event.get("missing"):
            raise NotFound()
        if event.get("down"):
            raise Unavailable(service="tests")
        return {"done": True}

    assert run({"tenant_id": TENANT}, None) == {"done": True}
    with pytest.raises(Exception, match="not_found") as missing:
        run({"tenant_id": TENANT, "missing": 1}, None)
    with pytest.raises(Exception, match="unavailable") as down:
        run({"tenant_id": TENANT, "down": 1}, None)
    assert (type(missing.value).__name__, type(down.value).__name__) == ("NotFound", "Unavailable")


def test_the_loser_of_a_race_runs_again(cloud: Cloud, work: Callable[..., UnitOfWork]) -> None:
    raced: list[bool] = []

    @job("tests.job")
    def run(mine: UnitOfWork, event: dict[str, Any]) -> None:
        table().get(mine, COUNTER)
        if not raced:
            raced.append(True)
            other = work(system_actor(TENANT))
            count(other)
            table().commit(other)
        count(mine)

    run({"tenant_id": TENANT}, None)
    assert counted(work) == 2
