"""What records tell of themselves: in events, in the change log, and beside their rows for readers of the stream."""

from typing import Any

import pytest

from chalicelib.aws import outbox
from chalicelib.forms import api
from chalicelib.kernel.actor import system_actor
from chalicelib.kernel.clock import utc_now
from chalicelib.kernel.unit_of_work import UnitOfWork

from .quote import Desk, quote_values


def told(desk: Desk, fact: str) -> list[dict[str, Any]]:
    return [each["data"] for each in desk.company.cloud.events() if each["type"] == f"forms.{fact}"]


def relay(desk: Desk) -> None:
    rows = [item for item in desk.company.cloud.rows() if item["kind"]["S"] == "outbox"]
    images = [{"NewImage": item, "SequenceNumber": str(number)} for number, item in enumerate(rows)]
    assert outbox.relay({"Records": [{"eventName": "INSERT", "dynamodb": each} for each in images]}) == {
        "batchItemFailures": []
    }


def test_a_change_names_the_version_and_where_before_and_after_are_found(desk: Desk) -> None:
    record = desk.filled(quote_values())
    changed = desk.change(record, customer="新").body
    (event,) = told(desk, "RecordUpdated")
    assert (event["version"], event["history"], event["change"]) == (changed["version"], 2, "updated")
    assert {"field": "customer", "history": 2} in event["changes"]
    assert [each["field"] for each in event["changes"]] == event["changed"]
    history = desk.boss.get(f"/v1/records/{record['id']}/history").body["items"]
    entry = next(each for each in history if each["number"] == 2)
    assert ("customer", "新") in [(each["field"], each["after"]) for each in entry["changes"]]


def test_every_change_of_a_record_is_in_the_log_with_the_version_that_it_made(desk: Desk) -> None:
    record = desk.filled(quote_values())
    path, version = f"/v1/records/{record['id']}", desk.change(record, customer="新").body["version"]
    desk.boss.delete(path, version)
    desk.boss.post(f"{path}/restore")
    as_system = UnitOfWork(system_actor(desk.company.id), utc_now())
    api.set_state(as_system, api.get_record(as_system, record["id"]), api.IN_APPROVAL, locked=True)
    commit(as_system)
    relay(desk)
    found = api.changes_since(UnitOfWork(system_actor(desk.company.id), utc_now()), None)
    mine = sorted((each.version, each.change) for each in found.items if each.record_id == record["id"])
    assert mine == [(1, "created"), (2, "updated"), (3, "deleted"), (4, "restored"), (5, "state")]
    assert {each.form_id for each in found.items} == {desk.form_id}
    assert desk.boss.get(path).body["version"] == 5


def commit(work: UnitOfWork) -> None:
    from chalicelib.aws.table import table

    table().commit(work)


@pytest.mark.parametrize("kind", ["record", "record_entry", "record_history"])
def test_rows_of_a_record_name_its_form_beside_their_document(desk: Desk, kind: str) -> None:
    record = desk.filled(quote_values())
    changed = desk.change(record, customer="新").body
    desk.boss.delete(f"/v1/records/{record['id']}", changed["version"])
    rows = [item for item in desk.company.cloud.rows() if item["kind"]["S"] == kind]
    assert rows
    assert {item["form_id"]["S"] for item in rows} == {desk.form_id}
