"""A customer and what its orders and follow-ups come to: every figure by its value, in the record and in lists."""

from collections.abc import Mapping
from typing import Any

from tools.client import Browser, apps

from ..checks import refused, same
from ..story import Story

CNY = {"currency": "CNY"}
EVERYBODY = {"id": "all", "name": "全体", "audience": "everyone", "rows": "all", "actions": ["edit", "delete"]}
Values = dict[str, Any]


def tell(story: Story) -> None:
    steps, admin = story.steps, story.company.admin.browser
    sales = story.company.people["sales"].browser
    with steps.step("a customer rolls up its orders and follow-ups"):
        forms = _build(admin)
    with steps.step("a new customer has no orders, and all its credit"):
        new = [{"name": name, "credit": "1000"} for name in ("华东阀门", "恒远机械")]
        near, far = (_made(sales, forms["customer"], values) for values in new)
        found = sales.get(f"/v1/records/{near}").body["values"]
        same("orders", ("0", "0.00", "1000.00"), (found["orders"], found["exposure"], found["free"]))
    with steps.step("count, conditional sum, average, least, greatest and the text of the last follow-up"):
        orders = _deal(sales, forms, near, far)
        _await(story, sales, near, {
            "orders": "3", "exposure": "450.05", "won": "300.00", "mean": "150.02", "least": "50.05", "most": "300.00",
            "said": "报价已发", "free": "549.95",
        })  # fmt: skip
    with steps.step("the list sorts by a sum, filters by a count, and shows a formula of it"):
        _lists(story, sales, forms["customer"], near, far)
    with steps.step("an order that moves leaves one customer for the other; one in the bin counts no more"):
        _move(sales, orders[0], far)
        _await(
            story, sales, near, {"orders": "2", "exposure": "150.05", "won": "0.00", "most": "100.00", "free": "849.95"}
        )
        _await(story, sales, far, {"orders": "2", "exposure": "320.00", "won": "300.00", "free": "680.00"})
        sales.delete(f"/v1/records/{orders[1]}", 1).expect(204)
        _await(story, sales, near, {"orders": "1", "exposure": "50.05", "mean": "50.05", "free": "949.95"})
    with steps.step("who edits the customer meanwhile is refused by none of it"):
        record = sales.get(f"/v1/records/{near}")
        same("version", 1, record.body["version"])
        sales.put(f"/v1/records/{near}", {"values": {**record.body["values"], "credit": "500"}}, 1).expect(200)
        _await(story, sales, near, {"free": "449.95"})
    with steps.step("a builder has a record's figures computed anew; others are refused"):
        refused(sales.ask("POST", f"/v1/records/{near}/recompute", {}), 403, "denied")
        job = admin.post(f"/v1/records/{near}/recompute", {}).expect(202).body["job_id"]
        story.wait_until("the job is done", lambda: admin.get(f"/v1/jobs/{job}").body["state"] == "done")
        _await(story, sales, near, {"orders": "1", "exposure": "50.05", "free": "449.95"})
    with steps.step("figures that depend on each other are refused with their path"):
        _circle(admin, forms)


def _build(admin: Browser) -> dict[str, str]:
    access = {"groups": [EVERYBODY]}
    own = [_field("name", "text", "名称"), _field("credit", "money", "信用额度", CNY)]
    customer = apps.publish_form(admin, {"name": "往来客户", "title": "{name}", "fields": own, "access": access})
    link = _field("customer", "link", "客户", {"forms": [customer]})
    stages = {"choices": [{"value": each} for each in ("洽谈", "赢单")]}
    order = [link, _field("amount", "money", "金额", CNY), _field("stage", "choice", "进展", stages)]
    note = [link, _field("said", "text", "内容"), _field("day", "date", "日期")]
    forms = {
        "customer": customer,
        "order": apps.publish_form(admin, {"name": "往来订单", "fields": order, "access": access}),
        "note": apps.publish_form(admin, {"name": "往来跟进", "fields": note, "access": access}),
    }
    free = _field("free", "formula", "可用额度", {"expression": "credit - exposure", "result": "money", **CNY})
    figures = [*_figures(forms), {**free, "indexed": True}]
    definition = {
        "name": "往来客户", "title": "{name}", "fields": [*own, *figures], "access": access,
        "list": ["name", "orders", "exposure", "free"],
    }  # fmt: skip
    _republish(admin, customer, definition).expect(200)
    return forms


