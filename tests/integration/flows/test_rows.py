"""A transaction has a hundred rows: the largest form with the largest station still goes into one."""

import json
from typing import Any

import pytest

from app import tend_forms
from chalicelib.aws.table import TenantTable
from chalicelib.flows.engine.listing import MAX_LISTED_AT_ONCE
from chalicelib.kernel.unit_of_work import ROWS

from ..conftest import Cloud
from ..directory.company import Browser, Company
from ..forms.quote import Desk, field
from ..forms.test_attachments import issue, upload

RESERVE = 5
"""Rows that a later release may add without asking what else a decision writes."""


@pytest.fixture
def sizes(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many rows each transaction had."""
    found: list[int] = []
    write = TenantTable._write

    def counted(self: TenantTable, actions: Any, op: str) -> None:
        found.append(len(actions))
        write(self, actions, op)

    monkeypatch.setattr(TenantTable, "_write", counted)
    return found


def largest_form() -> dict[str, Any]:
    fields = [field(f"t{n}", "text", f"{n}", indexed=True, unique=True) for n in range(9)]
    serial = field("no", "serial", "编号", options={"template": "NO-{0000}"}, indexed=True)
    return {"name": "最大", "fields": [*fields, field("u", "text", "u", unique=True), serial]}


@pytest.fixture
def company(cloud: Cloud, browser: Browser) -> Company:
    return Company.found(cloud, browser)


@pytest.fixture
def everybody(company: Company) -> list[str]:
    """As many as one transaction lists."""
    return [company.join(f"m{n}@east.example.cn", f"m{n}")[1] for n in range(MAX_LISTED_AT_ONCE)]


def submitted(company: Company, *steps: dict[str, Any]) -> dict[str, Any]:
    desk = Desk.open(company, largest_form())
    made = company.boss.post("/v1/flows", {"form_id": desk.form_id, "name": "流程", "steps": list(steps)}).body
    published = company.boss.post(f"/v1/flows/{made['id']}/publish", headers={"If-Match": '"1"'})
    assert published.status == 200, published.body
    values = {f"t{n}": f"v{n}" for n in range(9)} | {"u": "v"}
    run = company.boss.post("/v1/runs", {"form_id": desk.form_id, "values": values})
    assert run.status == 201, run.body
    found: dict[str, Any] = run.body
    return found


def test_files_for_which_the_transaction_has_no_room_are_tied_soon_after(
    company: Company, everybody: list[str], sizes: list[int]
) -> None:
    form = largest_form()
    form["fields"] += [field(name, "attachment", name) for name in ("x", "y")]
    desk = Desk.open(company, form)
    steps = [approve(*everybody)]
    made = company.boss.post("/v1/flows", {"form_id": desk.form_id, "name": "流程", "steps": steps}).body
    company.boss.post(f"/v1/flows/{made['id']}/publish", headers={"If-Match": '"1"'})
    issued = [issue(desk, field=name) for name in ("x",) * 9 + ("y",) * 8]
    for each in issued:
        upload(desk, each)
    ids = [each.body["id"] for each in issued]
    sizes.clear()
    files = {"x": [{"id": each} for each in ids[:9]], "y": [{"id": each} for each in ids[9:]]}
    values = {f"t{n}": f"v{n}" for n in range(9)} | {"u": "v", **files}
    run = company.boss.post("/v1/runs", {"form_id": desk.form_id, "values": values})
    assert run.status == 201, run.body
    assert max(sizes) == ROWS
    (told,) = [event for event in company.cloud.events() if event["type"] == "forms.FilesDeferred"]
    assert 0 < len(told["data"]["files"]) < len(ids)
    answer = tend_forms({"Records": [{"messageId": "1", "body": json.dumps({"detail": told})}]}, None)
    assert answer == {"batchItemFailures": []}
    record = f"/v1/records/{run.body['record_id']}"
    assert {company.boss.get(f"{record}/attachments/{each}").status for each in ids} == {200}


def approve(*members: str) -> dict[str, Any]:
    asked = [{"type": "member", "members": list(members)}]
    return {"type": "approve", "id": "a", "name": "a", "mode": "any", "approvers": asked}


def test_submitting_to_as_many_as_are_listed_at_once(company: Company, everybody: list[str], sizes: list[int]) -> None:
    submitted(company, approve(*everybody))
    assert ROWS // 2 < max(sizes) <= ROWS - RESERVE


def test_an_approval_that_many_are_told_of(company: Company, everybody: list[str], sizes: list[int]) -> None:
    told = [{"type": "member", "members": everybody}]
    api, decider = company.join("decider@east.example.cn", "决定")
    run = submitted(company, approve(decider), {"type": "cc", "id": "cc", "name": "cc", "recipients": told})
    sizes.clear()
    task = api.get("/v1/todos").body["items"][0]["task_id"]
    decided = api.post(f"/v1/runs/{run['id']}/tasks/{task}/decide", {"decision": "approve", "opinion": ""})
    assert decided.body["status"] == "approved"
    assert ROWS // 2 < max(sizes) <= ROWS - RESERVE
