"""Roll-ups over HTTP: what a customer shows of its orders, and that it is right whatever happens to them."""

import random

import pytest

from ..conftest import Answer
from ..directory.company import Company
from .quote import Desk, codes, formula
from .rolled import Sales, rollup


@pytest.fixture
def sales(company: Company) -> Sales:
    return Sales.open(company)


def shown(values: dict[str, object], *names: str) -> list[object]:
    return [values.get(name) for name in names]


def names(answer: Answer) -> list[str]:
    assert answer.status == 200, answer.body
    return [each["values"]["name"] for each in answer.body["items"]]


def test_a_customer_shows_what_its_orders_come_to(sales: Sales) -> None:
    customer = sales.customer()
    sales.order(customer, "100", name="first", stage="done", product="A", day="2026-11-01", lines=[{"pieces": "2"}])
    sales.order(customer, "50", name="last", product="a", day="2026-12-01", lines=[{"pieces": "1"}, {"pieces": "4"}])
    sales.order(customer, "0.05", name="middle", product="B", day="2026-11-15")
    found = sales.values(customer)
    assert shown(found, "orders", "sum", "done", "mean") == ["3", "150.05", "100.00", "50.02"]
    assert shown(found, "least", "most", "kinds") == ["0.05", "100.00", "2"]
    assert shown(found, "last", "first", "pieces", "free") == ["last", "first", "7", "849.95"]


def test_a_new_customer_has_no_orders_and_all_its_credit(sales: Sales) -> None:
    customer = sales.customer()
    found = sales.record(customer)
    assert shown(found["values"], "orders", "sum", "kinds", "pieces") == ["0", "0.00", "0", "0"]
    assert shown(found["values"], "mean", "least", "most", "last") == [None] * 4
    assert found["values"]["free"] == "1000.00"
    assert (found["rollups_pending"], bool(found["rollups_at"])) == ([], True)


def test_an_order_that_arrives_refuses_nobody_who_edits_the_customer(sales: Sales) -> None:
    customer = sales.customer()
    sales.order(customer, "100")
    assert sales.values(customer)["sum"] == "100.00"
    changed = sales.customers.change(customer, credit="500")
    assert (changed.status, changed.body["version"]) == (200, 2)
    assert shown(changed.body["values"], "sum", "free") == ["100.00", "400.00"]
    history = sales.company.boss.get(f"/v1/records/{customer['id']}/history").body["items"][0]
    assert [each["field"] for each in history["changes"]] == ["credit", "free"]


def test_lists_show_sort_and_filter_by_figures(sales: Sales) -> None:
    small, large, none = sales.customer("small"), sales.customer("large"), sales.customer("none")
    sales.order(small, "10")
    sales.order(large, "900")
    sales.bus.settle()
    assert names(sales.customers.listed("?sort=-sum")) == ["large", "small", "none"]
    assert names(sales.customers.listed("?sort=free")) == ["large", "small", "none"]
    test = '{"all":[{"field":"orders","op":"gte","value":1},{"field":"sum","op":"lt","value":"500"}]}'
    assert names(sales.customers.listed(f"?filter={test}")) == ["small"]
    card = sales.customers.listed("?sort=-sum&limit=1").body["items"][0]
    assert shown(card["values"], "orders", "sum", "free") == ["1", "900.00", "100.00"]
    assert card["version"] == 1
    for customer in (small, large, none):
        entries = sales.entries(customer)
        assert len({str(each) for each in entries}) == 1
        assert len(entries) == len({"@created_at", "@updated_at", "@state_at", "orders", "sum", "free"}) + 2


def test_an_order_that_moves_leaves_one_customer_for_the_other(sales: Sales) -> None:
    first, second = sales.customer("first"), sales.customer("second")
    order = sales.order(first, "100", name="moved", day="2026-11-01", product="A")
    sales.order(first, "30", name="stays", day="2026-10-01", product="A")
    sales.bus.settle()
    assert sales.orders.change(order, customer=second["id"]).status == 200
    assert shown(sales.values(first), "orders", "sum", "most", "last", "kinds") == ["1", "30.00", "30.00", "stays", "1"]
    assert shown(sales.values(second), "orders", "sum", "last", "kinds") == ["1", "100.00", "moved", "1"]


