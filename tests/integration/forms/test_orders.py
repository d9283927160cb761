"""When a record changed and when its state did: what moves them, and lists in their order, also of an older form."""

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from app import tend_forms
from chalicelib.aws.table import table
from chalicelib.forms import api as forms
from chalicelib.kernel.actor import Actor
from chalicelib.kernel.unit_of_work import UnitOfWork

from ..conftest import Answer, Api
from ..jobs.worker import work_off_jobs
from .quote import Desk, quote_values
from .test_lists import where

Move = Callable[..., dict[str, Any]]
NEXT_WEEK = datetime.now(UTC) + timedelta(days=7)
LATER = NEXT_WEEK.isoformat("T", "milliseconds").replace("+00:00", "Z")


@pytest.fixture
def move(desk: Desk) -> Move:
    """What a flow does with a record, a week from now."""

    def moved(record: dict[str, Any], state: str, *, locked: bool = False, by: str = "") -> dict[str, Any]:
        work = UnitOfWork(Actor(desk.company.id, by or desk.company.boss_id, "王总"), NEXT_WEEK)
        forms.set_state(work, forms.get_record(work, record["id"]), state, locked=locked)
        table().commit(work)
        found: dict[str, Any] = desk.boss.get(f"/v1/records/{record['id']}").body
        return found

    return moved


@pytest.mark.parametrize("state", ["in_approval", "approved", "rejected", "withdrawn"])
def test_a_change_of_state_is_a_change(desk: Desk, move: Move, state: str) -> None:
    record = desk.filled()
    decider = desk.company.join("li@east.example.cn", "小李")[1]
    after = move(record, state, locked=state == "approved", by=decider)
    assert after["updated_at"] == after["state_at"] == LATER > record["updated_at"]
    assert after["updated_by"] == decider
    assert desk.customers(f"?filter={where(('@state_at', 'gte', LATER))}") == ["华东阀门"]
    assert desk.customers(f"?filter={where(('@updated_at', 'lt', LATER))}") == []
    card = desk.listed().body["items"][0]
    assert (card["state_at"], card["updated_at"], card["updated_by"]) == (LATER, LATER, decider)


def test_a_lock_alone_is_a_change_of_no_state(desk: Desk, move: Move) -> None:
    record = desk.filled()
    after = move(record, "active", locked=True)
    assert (after["updated_at"], after["state_at"]) == (LATER, record["state_at"])


def test_what_changes_nothing_moves_nothing(desk: Desk, move: Move) -> None:
    record = desk.filled()
    after = move(record, "active")
    assert (after["updated_at"], after["state_at"]) == (record["updated_at"], record["state_at"])


def test_a_changed_value_leaves_the_moment_of_the_state(desk: Desk) -> None:
    record = desk.filled()
    changed = desk.change(record, customer="改").body
    assert changed["state_at"] == record["state_at"]
    assert changed["updated_at"] > record["updated_at"]


def test_a_restored_record_has_changed(desk: Desk) -> None:
    record = desk.filled()
    assert desk.boss.delete(f"/v1/records/{record['id']}", 1).status == 204
    restored = desk.boss.post(f"/v1/records/{record['id']}/restore").body
    assert restored["updated_at"] > record["updated_at"]
    assert desk.customers("?sort=-@updated_at") == ["华东阀门"]


@pytest.mark.parametrize("who", ["boss", "member"])
def test_lists_follow_both_moments(desk: Desk, move: Move, who: str) -> None:
    by = desk.boss if who == "boss" else desk.company.join("li@east.example.cn", "小李")[0]
    one, two, three = (desk.filled(quote_values(name), by=by) for name in "一二三")
    assert desk.change(one, by=by, customer="一改").status == 200
    move(two, "approved")
    for sort, expected in {
        "@updated_at": ["三", "一改", "二"],
        "-@updated_at": ["二", "一改", "三"],
        "@state_at": ["一改", "三", "二"],
        "-@state_at": ["二", "三", "一改"],
    }.items():
        assert desk.customers(f"?sort={sort}", by=by) == expected
        assert paged(desk, sort, by) == expected
    since = where(("@state_at", "gte", LATER), ("@state", "eq", "approved"))
    assert desk.customers(f"?sort=-@state_at&filter={since}", by=by) == ["二"]
    assert desk.boss.delete(f"/v1/records/{three['id']}", 1).status == 204
    assert desk.customers("?sort=@updated_at", by=by) == ["一改", "二"]


def paged(desk: Desk, sort: str, by: Api) -> list[str]:
    found, cursor = [], ""
    while True:
        page = desk.listed(f"?limit=1&sort={sort}{cursor}", by=by).body
        found += [card["values"]["customer"] for card in page["items"]]
        if page["next_cursor"] is None:
            return found
        cursor = f"&cursor={page['next_cursor']}"


