"""The periodic check: runs that are behind and have no execution are found, though no message names them."""

import json
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from app import check_runs, signal_runs
from chalicelib.aws.executions import accepted_name
from chalicelib.aws.table import table
from chalicelib.edge import Unfinished
from chalicelib.flows import row_keys
from chalicelib.flows.store import WATCHED, WHOLE
from chalicelib.kernel.actor import system_actor
from chalicelib.kernel.clock import utc_now
from chalicelib.kernel.ids import SYSTEM_TENANT
from chalicelib.kernel.unit_of_work import Key, UnitOfWork

from ..clock import travel
from ..conftest import Cloud
from ..directory.company import Browser
from .behind import listing_nobody
from .company_fixture import CompanyFixture


def states(cloud: Cloud) -> dict[str, str]:
    """Status of each execution by its run and generation."""
    client = cloud.boto("stepfunctions")
    arn = client.list_state_machines()["stateMachines"][0]["stateMachineArn"]
    found = client.list_executions(stateMachineArn=arn)["executions"]
    return {each["name"].replace("_", "."): each["status"] for each in found}


def stop(cloud: Cloud, name: str) -> None:
    """It dies, and nobody is told."""
    client = cloud.boto("stepfunctions")
    arn = client.list_state_machines()["stateMachines"][0]["stateMachineArn"]
    client.stop_execution(executionArn=arn.replace(":stateMachine:", ":execution:") + f":{accepted_name(name)}")


def behind(fixture: CompanyFixture) -> str:
    with listing_nobody():
        return str(fixture.submitted()["id"])


def started(fixture: CompanyFixture, count: int) -> list[str]:
    """Ids of runs that are behind, whose first executions run."""
    runs = [behind(fixture) for _ in range(count)]
    for event in fixture.company.cloud.events():
        if event["type"] == "flows.RunAdvanced" and event["subject"] in runs:
            body = json.dumps({"detail": event})
            assert signal_runs({"Records": [{"messageId": "1", "body": body}]}, None) == {"batchItemFailures": []}
    return runs


Later = Callable[[], None]


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> Later:
    """Twenty minutes pass; whoever was signed in is not any more."""
    return lambda: travel(monkeypatch, utc_now() + timedelta(minutes=20))


def test_dead_and_missing_executions_are_started_anew(quotes: CompanyFixture, later: Later) -> None:
    cloud = quotes.company.cloud
    dead, alive = started(quotes, 2)
    missing, waits = behind(quotes), quotes.submitted()["id"]
    stop(cloud, f"{dead}-1")

    check_runs({}, None)
    assert f"{dead}-2" in states(cloud)
    assert f"{missing}-2" not in states(cloud), "what starts it may be on the way"

    later()
    for _ in range(2):
        check_runs({}, None)
    running = {name for name, status in states(cloud).items() if status == "RUNNING"}
    assert running == {f"{dead}-2", f"{alive}-1", f"{missing}-2"}
    assert waits in watched(quotes), "it needs none, but people may leave"


def test_a_run_that_is_over_is_watched_no_more(quotes: CompanyFixture, later: Later) -> None:
    run = quotes.submitted()
    assert watched(quotes) == {run["id"]}
    assert quotes.decide("manager").body["status"] == "approved"
    later()
    check_runs({}, None)
    assert watched(quotes) == set()
    assert states(quotes.company.cloud) == {}


def watched(fixture: CompanyFixture) -> set[str]:
    rows = fixture.company.cloud.rows()
    return {row["sk"]["S"] for row in rows if row["kind"]["S"] == "run_watched"} - {WHOLE}


def test_runs_from_before_there_was_a_list_are_entered_from_the_todos(quotes: CompanyFixture, later: Later) -> None:
    runs = [quotes.submitted()["id"] for _ in range(3)]
    for run_id in runs:
        table().forget(quotes.company.id, Key(WATCHED, run_id))
    later()
    check_runs({}, None)
    assert watched(quotes) == set(runs)


def test_each_call_takes_a_few_steps_and_the_next_goes_on(quotes: CompanyFixture, later: Later) -> None:
    cloud = quotes.company.cloud
    runs = started(quotes, 5)
    for run_id in runs:
        stop(cloud, f"{run_id}-1")
    later()
    check_runs({}, None)  # the list is made whole
    for run_id in runs:
        stop(cloud, f"{run_id}-2")
    restarted = []
    for _ in range(12):
        check_runs({"steps": 2}, None)
        restarted.append(sum(name.endswith("-3") for name in states(cloud)))
    assert restarted[-1] == 5
    assert max(after - before for before, after in zip([0, *restarted], restarted, strict=False)) <= 5


def test_what_fails_holds_up_neither_the_runs_nor_the_companies_behind_it(
    cloud: Cloud, browser: Browser, later: Later
) -> None:
    fixture = CompanyFixture.found(cloud, browser).with_flow()
    runs = started(fixture, 3)
    for run_id in runs:
        stop(cloud, f"{run_id}-1")
    # A run that cannot be read, of a company before this one and in this one.
    for tenant, run_id in (("0" * 25 + "1", "0" * 26), (fixture.company.id, runs[0])):
        plant(tenant, Key(WATCHED, run_id), {})
        plant(tenant, row_keys.run(run_id), {"nonsense": True})
    plant(SYSTEM_TENANT, Key("tenants", "0" * 25 + "1"), {"company": "坏", "created_at": ""})
    later()
    with pytest.raises(Unfinished):
        check_runs({}, None)
    running = {name for name, status in states(cloud).items() if status == "RUNNING"}
    assert running == {f"{run_id}-2" for run_id in runs[1:]}


def plant(tenant: str, key: Key, doc: dict[str, Any]) -> None:
    work = UnitOfWork(system_actor(tenant), utc_now())
    work.index(key, doc)
    table().commit(work)