def test_an_order_counts_while_it_is_there_and_meets_the_condition(sales: Sales) -> None:
    customer = sales.customer()
    order = sales.order(customer, "100", stage="done")
    assert shown(sales.values(customer), "orders", "done") == ["1", "100.00"]
    opened = sales.orders.change(order, stage="open").body
    assert shown(sales.values(customer), "orders", "done", "sum") == ["1", "0.00", "100.00"]
    assert sales.company.boss.delete(f"/v1/records/{order['id']}", opened["version"]).status == 204
    assert shown(sales.values(customer), "orders", "done", "sum", "most") == ["0", "0.00", "0.00", None]
    assert sales.company.boss.post(f"/v1/records/{order['id']}/restore").status == 200
    assert shown(sales.values(customer), "orders", "sum", "most") == ["1", "100.00", "100.00"]


def test_a_customer_in_the_bin_goes_on_counting(sales: Sales) -> None:
    customer, other = sales.customer(), sales.customer("other")
    order = sales.order(customer, "100")
    sales.bus.settle()
    assert sales.orders.change(order, customer=other["id"]).status == 200
    path = f"/v1/records/{customer['id']}"
    assert sales.company.boss.delete(path, 1).status == 204
    assert len(sales.entries(customer)) == len(("the bin", "one's own bin"))
    sales.bus.settle()
    assert len(sales.entries(customer)) == len(("the bin", "one's own bin"))
    assert sales.company.boss.post(f"{path}/restore").status == 200
    assert shown(sales.values(customer), "orders", "sum", "free") == ["0", "0.00", "1000.00"]
    assert names(sales.customers.listed("?sort=-sum")) == ["other", "华东"]


def test_events_that_come_twice_late_and_in_any_order_end_at_the_same_figures(sales: Sales) -> None:
    first, second = sales.customer("first"), sales.customer("second")
    luck = random.Random(7)
    orders = [sales.order(first, str(number), name=str(number), product=str(number % 3)) for number in range(1, 9)]
    for number, order in enumerate(orders):
        if number % 3 == 0:
            orders[number] = sales.orders.change(order, customer=second["id"]).body
        if number % 4 == 1:
            orders[number] = sales.orders.change(orders[number], amount="1000").body
    told = sales.bus.waiting() * 2
    luck.shuffle(told)
    sales.bus.deliver(told)
    assert shown(sales.values(first), "orders", "sum", "most", "least") == ["5", "2016.00", "1000.00", "3.00"]
    assert shown(sales.values(second), "orders", "sum", "most", "least") == ["3", "12.00", "7.00", "1.00"]


def test_a_roll_up_of_orders_that_are_there_already_is_counted_by_a_job(sales: Sales) -> None:
    customer, other = sales.customer(), sales.customer("other")
    sales.order(customer, "100")
    sales.order(customer, "20")
    sales.bus.settle()
    grown = sales.definition(*sales.figures(), rollup("largest", sales.orders, "max", "amount", indexed=True))
    assert sales.customers.republish(grown).status == 200
    waiting = sales.record(customer)
    assert waiting["rollups_pending"] == ["largest"]
    assert "largest" not in waiting["values"]
    assert sales.customers.listed("?sort=largest").code == "list_building"
    sales.order(customer, "500")
    sales.bus.settle()
    assert "largest" not in sales.record(customer)["values"]
    sales.bus.tend()
    found = sales.record(customer)
    assert (found["rollups_pending"], found["values"]["largest"], found["values"]["sum"]) == ([], "500.00", "620.00")
    assert sales.record(other)["rollups_pending"] == []
    assert names(sales.customers.listed("?sort=-largest")) == ["华东", "other"]


def test_a_condition_that_changes_is_counted_anew(sales: Sales) -> None:
    customer = sales.customer()
    sales.order(customer, "100", stage="done")
    sales.order(customer, "20", stage="open")
    assert sales.values(customer)["done"] == "100.00"
    figures = sales.figures()
    figures[2]["options"]["where"] = {"field": "stage", "op": "eq", "value": "open"}
    assert sales.customers.republish(sales.definition(*figures)).status == 200
    assert "done" not in sales.record(customer)["values"]
    sales.bus.tend()
    assert sales.values(customer)["done"] == "20.00"


def test_figures_that_were_damaged_are_computed_anew_for_who_asks(sales: Sales) -> None:
    customer = sales.customer()
    order = sales.order(customer, "100")
    sales.bus.settle()
    sales.orders.change(order, amount="70")
    sales.bus.seen |= {each["id"] for each in sales.bus.waiting()}
    assert sales.values(customer)["sum"] == "100.00"
    answer = sales.company.boss.post(f"/v1/records/{customer['id']}/recompute")
    assert answer.status == 202, answer.body
    sales.bus.tend()
    assert shown(sales.values(customer), "orders", "sum", "least", "free") == ["1", "70.00", "70.00", "930.00"]
    again = sales.company.boss.post(f"/v1/records/{customer['id']}/recompute")
    assert again.body["job_id"] != answer.body["job_id"]


