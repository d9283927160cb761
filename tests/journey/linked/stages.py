"""A deal goes through the stages of its pipeline: gates, back and forth, who may win it, and what the history says."""

import json
from datetime import datetime
from itertools import pairwise
from typing import Any
from urllib.parse import quote

from tools.client import Answer, Person, apps

from ..checks import refused, same
from ..story import Story

FIRST, NEEDS, OFFER, WON, LOST = "初步接洽", "需求确认", "方案报价", "赢单", "输单"
STAGES: list[dict[str, Any]] = [
    {"value": FIRST, "probability": 10, "sla_hours": 16, "to": [NEEDS, LOST]},
    {"value": NEEDS, "probability": 30, "to": [FIRST, OFFER, LOST]},
    {"value": OFFER, "probability": 60, "to": [NEEDS, WON, LOST], "required": ["amount"]},
    {"value": WON, "probability": 100, "kind": "won", "to": [], "movers": {"members": ["$member:manager"]}},
    {"value": LOST, "probability": 0, "kind": "lost", "to": [FIRST], "reason": "lost_why"},
]
FORM: dict[str, Any] = {
    "name": {"zh-CN": "商机", "en": "Opportunity"},
    "title": "{customer}",
    "list": ["customer", "stage", "amount"],
    "fields": [
        {"id": "customer", "type": "text", "name": {"zh-CN": "客户", "en": "Customer"}, "required": True},
        {"id": "amount", "type": "money", "name": {"zh-CN": "金额", "en": "Amount"}, "options": {"currency": "CNY"}},
        {"id": "lost_why", "type": "text", "name": {"zh-CN": "输单原因", "en": "Why it was lost"}},
        {
            "id": "stage",
            "type": "stage",
            "name": {"zh-CN": "阶段", "en": "Stage"},
            "indexed": True,
            "options": {"pipelines": [{"value": "sales", "stages": STAGES}], "amount": "amount"},
        },
    ],
    "access": {"groups": [{"id": "leaders", "audience": {"members": ["$member:manager"]}, "rows": "all"}]},
}


def tell(story: Story) -> None:
    steps, company = story.steps, story.company
    sales, manager = company.people["sales"], company.people["manager"]
    with steps.step("a form with a pipeline of five stages is published"):
        form_id = apps.publish_form(company.admin.browser, company.filled(FORM))
    with steps.step("a new deal begins at the first stage, with its time limit"):
        made = sales.browser.post(f"/v1/forms/{form_id}/records", {"values": {"customer": "恒远机械"}}).body
        record_id = made["id"]
        same("the first stage", FIRST, made["values"]["stage"])
        (state,) = _stages(sales, record_id)["fields"]
        same("it has a time limit", True, state["due_at"] > made["created_at"])
    with steps.step("saving does not move it, and no stage may be skipped"):
        changed = {"values": {"customer": "恒远机械", "stage": WON}}
        answer = sales.browser.ask("PUT", f"/v1/records/{record_id}", changed, headers={"If-Match": '"1"'})
        refused(answer, 422, "stage_by_moving", "/values/stage")
        refused(_move(sales, record_id, OFFER), 409, "stage_unreachable")
    with steps.step("the offer is refused with the missing field named, and taken with it"):
        _move(sales, record_id, NEEDS).expect(200)
        refused(_move(sales, record_id, OFFER), 422, "stage_required", "/values/amount")
        _move(sales, record_id, OFFER, {"amount": "120000"}).expect(200)
    with steps.step("back and forth, lost with a reason, opened again"):
        _move(sales, record_id, NEEDS).expect(200)
        _move(sales, record_id, OFFER).expect(200)
        refused(_move(sales, record_id, LOST), 422, "stage_required", "/values/lost_why")
        _move(sales, record_id, LOST, {"lost_why": "价格"}).expect(200)
        for to in (FIRST, NEEDS, OFFER):
            _move(sales, record_id, to).expect(200)
    with steps.step("who is not among those that may win it is refused, and told so before"):
        moves = {each["to"]: each["reason"] for each in _stages(sales, record_id)["fields"][0]["moves"]}
        same("why not", "stage_denied", moves[WON])
        refused(_move(sales, record_id, WON), 403, "stage_denied")
        _move(manager, record_id, WON).expect(200)
    with steps.step("the history has every stage, and its times add up"):
        _check_history(sales, record_id)
    with steps.step("the list finds it by its stage"):
        wanted = quote(json.dumps([{"field": "stage", "op": "eq", "value": WON}]))
        listed = f"/v1/forms/{form_id}/records?filter={wanted}"
        same("deals won", [record_id], [each["id"] for each in sales.browser.get(listed).body["items"]])


def _move(by: Person, record_id: str, to: str, values: dict[str, Any] | None = None) -> Answer:
    version = by.browser.get(f"/v1/records/{record_id}").version
    body = {"field": "stage", "to": to, "values": values or {}}
    return by.browser.ask("POST", f"/v1/records/{record_id}/stage", body, headers={"If-Match": f'"{version}"'})


def _stages(by: Person, record_id: str) -> dict[str, Any]:
    found: dict[str, Any] = by.browser.get(f"/v1/records/{record_id}/stages").body
    return found


def _check_history(by: Person, record_id: str) -> None:
    found = _stages(by, record_id)
    moves = list(reversed(found["items"]))
    walked = [FIRST, NEEDS, OFFER, NEEDS, OFFER, LOST, FIRST, NEEDS, OFFER, WON]
    same("stages entered", walked, [each["to"] for each in moves])
    same("stages left", ["", *walked[:-1]], [each["from"] for each in moves])
    same("numbers", list(range(1, len(walked) + 1)), [each["number"] for each in moves])
    same("the amount when it was won", "120000.00", moves[-1]["amount"])
    record = by.browser.get(f"/v1/records/{record_id}").body
    same("the first began when the record was made", record["created_at"], moves[0]["at"])
    (state,) = found["fields"]
    same("it stands where it went last", (WON, moves[-1]["at"]), (state["stage"], state["since"]))
    for before, after in pairwise(moves):
        spent = _seconds(before["at"], after["at"])
        same(f"seconds in {before['to']}", spent, after["seconds"])
        same("working time is part of it", True, 0 <= after["working_seconds"] <= after["seconds"] + 1)


def _seconds(start: str, end: str) -> int:
    return int((datetime.fromisoformat(end) - datetime.fromisoformat(start)).total_seconds())
