"""An accountant's month end: approved claims, their sums by kind, and a file whose figures are the same."""

import csv
import io
from decimal import Decimal
from typing import Any

import requests

from tools.client import Browser, apps

from ..checks import refused, same
from ..story import Story

CNY = {"currency": "CNY"}
SECONDS = 60
CLAIMS = (("差旅", "1280.50", True), ("差旅", "319.40", True), ("招待", "866.00", True), ("招待", "5000.00", False))
"""Kind and amount of each claim, and whether it is approved: 1,599.90 and 866.00 are, 2,465.90 in all."""
APPROVED = {"field": "@state", "op": "eq", "value": "approved"}
HIDDEN = {"amount": "hidden"}


def tell(story: Story) -> None:
    steps, admin = story.steps, story.company.admin.browser
    with steps.step("four expense claims are submitted, and three of them approved"):
        form_id = _claims(story)
    with steps.step("the approved claims come to 2,465.90: 1,599.90 for travel, 866.00 for guests"):
        asked = {"filter": APPROVED, "measures": [{"field": "amount", "function": "sum"}], "by": "kind"}
        found = admin.ask("POST", f"/v1/forms/{form_id}/records/aggregate", asked).expect(200).body
        same("how many and how much", (3, ["2465.90"], True), (found["count"], found["measures"], found["exact"]))
        groups = {each["label"]: each["measures"] for each in found["groups"]}
        same("by kind", {"差旅": ["1599.90"], "招待": ["866.00"]}, groups)
    with steps.step("the file of the same filter has the same claims, and their sum is the same"):
        rows = _exported(story, admin, form_id)
        same("the head", ["名称", "类别", "金额"], rows[0])
        same("the amounts", ["319.40", "866.00", "1280.50"], sorted((row[2] for row in rows[1:]), key=Decimal))
        same("their sum", Decimal("2465.90"), sum(Decimal(row[2]) for row in rows[1:]))
        same("a name that looks like a formula", 1, sum(row[0] == "'=1+1" for row in rows[1:]))
    with steps.step("who may not see amounts gets no sum of them, and no file with them"):
        sales = story.company.people["sales"].browser
        refused(sales.ask("POST", f"/v1/forms/{form_id}/records/aggregate", asked), 422, "list_invalid")
        body = {"format": "csv", "fields": ["amount"]}
        refused(sales.ask("POST", f"/v1/forms/{form_id}/exports", body), 422, "list_invalid")


def _claims(story: Story) -> str:
    company = story.company
    admin, manager = company.admin.browser, company.people["manager"].browser
    kinds = [{"value": each, "name": each} for each in ("差旅", "招待")]
    fields = [
        {"id": "name", "type": "text", "name": "名称"},
        {"id": "kind", "type": "choice", "name": "类别", "options": {"choices": kinds}},
        {"id": "amount", "type": "money", "name": "金额", "options": CNY},
    ]
    may = {"audience": "everyone", "fields": HIDDEN, "actions": ["export"]}
    groups = [{"id": each, "rows": each, **may} for each in ("own", "shared")]
    definition = {"name": "费用报销", "title": "{name}", "fields": fields, "access": {"groups": groups}}
    form_id = company.forms["claim"] = apps.publish_form(admin, definition)
    approvers = [{"type": "member", "members": ["$member:manager"]}]
    approve = {"type": "approve", "id": "manager", "name": "审批", "mode": "any", "approvers": approvers}
    apps.publish_flow(admin, company.filled({"form_id": "$form:claim", "name": "报销审批", "steps": [approve]}))
    for at, (kind, amount, approved) in enumerate(CLAIMS):
        values = {"name": "=1+1" if at == 0 else f"报销{at}", "kind": kind, "amount": amount}
        run = admin.post("/v1/runs", {"form_id": form_id, "values": values}).expect(201).body
        if approved:
            card = apps.todo_of(manager, run["id"]) or {}
            apps.decide(manager, run["id"], card["task_id"], "approve", "同意").expect(200)
    story.wait_until("three approved claims", lambda: _count(admin, form_id) == 3)
    return form_id


def _count(by: Browser, form_id: str) -> int:
    asked = {"filter": APPROVED, "measures": []}
    return int(by.ask("POST", f"/v1/forms/{form_id}/records/aggregate", asked).expect(200).body["count"])


def _exported(story: Story, by: Browser, form_id: str) -> list[list[str]]:
    body: dict[str, Any] = {
        "filter": APPROVED,
        "fields": ["name", "kind", "amount"],
        "format": "csv",
        "language": "zh-CN",
    }
    export = by.post(f"/v1/forms/{form_id}/exports", body).expect(202).body["id"]
    story.wait_until("the file", lambda: by.get(f"/v1/exports/{export}").body["state"] == "done")
    url = by.get(f"/v1/exports/{export}/file").expect(200).body["url"]
    text = requests.get(url, timeout=SECONDS).content.decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline="")))