def test_a_region_rolls_up_what_its_customers_roll_up(sales: Sales) -> None:
    region_fields = [{"id": "name", "type": "text", "name": "name"}]
    regions = Desk.open(sales.company, {"name": "Regions", "fields": region_fields})
    link = {"id": "region", "type": "link", "name": "region", "options": {"forms": [regions.form_id]}}
    linked = sales.definition(*sales.figures())
    assert sales.customers.republish({**linked, "fields": [*linked["fields"], link]}).status == 200
    figures = [
        rollup("revenue", sales.customers, "sum", "sum", via="region"),
        rollup("free", sales.customers, "min", "free", via="region"),
    ]
    assert regions.republish({"name": "Regions", "fields": [*region_fields, *figures]}).status == 200
    region = regions.filled({"name": "华东区"})
    near, far = (
        sales.customers.filled({"name": name, "credit": "1000", "region": region["id"]}) for name in ("near", "far")
    )
    sales.order(near, "300")
    sales.order(far, "50")
    assert shown(sales.values(region), "revenue", "free") == ["350.00", "700.00"]


def test_what_cannot_be_rolled_up_is_told_where_it_is_declared(sales: Sales) -> None:
    wrong = [
        rollup("a", Desk(sales.company, "z" * 26), "count"),
        rollup("b", sales.orders, "count", via="nobody"),
        rollup("d", sales.orders, "sum", "name"),
        rollup("e", sales.orders, "last", "name", by="name"),
        rollup("f", sales.orders, "count", where={"field": "gone", "op": "eq", "value": "x"}),
        rollup("g", sales.orders, "count", where={"field": "day", "op": "lt", "value": {"relative": "today"}}),
        rollup("h", sales.orders, "distinct", "lines.pieces"),
    ]
    answer = sales.customers.republish(sales.definition(*wrong))
    assert codes(answer) == {
        "/fields/2/options/form": "rollup_form_unknown",
        "/fields/3/options/link": "rollup_link_unknown",
        "/fields/4/options/of": "rollup_field_unsuited",
        "/fields/5/options/by": "rollup_order_unsuited",
        "/fields/6/options/where/field": "rollup_where_field",
        "/fields/7/options/where/value": "rollup_where_moving",
        "/fields/8/options/of": "rollup_field_unsuited",
    }
    missing = sales.customers.republish(sales.definition(rollup("a", sales.orders, "sum", "gone")))
    assert codes(missing) == {"/fields/2/options/of": "rollup_field_unknown"}


def test_figures_that_depend_on_each_other_are_refused(company: Company) -> None:
    desk = Desk.open(company, {"name": "Parts", "fields": [{"id": "name", "type": "text", "name": "name"}]})
    above = {"id": "above", "type": "link", "name": "above", "options": {"forms": [desk.form_id]}}
    fields = [{"id": "name", "type": "text", "name": "name"}, above, {"id": "own", "type": "number", "name": "own"}]
    assert desk.republish({"name": "Parts", "fields": fields}).status == 200
    total = formula("total", "total", "own + below", "number")
    below = rollup("below", desk, "sum", "total", via="above")
    answer = desk.republish({"name": "Parts", "fields": [*fields, below, total]})
    assert codes(answer) == {"/fields/3": "rollup_cycle"}
    assert "Parts.below → Parts.total → Parts.below" in answer.body["errors"][0]["message"]
    steps = [rollup("s1", desk, "count", via="above")]
    steps += [rollup(f"s{number}", desk, "max", f"s{number - 1}", via="above") for number in (2, 3)]
    assert desk.republish({"name": "Parts", "fields": [*fields, *steps]}).status == 200
    steps.append(rollup("s4", desk, "max", "s3", via="above"))
    deeper = desk.republish({"name": "Parts", "fields": [*fields, *steps]})
    assert codes(deeper) == {"/fields/6": "rollup_too_deep"}


def test_a_formula_of_a_column_reads_no_roll_up(sales: Sales) -> None:
    share = {"id": "share", "type": "formula", "name": "share", "options": {"expression": "sum", "result": "number"}}
    table = {"id": "table", "type": "lines", "name": "table", "options": {"columns": [share]}}
    answer = sales.customers.republish(sales.definition(*sales.figures(), table, list=["name"]))
    assert "rollup_in_column" in codes(answer).values()
