"""Records that were there before a column or an order was."""

import json
from typing import Any

from app import reindex, tend_forms

from ..jobs.worker import work_off_jobs
from .quote import Desk, quote_definition, quote_fields, quote_values


def sorted_by_contract() -> dict[str, Any]:
    fields = quote_fields()
    for each in fields:
        each["indexed"] = each["id"] in ("contract_no", "total")
    return quote_definition(fields=fields, list=["customer", "contract_no"])


def deliver(handler: Any, body: dict[str, Any]) -> None:
    answer = handler({"Records": [{"messageId": "1", "body": json.dumps(body)}]}, None)
    assert answer == {"batchItemFailures": []}


def run_jobs_of(desk: Desk) -> int:
    """The bus and the worker, by hand: how many jobs were started for the newest version."""
    before = len(jobs_of(desk))
    published = [event for event in desk.company.cloud.events() if event["type"] == "forms.FormPublished"]
    deliver(tend_forms, {"detail": published[-1]})
    work_off_jobs(desk.company.cloud)
    return len(jobs_of(desk)) - before


def jobs_of(desk: Desk) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = desk.boss.get("/v1/jobs").body["items"]
    return found


def test_older_records_enter_a_new_order_and_column(desk: Desk) -> None:
    for number in range(12):
        desk.filled(quote_values(f"客户{number:02d}", contract_no=f"HT-{99 - number}"))
    assert desk.republish(sorted_by_contract()).status == 200
    waiting = desk.listed("?sort=contract_no")
    assert (waiting.status, waiting.code) == (409, "list_building")
    assert len(desk.customers()) == 12
    newest = desk.filled(quote_values("新客户", contract_no="HT-50"))
    assert run_jobs_of(desk) == 1
    (job,) = jobs_of(desk)
    assert (job["state"], job["done"], job["failed"], job["subject"]["name"]) == ("done", 13, 0, "Quote")
    assert desk.customers("?sort=contract_no") == ["新客户", *(f"客户{number:02d}" for number in reversed(range(12)))]
    card = desk.listed("?sort=@created_at&limit=1").body["items"][0]
    assert card["values"]["contract_no"] == "HT-99"
    record = desk.boss.get(f"/v1/records/{card['id']}").body
    assert (record["version"], card["version"]) == (2, 2)
    assert desk.change(record, contract_no="HT-1").status == 200
    assert desk.customers("?sort=contract_no&limit=1") == ["客户00"]
    assert desk.boss.delete(f"/v1/records/{newest['id']}", 1).status == 204
    assert len(desk.customers("?sort=contract_no")) == 12


def test_an_empty_form_has_nothing_to_wait_for(desk: Desk) -> None:
    assert desk.republish(sorted_by_contract()).status == 200
    assert desk.listed("?sort=contract_no").status == 200
    assert run_jobs_of(desk) == 0


def test_a_newer_version_takes_over(desk: Desk) -> None:
    desk.filled(quote_values(contract_no="HT-1"))
    assert desk.republish(sorted_by_contract()).status == 200
    old = [event for event in desk.company.cloud.events() if event["type"] == "forms.FormPublished"][-1]
    later = sorted_by_contract()
    later["list"] = ["customer", "valid_until"]
    assert desk.republish(later).status == 200
    deliver(tend_forms, {"detail": old})
    assert desk.listed("?sort=contract_no").code == "list_building"
    assert run_jobs_of(desk) == 1
    assert desk.customers("?sort=contract_no") == ["华东阀门"]


def test_one_record_that_cannot_be_entered_holds_up_neither_the_others_nor_the_list(desk: Desk) -> None:
    """It is larger than a row may be now."""
    records = [desk.filled(quote_values(f"客户{number:02d}", contract_no=f"HT-{number}")) for number in range(30)]
    stuck = records[3]["id"]
    table = desk.company.cloud.boto("dynamodb")
    (row,) = [
        each
        for each in desk.company.cloud.rows()
        if each["pk"]["S"].endswith(f"#record#{stuck}") and each["sk"]["S"] == "state"
    ]
    doc = json.loads(row["doc"]["S"])
    doc["values"]["customer"] = "x" * 391_000
    table.put_item(TableName="banli-test", Item={**row, "doc": {"S": json.dumps(doc)}})
    assert desk.republish(sorted_by_contract()).status == 200
    published = [event for event in desk.company.cloud.events() if event["type"] == "forms.FormPublished"]
    deliver(tend_forms, {"detail": published[-1]})

    work_off_jobs(desk.company.cloud)

    (job,) = jobs_of(desk)
    assert (job["state"], job["done"], job["failed"]) == ("done", 29, 1)
    (failure,) = desk.boss.get(f"/v1/jobs/{job['id']}").body["log"]
    assert (failure["code"], failure["item"]) == ("too_large", records[3]["title"])
    assert len(desk.customers("?sort=contract_no&limit=100")) == 29
    assert len(desk.customers("?limit=100")) == 30


def test_a_message_of_an_earlier_release_starts_the_job(desk: Desk) -> None:
    """It may be half way: the job begins at the first record, and those that are entered already stay as they are."""
    made = desk.filled(quote_values(contract_no="HT-1"))
    assert desk.republish(sorted_by_contract()).status == 200
    message = {"tenant_id": desk.company.id, "form_id": desk.form_id, "version": 2}
    deliver(reindex, {**message, "after": made["id"]})
    deliver(reindex, {**message, "after": "@own_bin"})
    work_off_jobs(desk.company.cloud)
    assert [job["state"] for job in jobs_of(desk)] == ["done"]
    assert desk.customers("?sort=contract_no") == ["华东阀门"]
    deliver(reindex, {**message, "after": ""})
    deliver(reindex, {**message, "after": "", "record_id": made["id"]})
    assert len(jobs_of(desk)) == 1
