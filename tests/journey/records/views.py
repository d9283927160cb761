"""Saved views of a list: one's own, one that is shared, and what each shows to whom."""

import json
from typing import Any
from urllib.parse import quote

from tools.client import Person, apps

from ..checks import refused, same
from ..story import Story

FORM: dict[str, Any] = {
    "name": {"zh-CN": "询价", "en": "Inquiry"},
    "title": "{customer}",
    "list": ["customer", "kind", "amount"],
    "fields": [
        {"id": "customer", "type": "text", "name": {"zh-CN": "客户", "en": "Customer"}, "required": True},
        {
            "id": "kind",
            "type": "choice",
            "name": {"zh-CN": "类别", "en": "Kind"},
            "indexed": True,
            "options": {"choices": [{"value": "标准"}, {"value": "定制"}]},
        },
        {
            "id": "amount",
            "type": "money",
            "name": {"zh-CN": "金额", "en": "Amount"},
            "indexed": True,
            "options": {"currency": "CNY"},
        },
    ],
    "access": {"groups": [{"id": "leaders", "audience": {"members": ["$member:manager"]}, "rows": "all"}]},
}
LARGE = {"all": [{"field": "amount", "op": "gte", "value": "10000"}]}
BOARD: dict[str, Any] = {"name": "大额看板", "kind": "kanban", "by": "kind", "filter": LARGE, "sort": "-amount"}
AMOUNTS = {"华东阀门": "8000", "常州恒力": "12000", "宁波海天": "56000"}


def tell(story: Story) -> None:
    steps, company = story.steps, story.company
    boss, sales, manager = company.admin, company.people["sales"], company.people["manager"]
    with steps.step("a form with inquiries of a salesman"):
        form_id = apps.publish_form(boss.browser, company.filled(FORM))
        made = {
            customer: _filled(sales, form_id, {"customer": customer, "kind": "标准", "amount": amount})
            for customer, amount in AMOUNTS.items()
        }
    with steps.step("a personal view is kept, and nobody else learns of it"):
        path = f"/v1/forms/{form_id}/views"
        sales.browser.post(path, {**BOARD, "audience": "personal"}).expect(201)
        same("views of the salesman", [BOARD["name"]], _views(sales, form_id))
        same("views of the manager", [], _views(manager, form_id))
    with steps.step("who builds no forms shares no view"):
        refused(sales.browser.ask("POST", path, {**BOARD, "audience": "everyone"}), 403, "view_denied")
    with steps.step("a shared view shows each what they may read, no more"):
        shared = boss.browser.post(path, {**BOARD, "name": "全员看板", "audience": "everyone"}).expect(201).body
        wanted = [made["宁波海天"], made["常州恒力"]]
        for person in (sales, manager):
            same("the shared view", True, "全员看板" in _views(person, form_id))
            same("large inquiries", wanted, _listed(person, form_id, shared))
        same("the colleague, who may read none of them", [], _listed(company.people["colleague"], form_id, shared))
    with steps.step("a card is moved to another lane, and a move that was overtaken is refused"):
        lane = {"all": [*LARGE["all"], {"field": "kind", "op": "eq", "value": "定制"}]}
        values = {"customer": "宁波海天", "kind": "定制", "amount": "56000"}
        boss.browser.put(f"/v1/records/{made['宁波海天']}", {"values": values}, 1).expect(200)
        same("the lane", [made["宁波海天"]], _listed(boss, form_id, {**shared, "filter": lane}))
        answer = boss.browser.ask(
            "PUT", f"/v1/records/{made['宁波海天']}", {"values": values}, headers={"If-Match": '"1"'}
        )
        refused(answer, 412, "stale")


def _filled(by: Person, form_id: str, values: dict[str, Any]) -> str:
    return str(by.browser.post(f"/v1/forms/{form_id}/records", {"values": values}).expect(201).body["id"])


def _views(by: Person, form_id: str) -> list[str]:
    return [each["name"] for each in by.browser.get(f"/v1/forms/{form_id}/views").body["items"]]


def _listed(by: Person, form_id: str, view: dict[str, Any]) -> list[str]:
    query = f"filter={quote(json.dumps(view['filter']))}&sort={view['sort']}"
    answer = by.browser.get(f"/v1/forms/{form_id}/records?{query}")
    return [each["id"] for each in answer.body["items"]] if answer.status == 200 else []