# -- records and forms as the release before wrote them


NEW = ("state_at", "ordered", "schema", "owner", "owner_department", "visible")
"""Attributes that the release before did not write."""


def as_before(desk: Desk) -> None:
    """Take out of the table whatever only this release writes, and point at each record in its maker's list."""
    client = desk.company.cloud.boto("dynamodb")
    for item in desk.company.cloud.rows(f"T#{desk.company.id}#"):
        place = {"pk": item["pk"], "sk": item["sk"]}
        name = item["pk"]["S"]
        if "#bin#" in name or "#visible#" in name or name.endswith(("@updated_at", "@state_at")):
            client.delete_item(TableName="banli-test", Key=place)
            continue
        doc = json.loads(item["doc"]["S"])
        doc = {name: value for name, value in doc.items() if name not in NEW}
        if item["kind"]["S"] == "record":
            pointed = {"pk": {"S": f"T#{desk.company.id}#seen#{doc['form_id']}#{doc['created_by']}"}}
            seen = {**item, **pointed, "sk": {"S": doc["id"]}, "kind": {"S": "record_seen"}, "doc": {"S": "{}"}}
            client.put_item(TableName="banli-test", Item=seen)
            doc["index"] = {name: key for name, key in doc["index"].items() if not name.startswith("@")}
        client.put_item(TableName="banli-test", Item={**item, "doc": {"S": json.dumps(doc)}})


def run_queue(desk: Desk) -> None:
    """The bus and the queue, by hand."""
    cloud = desk.company.cloud
    told = [event for event in cloud.events() if event["type"] == "forms.EntriesMissed"]
    assert len(told) == 1
    deliver(tend_forms, {"detail": told[0]})
    work_off_jobs(cloud)


def deliver(handler: Any, body: dict[str, Any]) -> None:
    answer = handler({"Records": [{"messageId": "1", "body": json.dumps(body)}]}, None)
    assert answer == {"batchItemFailures": []}


def building(answer: Answer) -> bool:
    return (answer.status, answer.code) == (409, "list_building")


def test_an_older_record_is_read_and_changed(desk: Desk, move: Move) -> None:
    record = desk.filled()
    as_before(desk)
    read = desk.boss.get(f"/v1/records/{record['id']}").body
    assert read == record | {"state_at": record["updated_at"]}
    assert desk.listed().body["items"][0]["state_at"] == record["updated_at"]
    assert desk.customers(f"?filter={where(('@state_at', 'eq', record['updated_at']))}") == ["华东阀门"]
    changed = desk.change(read, customer="改").body
    assert changed["state_at"] == record["updated_at"]
    assert move(record, "approved")["state_at"] == LATER


def test_an_older_form_is_put_in_order_when_somebody_asks(desk: Desk) -> None:
    records = [desk.filled(quote_values(f"客户{number:02d}")) for number in range(25)]
    as_before(desk)
    assert desk.change(records[3], customer="改").status == 200
    for _ in range(2):
        assert building(desk.listed("?sort=-@updated_at"))
    assert len(desk.customers("?limit=100")) == 25
    run_queue(desk)
    newest = desk.customers("?sort=-@updated_at&limit=100")
    assert (newest[0], len(newest)) == ("改", 25)
    assert len(desk.customers("?sort=@state_at&limit=100")) == 25


def test_ones_own_older_deleted_records_are_found(desk: Desk) -> None:
    li, _ = desk.company.join("li@east.example.cn", "小李")
    for number, by in enumerate((li, desk.boss) * 12):
        record = desk.filled(quote_values(f"客户{number:02d}"), by=by)
        assert by.delete(f"/v1/records/{record['id']}", 1).status == 204
    as_before(desk)
    bin_path = f"/v1/forms/{desk.form_id}/bin?limit=100"
    assert building(li.get(bin_path))
    assert len(desk.boss.get(bin_path).body["items"]) == 24
    run_queue(desk)
    assert len(li.get(bin_path).body["items"]) == 12
    restored = li.get(bin_path).body["items"][0]
    assert li.post(f"/v1/records/{restored['id']}/restore").status == 200
    assert len(li.get(bin_path).body["items"]) == 11


def test_whoever_may_not_read_all_needs_no_order_to_be_there(desk: Desk) -> None:
    li, _ = desk.company.join("li@east.example.cn", "小李")
    desk.filled(by=li)
    desk.filled()
    as_before(desk)
    assert desk.customers("?sort=-@updated_at", by=li) == ["华东阀门"]
