"""A member leaves over HTTP: their to-dos need a successor and become theirs."""

import json

from chalicelib.aws import executions
from chalicelib.flows import reactions
from chalicelib.flows.service.handover import AT_ONCE

from ..jobs.worker import work_off_jobs
from .behind import listing_nobody
from .company_fixture import CompanyFixture


def heard(fixture: CompanyFixture, event_type: str) -> dict[str, object]:
    """A batch as the queue gives it to the function, of the newest event of that type."""
    envelope = [event for event in fixture.company.cloud.events() if event["type"] == event_type][-1]
    return {"Records": [{"messageId": "1", "body": json.dumps({"detail": envelope})}]}


def test_leaving_with_open_todos_needs_a_successor_who_gets_them(quotes: CompanyFixture) -> None:
    run = quotes.submitted()
    boss, manager = quotes.api["boss"], quotes.ids["manager"]
    refused = boss.post(f"/v1/members/{manager}/deactivate", {})
    assert (refused.status, refused.code) == (409, "successor_needed")
    own = boss.post(f"/v1/members/{manager}/deactivate", {"successor_id": quotes.ids["rep"]})
    assert (own.status, own.code) == (409, "successor_is_initiator")
    assert boss.get(f"/v1/members/{manager}").body["active"] is True

    done = boss.post(f"/v1/members/{manager}/deactivate", {"successor_id": quotes.ids["cfo"]})
    assert done.status == 200, done.body
    assert [todo["run_id"] for todo in quotes.todos("cfo")] == [run["id"]]
    assert quotes.trail(run["id"])[-1]["act"] == "handed_over"
    answer = reactions.signal_runs(heard(quotes, "directory.MemberDeactivated"), None)
    assert answer == {"batchItemFailures": []}
    assert quotes.decide("cfo").body["status"] == "approved"


def test_what_the_leaving_itself_had_no_room_for_is_a_job_that_people_can_follow(quotes: CompanyFixture) -> None:
    runs = {quotes.submitted()["id"] for _ in range(AT_ONCE + 2)}
    boss, manager = quotes.api["boss"], quotes.ids["manager"]
    assert boss.post(f"/v1/members/{manager}/deactivate", {"successor_id": quotes.ids["cfo"]}).status == 200
    assert len(quotes.todos("cfo")) == AT_ONCE
    for _ in range(2):
        told = heard(quotes, "directory.MemberDeactivated")
        assert reactions.signal_runs(told, None) == {"batchItemFailures": []}
    work_off_jobs(quotes.company.cloud)
    assert {todo["run_id"] for todo in quotes.todos("cfo")} == runs
    (told_of,) = boss.get("/v1/jobs").body["items"]
    assert (told_of["kind"], told_of["state"], told_of["done"], told_of["failed"]) == ("flows.handover", "done", 2, 0)


def test_work_that_is_left_over_starts_an_execution_once(quotes: CompanyFixture) -> None:
    with listing_nobody():
        run = quotes.submitted()
    batch = heard(quotes, "flows.RunAdvanced")
    for _ in range(2):
        assert reactions.signal_runs(batch, None) == {"batchItemFailures": []}
    started = quotes.company.cloud.boto("stepfunctions").list_executions(
        stateMachineArn=quotes.company.cloud.boto("stepfunctions").list_state_machines()["stateMachines"][0][
            "stateMachineArn"
        ]
    )["executions"]
    assert [execution["name"] for execution in started] == [f"{run['record_id']}_1-1"]
    assert executions.start(f"{run['id']}-2", {}) is True


def test_a_death_notice_starts_the_next_epoch(quotes: CompanyFixture) -> None:
    with listing_nobody():
        run = quotes.submitted()
    told = {"tenant_id": quotes.company.id, "run_id": run["id"], "generation": 1, "round": 3, "pause": 0}
    reactions.restart_execution({"detail": {"status": "FAILED", "input": json.dumps(told)}}, None)
    assert executions.start(f"{run['id']}-2", {}) is False
