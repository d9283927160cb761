"""Rules at every way in which a record is saved, and what must not be repeated together."""

from typing import Any

from ..conftest import Cloud
from ..directory.company import Browser, Company
from .budgets import Budgets
from .opportunity import NEEDS, filled, move, opportunity
from .quote import Desk, codes, field
from .sourcing import Trade, link, lookup

MESSAGE = {"act": "message", "fields": ["note"], "text": "底价以下不能报价"}


def rule(when: dict[str, Any], *then: dict[str, Any], rule_id: str = "r") -> dict[str, Any]:
    return {"id": rule_id, "when": when, "then": list(then)}


def test_who_may_not_read_what_a_rule_reads_is_refused_without_a_reason(company: Company) -> None:
    seller, _ = company.join("seller@east.example.cn", "seller")
    below = rule({"field": "floor", "op": "not_empty"}, MESSAGE)
    groups = [
        {"id": "boss", "audience": {"members": [company.boss_id]}, "rows": "all", "actions": ["edit"]},
        {"id": "others", "audience": "everyone", "rows": "all", "actions": ["edit"], "fields": {"floor": "hidden"}},
    ]
    fields = [field("note", "text", "说明"), field("floor", "number", "底价")]
    desk = Desk.open(company, {"name": "报价", "fields": fields, "access": {"groups": groups}})
    record = desk.filled({"note": "n", "floor": "5"})
    assert (
        desk.republish({"name": "报价", "fields": fields, "access": {"groups": groups}, "rules": [below]}).status == 200
    )
    told = desk.change(record, note="m")
    assert codes(told) == {"/values/note": "rule_message"}
    sent = {"values": {"note": "m"}}
    untold = seller.put(f"/v1/records/{record['id']}", sent, record["version"])
    assert codes(untold) == {"/values/note": "rule_refuses"}
    assert "底价以下" not in str(untold.body)


def test_two_records_with_the_same_values_together_are_refused_and_a_blank_is_not_compared(company: Company) -> None:
    fields = [field("customer", "text", "客户"), field("number", "text", "订单号"), field("day", "date", "日期")]
    form = {"name": "订单", "fields": fields}
    desk = Desk.open(company, form)
    first, second = (desk.filled({"customer": "华东", "number": "A-1"}) for _ in range(2))
    both = {"id": "u", "fields": ["customer", "number"]}
    assert desk.republish({**form, "unique_together": [both]}).status == 200
    # As with one field: what was there stays, and the first that is saved keeps the others from having the same.
    first = desk.change(first, day="2026-12-01").body
    refused = desk.change(second, day="2026-12-01")
    assert (refused.status, codes(refused)) == (409, {"/values/customer": "value_taken_together"})
    assert "客户, 订单号" in refused.body["detail"]
    assert desk.fill({"customer": "华东"}).status == desk.fill({"customer": "华东"}).status == 201
    assert desk.change(first, number="A-2").status == 200
    assert desk.change(second, day="2026-12-01").status == 200
    assert desk.fill({"customer": "华东", "number": "a-1"}).status == 409


def test_a_rule_reads_the_stage_in_which_a_record_stands_and_not_what_is_sent_for_it(company: Company) -> None:
    locked = rule({"field": "stage", "op": "eq", "value": NEEDS}, {"act": "readonly", "fields": ["amount"]})
    asked = rule({"field": "stage", "op": "eq", "value": NEEDS}, {"act": "require", "fields": ["contact"]}, rule_id="q")
    sales = Desk.open(company, {**opportunity(), "rules": [locked, asked]})
    record = filled(sales, amount="5")
    assert codes(move(sales.boss, record, NEEDS)) == {"/values/contact": "schema_required"}
    record = move(sales.boss, record, NEEDS, {"contact": "王工"}).body
    without = {name: value for name, value in record["values"].items() if name not in ("stage", "contact")}
    sent = sales.boss.put(f"/v1/records/{record['id']}", {"values": {**without, "amount": "9"}}, record["version"])
    assert codes(sent) == {"/values/contact": "schema_required"}
    assert sales.change(record, amount="9").body["values"]["amount"] == "5.00"


def test_a_link_that_a_rule_empties_takes_along_what_came_through_it(company: Company) -> None:
    trade = Trade.open(company)
    fields = [
        field("kind", "text", "类型"),
        link("customer", trade.forms["customers"]),
        lookup("level", "customer", "level", "live"),
    ]
    empty = rule(
        {"field": "kind", "op": "eq", "value": "内部"},
        {"act": "hide", "fields": ["customer"], "when_hidden": "clear"},
    )
    trade.publish("visits", fields, rules=[empty])
    customer = trade.fill("customers", name="华东阀门", level="a")["id"]
    assert trade.fill("visits", kind="外部", customer=customer)["values"]["level"] == "a"
    assert trade.fill("visits", kind="内部", customer=customer)["values"] == {"kind": "内部"}
    reads = rule({"field": "level", "op": "eq", "value": "a"}, {"act": "require", "fields": ["kind"]})
    assert codes(trade.attempt("visits", fields, rules=[reads])) == {"/rules/0/when/field": "rule_field_computed"}


def test_a_balance_is_taken_of_by_what_a_rule_fills_in(cloud: Cloud, browser: Browser) -> None:
    budgets = Budgets.open(cloud, browser)
    double = {"act": "set", "fields": ["total"], "value": {"formula": "LEN(what) * 60"}}
    draft = budgets.boss.get(f"/v1/forms/{budgets.purchases.form_id}").body["definition"]
    filled_in = rule({"field": "what", "op": "not_empty"}, double)
    assert budgets.purchases.republish({**draft, "rules": [filled_in]}).status == 200
    item = budgets.budgets.filled({"item": "办公", "amount": "100"})["id"]
    taken = budgets.purchases.filled({"what": "纸", "item": item, "total": "1"})
    assert taken["values"]["total"] == "60.00"
    refused = budgets.purchases.fill({"what": "笔", "item": item, "total": "1"})
    assert (refused.status, refused.code) == (409, "balance_short")