def _figures(forms: Mapping[str, str]) -> list[Values]:
    orders = {"form": forms["order"], "link": "customer"}
    amounts = {**orders, "of": "amount"}
    won = {"field": "stage", "op": "eq", "value": "赢单"}
    said = {"form": forms["note"], "link": "customer", "function": "last", "of": "said", "by": "day"}
    return [
        {**_field("orders", "rollup", "订单数", {**orders, "function": "count"}), "indexed": True},
        {**_field("exposure", "rollup", "订单合计", {**amounts, "function": "sum"}), "indexed": True},
        _field("won", "rollup", "赢单合计", {**amounts, "function": "sum", "where": won}),
        _field("mean", "rollup", "平均", {**amounts, "function": "avg"}),
        _field("least", "rollup", "最小", {**amounts, "function": "min"}),
        _field("most", "rollup", "最大", {**amounts, "function": "max"}),
        _field("said", "rollup", "最近跟进", said),
    ]


def _deal(sales: Browser, forms: Mapping[str, str], near: str, far: str) -> list[str]:
    """Three orders and two follow-ups of the one, an order of the other; the ids of the first three."""
    dealt = [("300", "赢单"), ("100", "洽谈"), ("50.05", "洽谈")]
    made = [
        _made(sales, forms["order"], {"customer": near, "amount": amount, "stage": stage}) for amount, stage in dealt
    ]
    _made(sales, forms["order"], {"customer": far, "amount": "20", "stage": "洽谈"})
    for said, day in (("报价已发", "2026-11-20"), ("初次拜访", "2026-11-02")):
        _made(sales, forms["note"], {"customer": near, "said": said, "day": day})
    return made


def _lists(story: Story, sales: Browser, form_id: str, near: str, far: str) -> None:
    _await(story, sales, far, {"exposure": "20.00"})
    by_sum = sales.get(f"/v1/forms/{form_id}/records?sort=-exposure").body["items"]
    same("by their sum", [near, far], [each["id"] for each in by_sum])
    same("the formula in the list", "549.95", by_sum[0]["values"]["free"])
    several = '[{"field":"orders","op":"gte","value":"2"}]'
    filtered = sales.get(f"/v1/forms/{form_id}/records?filter={several}").body["items"]
    same("with several orders", [near], [each["id"] for each in filtered])


def _move(sales: Browser, order_id: str, customer_id: str) -> None:
    record = sales.get(f"/v1/records/{order_id}").body
    values = {"values": {**record["values"], "customer": customer_id}}
    sales.put(f"/v1/records/{order_id}", values, record["version"]).expect(200)


def _circle(admin: Browser, forms: Mapping[str, str]) -> None:
    draft = admin.get(f"/v1/forms/{forms['order']}").body
    link = _field("parent", "link", "上级", {"forms": [forms["order"]]})
    below = {"form": forms["order"], "link": "parent", "function": "sum", "of": "whole"}
    whole = _field("whole", "formula", "总额", {"expression": "amount + below", "result": "money", **CNY})
    fields = [*draft["definition"]["fields"], link]
    _republish(admin, forms["order"], {**draft["definition"], "fields": fields}).expect(200)
    fields += [_field("below", "rollup", "下级", below), whole]
    answer = _republish(admin, forms["order"], {**draft["definition"], "fields": fields})
    refused(answer, 422, "rollup_cycle", f"/fields/{len(fields) - 2}")


def _republish(admin: Browser, form_id: str, definition: Mapping[str, Any]) -> Any:
    path = f"/v1/forms/{form_id}"
    saved = admin.put(path, definition, admin.get(path).version).expect(200)
    return apps.publish(admin, path, saved.version)


def _field(identity: str, kind: str, name: str, options: Mapping[str, Any] | None = None) -> Values:
    return {"id": identity, "type": kind, "name": name, "options": dict(options or {})}


def _made(browser: Browser, form_id: str, values: Mapping[str, Any]) -> str:
    return str(browser.post(f"/v1/forms/{form_id}/records", {"values": values}).expect(201).body["id"])


def _await(story: Story, browser: Browser, record_id: str, wanted: Mapping[str, Any]) -> None:
    """Figures follow within seconds."""

    def shown() -> bool:
        values = browser.get(f"/v1/records/{record_id}").body["values"]
        return all(values.get(name) == value for name, value in wanted.items())

    story.wait_until(f"the record shows {dict(wanted)}", shown)
