"""Rules: a discount needs a reason, a price below the floor is refused without a reason, no order is entered twice."""

from typing import Any

from tools.client import apps

from ..checks import refused, same
from ..story import Story
from .links import field, filled, form
from .lookups import CNY, changed

HIDDEN = {"audience": "everyone", "actions": ["edit"], "fields": {"floor": "hidden"}}
READS = {"groups": [{"id": rows, "rows": rows, **HIDDEN} for rows in ("all", "own")]}


def rule(rule_id: str, when: dict[str, Any], then: list[dict[str, Any]], **more: Any) -> dict[str, Any]:
    return {"id": rule_id, "when": when, "then": then, **more}


def tell(story: Story) -> None:
    steps, admin, sales = story.steps, story.company.admin.browser, story.company.people["sales"].browser
    with steps.step("a form has rules: a discount needs a reason, an express order has no date and a fixed freight"):
        kinds = [{"value": "usual", "name": "普通"}, {"value": "express", "name": "加急"}]
        express = {"field": "kind", "op": "eq", "value": "express"}
        rules = [
            rule("why", {"field": "discount", "op": "gt", "value": "0"}, [{"act": "show", "fields": ["reason"]}]),
            rule("must", {"formula": "discount > 0.1"}, [{"act": "require", "fields": ["reason"]}]),
            rule(
                "fast",
                express,
                [
                    {"act": "hide", "fields": ["day"], "when_hidden": "clear"},
                    {"act": "set", "fields": ["freight"], "value": {"formula": "price / 3"}},
                ],
                **{"else": [{"act": "readonly", "fields": ["freight"]}]},
            ),
            rule(
                "floor",
                {"formula": "price < floor"},
                [{"act": "message", "fields": ["price"], "text": "低于底价"}],
            ),
        ]
        order_form = apps.publish_form(
            admin,
            form(
                "销售订单",
                field("number", "text", "客户订单号"),
                field("kind", "choice", "类型", choices=kinds),
                field("price", "money", "价格", **CNY),
                field("floor", "money", "底价", **CNY),
                field("discount", "percent", "折扣"),
                field("reason", "text", "折扣原因"),
                field("day", "date", "交货日期"),
                field("freight", "money", "运费", **CNY),
                access=READS,
                rules=rules,
                unique_together=[{"id": "once", "fields": ["name", "number"]}],
            ),
        )
    with steps.step("what is hidden is not asked for, what is required is, whoever sends it"):
        place = f"/v1/forms/{order_form}/records"
        dear = {"name": "华东阀门", "number": "A-1", "price": "100", "discount": "0.2"}
        refused(sales.ask("POST", place, {"values": dear}), 422, "schema_required", "/values/reason")
        order = filled(sales, order_form, **dear, reason="老客户")
        same("freight of a usual order, which nobody may fill in", None, order["values"].get("freight"))
    with steps.step("an express order loses its date and gets its freight, whatever was sent for them"):
        values = changed(sales, order["id"], kind="express", day="2026-12-24", freight="1")["values"]
        same("date", None, values.get("day"))
        same("freight", "33.33", values["freight"])
    with steps.step("a price below the floor is refused; who may not see the floor is not told why"):
        changed(admin, order["id"], floor="90")
        now = sales.get(f"/v1/records/{order['id']}").body
        low = {"values": {**now["values"], "price": "80"}}
        answer = sales.ask("PUT", f"/v1/records/{order['id']}", low, headers={"If-Match": f'"{now["version"]}"'})
        refused(answer, 422, "rule_refuses", "/values/price")
    with steps.step("the same order of the same customer is not entered twice"):
        again = {"name": "华东阀门", "number": "ａ-1", "price": "100"}
        refused(sales.ask("POST", place, {"values": again}), 409, "value_taken_together", "/values/name")
        filled(sales, order_form, **{**again, "number": "A-2"})
