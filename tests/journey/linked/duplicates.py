"""Duplicate rules: a customer that somebody else has, written in another way, is refused; leads and customers meet."""

from typing import Any

from tools.client import apps

from ..checks import refused, same
from ..story import Story
from .links import field, filled, form

HENGLI = "常州恒力液压有限公司"
OTHERWISE = "常州恒力液压 (有限公司)"
OWN = {"groups": [{"id": "own", "audience": "everyone", "rows": "own", "actions": ["edit", "delete"], "fields": {}}]}


def tell(story: Story) -> None:
    steps, company = story.steps, story.company
    admin, sales = company.admin.browser, company.people["sales"].browser
    with steps.step("customers are compared by the names of companies, with leads, too"):
        lead_form = apps.publish_form(admin, form("线索", access=OWN))
        rule = {"id": "same", "name": "客户查重", "fields": [{"field": "name", "as": "company"}]}
        rule["across"] = [{"form": lead_form, "fields": ["name"]}]
        customers = form("客户", field("phone", "phone", "电话"), access=OWN, duplicates=[rule])
        customer_form = apps.publish_form(admin, customers)
        filled(admin, customer_form, name=HENGLI)
        masked = f"{_name(story)[0]}*"
    with steps.step("sales fill in the same company: refused in both forms, and told only that there is one and whose"):
        for form_id in (customer_form, lead_form):
            answer = sales.ask("POST", f"/v1/forms/{form_id}/records", {"values": {"name": OTHERWISE}})
            refused(answer, 409, "duplicate_found_unseen", "/values/name")
            same("what is told", f"已存在，负责人 {masked}", answer.body["detail"])
            same("params", {"owner": masked, "rule": "客户查重"}, answer.body["params"])
    with steps.step("while they fill in, the same is told before anything is saved"):
        found = _matches(sales, lead_form, OTHERWISE)
        same("matches", [{"policy": "block", "readable": False, "owner": masked}], [_told(each) for each in found])
        same("of another company", [], _matches(sales, lead_form, "常州恒立液压有限公司"))
    with steps.step("who may read the customer is led to it"):
        (match,) = _matches(admin, lead_form, OTHERWISE)
        same("the record", (True, HENGLI), (match["readable"], match["title"]))


def _name(story: Story) -> str:
    return str(story.company.admin.browser.get("/v1/me").expect(200).body["name"])


def _matches(by: Any, form_id: str, name: str) -> list[dict[str, Any]]:
    answer = by.post(f"/v1/forms/{form_id}/duplicates", {"values": {"name": name}}).expect(200)
    return list(answer.body["matches"])


def _told(match: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in match.items() if name not in ("rule", "name", "fields")}
