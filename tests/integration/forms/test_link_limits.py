"""Links at their limits: many in one record, races, what is locked, and forms that lean on each other."""

import json
from typing import Any

import pytest

from app import tend_forms
from chalicelib.aws.table import table
from chalicelib.forms import api as forms
from chalicelib.kernel.actor import system_actor
from chalicelib.kernel.clock import utc_now
from chalicelib.kernel.errors import Contended
from chalicelib.kernel.unit_of_work import UnitOfWork

from ..directory.company import Company
from .linked import children, form, link, opened
from .quote import Desk, codes, field
from .test_unlinking import deleted
from .test_unlinking import forms as linked_forms


def told_of_children(company: Company) -> None:
    """The bus, by hand: what a transaction had no room for."""
    heard: set[str] = set()
    while fresh := [
        event
        for event in company.cloud.events()
        if event["type"] == "forms.ChildrenDeferred" and event["id"] not in heard
    ]:
        for event in fresh:
            body = json.dumps({"detail": event})
            assert tend_forms({"Records": [{"messageId": "1", "body": body}]}, None) == {"batchItemFailures": []}
            heard.add(event["id"])


def system_work(company: Company) -> UnitOfWork:
    return UnitOfWork(system_actor(company.id), utc_now())


def test_a_record_with_two_hundred_rows_of_products_stands_in_all_their_lists(company: Company) -> None:
    products = opened(company, "Products")
    ids = [products.filled({"name": f"{number}"})["id"] for number in range(120)]
    rows = {"columns": [link("product", products.form_id)]}
    desk = opened(company, "Orders", field("lines", "lines", "lines", options=rows))
    made = desk.filled({"name": "一", "lines": [{"product": ids[number % 120]} for number in range(200)]})
    assert len(children(company, desk, "lines.product")) < 120
    told_of_children(company)
    assert children(company, desk, "lines.product") == {each: {made["id"]: 1} for each in ids}
    less = desk.change(made, lines=[{"product": each} for each in ids[:3]])
    assert less.status == 200
    told_of_children(company)
    assert children(company, desk, "lines.product") == {each: {made["id"]: 2} for each in ids[:3]}


def test_entries_that_come_late_are_those_of_the_record_as_it_is_then(company: Company) -> None:
    products = opened(company, "Products")
    ids = [products.filled({"name": f"{number}"})["id"] for number in range(100)]
    rows = {"columns": [link("product", products.form_id)]}
    desk = opened(company, "Orders", field("lines", "lines", "lines", options=rows))
    made = desk.filled({"name": "一", "lines": [{"product": each} for each in ids]})
    assert deleted(desk, made).status == 204
    told_of_children(company)
    assert children(company, desk, "lines.product") == {}


def test_more_records_than_one_may_be_linked_to_are_refused_with_the_limit(company: Company) -> None:
    suppliers = opened(company, "Suppliers")
    links = [link(f"l{number}", suppliers.form_id, multiple=True) for number in range(9)]
    desk = opened(company, "Orders", *links)
    chosen = {f"l{number}": [f"{number}{each:025d}" for each in range(50)] for number in range(9)}
    refused = desk.fill(chosen)
    assert codes(refused) == {"/values": "too_many_links"}
    assert "400" in refused.body["errors"][0]["message"]


def test_what_is_locked_keeps_what_it_is_linked_to(company: Company) -> None:
    for on_delete in ("clear", "cascade"):
        customers, contacts = linked_forms(company, on_delete)
        east = customers.filled({"name": "东"})
        made = contacts.filled({"name": "张三", "customer": east["id"]})
        work = system_work(company)
        forms.set_state(work, forms.get_record(work, made["id"]), "approved", locked=True)
        table().commit(work)
        assert children(company, contacts, "customer") == {east["id"]: {made["id"]: 2}}
        refused = deleted(customers, east)
        assert codes(refused) == {f"/children/{contacts.form_id}/customer": "record_linked_locked"}


def test_two_changes_that_would_close_a_circle_together_do_not_both_pass(company: Company) -> None:
    made = company.boss.post("/v1/forms", form("Groups", field("name", "text", "name"))).body
    desk = Desk(company, made["id"])
    assert desk.republish(form("Groups", field("name", "text", "name"), link("above", desk.form_id))).status == 200
    one, two = desk.filled({"name": "一"}), desk.filled({"name": "二"})
    first, second = system_work(company), system_work(company)
    for work, record, above in ((first, one, two), (second, two, one)):
        changed = {"name": record["values"]["name"], "above": above["id"]}
        wired = _records().amend(work, forms.get_record(work, record["id"]), changed, "updated")
        assert wired.values["above"] == above["id"]
    table().commit(first)
    with pytest.raises(Contended):
        table().commit(second)


def _records() -> Any:
    from chalicelib.forms import wiring

    return wiring.records()


def test_the_way_up_is_bounded(company: Company) -> None:
    made = company.boss.post("/v1/forms", form("Groups", field("name", "text", "name"))).body
    desk = Desk(company, made["id"])
    assert desk.republish(form("Groups", field("name", "text", "name"), link("above", desk.form_id))).status == 200
    top: dict[str, Any] = {}
    for number in range(51):
        top = desk.filled({"name": f"{number}", **({"above": top["id"]} if top else {})})
    assert codes(desk.change(desk.filled({"name": "low"}), above=top["id"])) == {"/values/above": "link_too_deep"}


def test_conditions_and_columns_are_judged_beside_the_other_form(company: Company) -> None:
    suppliers = opened(company, "Suppliers", field("level", "number", "level"))
    bad = link(
        "supplier", suppliers.form_id, columns=["level", "gone"], filter={"field": "away", "op": "eq", "value": "1"}
    )
    made = company.boss.post("/v1/forms", form("Orders", field("name", "text", "name"), bad)).body
    checked = company.boss.post(f"/v1/forms/{made['id']}/check").body["problems"]
    assert {each["path"]: each["code"] for each in checked} == {
        "/fields/1/options/columns/1": "link_column",
        "/fields/1/options/filter/field": "link_filter_field",
    }


def test_a_field_that_a_link_of_another_form_uses_is_not_dropped(company: Company) -> None:
    level, phone, note = (field(each, "text", each) for each in ("level", "phone", "note"))
    suppliers = opened(company, "Suppliers", level, phone, note)
    chosen: dict[str, Any] = {"columns": ["phone"], "filter": {"field": "level", "op": "eq", "value": "A"}}
    orders = opened(company, "Orders", link("supplier", suppliers.form_id, **chosen))
    plain = form("Suppliers", field("name", "text", "name", indexed=True), title="{name}")
    refused = suppliers.republish(plain)
    assert [each["code"] for each in refused.body["errors"]] == ["field_used_by_link", "field_used_by_link"]
    assert "Orders" in refused.body["errors"][0]["message"]
    assert orders.republish(form("Orders", field("name", "text", "name", indexed=True), title="{name}")).status == 200
    draft = company.boss.get(f"/v1/forms/{suppliers.form_id}").body
    assert suppliers.publish(draft["version"]).status == 200
