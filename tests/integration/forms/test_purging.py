"""What becomes of a deleted record when its thirty days are over."""

import json
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from app import tend_forms
from chalicelib.aws.table import table
from chalicelib.forms import wiring
from chalicelib.kernel.actor import system_actor
from chalicelib.kernel.clock import utc_now
from chalicelib.kernel.unit_of_work import UnitOfWork

from .quote import Desk, quote_values
from .test_attachments import issue, upload

Purge = Callable[[int], bool]


@pytest.fixture
def record(desk: Desk) -> dict[str, Any]:
    """One with a file, a change and a unique value."""
    issued = issue(desk)
    upload(desk, issued)
    made = desk.filled(quote_values(files=[{"id": issued.body["id"]}], contract_no="HT-1"))
    changed: dict[str, Any] = desk.change(made, customer="改", files=[]).body
    return changed


@pytest.fixture
def purge(desk: Desk, record: dict[str, Any]) -> Purge:
    """The schedule's job, so many days from now."""

    def run(days: int) -> bool:
        work = UnitOfWork(system_actor(desk.company.id), utc_now() + timedelta(days=days))
        more = wiring.purging().purge(work, record["id"], desk.form_id)
        table().commit(work)
        return more

    return run


def left_of(desk: Desk, record: dict[str, Any]) -> set[str]:
    rows = [row for row in desk.company.cloud.rows() if f"#record#{record['id']}" in row["pk"]["S"]]
    files = desk.company.cloud.boto("s3").list_objects_v2(Bucket="banli-test-files").get("Contents", [])
    attachments = [row for row in desk.company.cloud.rows() if row["kind"]["S"] == "attachment"]
    return {row["kind"]["S"] for row in [*rows, *attachments]} | {"file" for _ in files}


def test_record_history_and_files_are_gone_after_thirty_days(desk: Desk, record: dict[str, Any], purge: Purge) -> None:
    assert desk.boss.delete(f"/v1/records/{record['id']}", record["version"]).status == 204
    everything = left_of(desk, record)
    assert everything == {"record", "record_history", "attachment", "file"}
    assert purge(29) is False
    assert left_of(desk, record) == everything
    assert purge(31) is False
    assert left_of(desk, record) == set()
    assert purge(31) is False


def test_a_restored_record_is_not_purged(desk: Desk, record: dict[str, Any], purge: Purge) -> None:
    assert desk.boss.delete(f"/v1/records/{record['id']}", record["version"]).status == 204
    assert desk.boss.post(f"/v1/records/{record['id']}/restore").status == 200
    assert purge(40) is False
    assert desk.boss.get(f"/v1/records/{record['id']}").body["values"]["customer"] == "改"


def test_a_long_history_goes_in_shares(desk: Desk, record: dict[str, Any], purge: Purge) -> None:
    work = UnitOfWork(system_actor(desk.company.id), utc_now())
    found = wiring.record_repository().get(work, record["id"])
    for _ in range(70):
        found = wiring.record_repository().remember(work, found, "updated", [])
    wiring.record_repository().rewrite(work, found)
    table().commit(work)
    assert desk.boss.delete(f"/v1/records/{record['id']}", record["version"] + 1).status == 204
    assert purge(31) is True
    assert "record" in left_of(desk, record)
    while purge(31):
        pass
    assert left_of(desk, record) == set()


def test_deleting_schedules_the_purge(desk: Desk, record: dict[str, Any]) -> None:
    assert desk.boss.delete(f"/v1/records/{record['id']}", record["version"]).status == 204
    told = [event for event in desk.company.cloud.events() if event["type"] == "forms.RecordDeleted"]
    message = {"Records": [{"messageId": "1", "body": json.dumps({"detail": told[0]})}]}
    assert tend_forms(message, None) == {"batchItemFailures": []}
    scheduler = desk.company.cloud.boto("scheduler")
    schedules = scheduler.list_schedules()["Schedules"]
    asked = scheduler.get_schedule(Name=schedules[0]["Name"])
    assert json.loads(asked["Target"]["Input"]) == {
        "record_id": record["id"],
        "form_id": desk.form_id,
        "tenant_id": desk.company.id,
    }
    assert asked["Target"]["Arn"].endswith(":purge_record")
