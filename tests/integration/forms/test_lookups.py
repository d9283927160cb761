"""Values that a record pulls through from those it is linked to: copied when chosen, or followed."""

from typing import Any

import pytest

from chalicelib.aws.table import table
from chalicelib.forms import row_keys
from chalicelib.kernel.actor import system_actor
from chalicelib.kernel.clock import utc_now
from chalicelib.kernel.unit_of_work import UnitOfWork

from ..directory.company import Company
from .quote import codes, field
from .sourcing import Trade, lines_of, link, lookup


def with_table_row_gone(trade: Trade, record: dict[str, Any]) -> None:
    """As if its days in the bin were over."""
    work = UnitOfWork(system_actor(trade.company.id), utc_now())
    work.unindex(row_keys.record(record["id"]))
    table().commit(work)


@pytest.fixture
def trade(company: Company) -> Trade:
    return Trade.open(company)


def test_choosing_a_record_pulls_its_values_through_and_formulas_reckon_with_them(trade: Trade) -> None:
    customer = trade.fill("customers", name="华东阀门", level="a", region="上海")
    valve = trade.fill("products", name="球阀", price="45.50", unit="只")
    quote = trade.quoted(valve, customer=customer)
    assert (quote["values"]["level"], quote["values"]["region"]) == ("a", "上海")
    assert (lines_of(quote, "price"), lines_of(quote, "unit")) == (["45.50"], ["只"])
    assert (quote["values"]["total"], quote["values"]["urgent"]) == ("455.00", True)


def test_a_frozen_price_stays_when_the_product_becomes_dearer_and_a_refresh_brings_the_new_one(trade: Trade) -> None:
    valve = trade.fill("products", name="球阀", price="45.50")
    quote = trade.quoted(valve)
    trade.changed(valve, price="50.00")
    trade.settle()
    assert lines_of(trade.read(quote), "price") == ["45.50"]
    kept = trade.change(quote, lines=[{"product": valve["id"], "quantity": "20"}]).body
    assert (lines_of(kept, "price"), kept["values"]["total"]) == (["45.50"], "910.00")
    fresh = trade.change(quote, refresh=True).body
    assert (lines_of(fresh, "price"), fresh["values"]["total"]) == (["50.00"], "1000.00")
    history = trade.boss.get(f"/v1/records/{quote['id']}/history").body["items"][0]
    assert (history["action"], history["by_name"]) == ("updated", "王总")
    assert {"field": "lines/0/price", "before": "45.50", "after": "50.00"} in history["changes"]


def test_a_row_keeps_its_price_wherever_it_moves_and_a_new_or_another_product_brings_its_own(trade: Trade) -> None:
    valve, pump = (trade.fill("products", name=name, price=price) for name, price in (("阀", "10.00"), ("泵", "20.00")))
    quote = trade.quoted(valve, pump)
    trade.changed(valve, price="11.00")
    trade.changed(pump, price="22.00")
    rows = trade.read(quote)["values"]["lines"]
    moved = trade.change(quote, lines=[rows[1], rows[0], {"product": valve["id"], "quantity": "1"}]).body
    assert lines_of(moved, "price") == ["20.00", "10.00", "11.00"]
    other = trade.change(quote, lines=[{**rows[1], "product": valve["id"]}, rows[0]]).body
    assert lines_of(other, "price") == ["11.00", "10.00"]


def test_a_price_that_is_sent_is_ignored_and_a_cleared_link_clears_what_it_pulled(trade: Trade) -> None:
    customer = trade.fill("customers", name="华东阀门", level="a", region="上海")
    valve = trade.fill("products", name="球阀", price="45.50")
    quote = trade.quoted(valve, customer=customer)
    row = {**quote["values"]["lines"][0], "price": "0.01", "amount": "0.10"}
    assert lines_of(trade.change(quote, lines=[row]).body, "price") == ["45.50"]
    cleared = trade.change(quote, customer=None, lines=[{"quantity": "1"}]).body
    assert not {"level", "region"} & cleared["values"].keys()
    assert lines_of(cleared, "price") == [None]


def test_a_live_value_follows_with_its_formulas_its_order_and_its_history(trade: Trade) -> None:
    customer = trade.fill("customers", name="华东阀门", level="b", region="上海")
    other = trade.fill("customers", name="别家", level="b")
    quote, elsewhere = trade.quoted(customer=customer), trade.quoted(customer=other)
    trade.settle()
    trade.changed(customer, level="a", region="北京")
    trade.settle()
    followed = trade.read(quote)
    assert (followed["values"]["level"], followed["values"]["urgent"]) == ("a", True)
    assert followed["values"]["region"] == "上海"
    assert (followed["version"], trade.read(elsewhere)["version"]) == (2, 1)
    newest = trade.boss.get(f"/v1/records/{quote['id']}/history").body["items"][0]
    assert (newest["action"], newest["by"], [each["field"] for each in newest["changes"]]) == (
        "follows",
        "",
        ["level", "urgent"],
    )
    listed = trade.boss.get(f"/v1/forms/{trade.forms['quotes']}/records?sort=level").body["items"]
    assert [card["id"] for card in listed] == [quote["id"], elsewhere["id"]]
    asked = trade.boss.get(
        f'/v1/forms/{trade.forms["quotes"]}/records?filter=[{{"field":"level","op":"eq","value":"a"}}]'
    ).body["items"]
    assert [(card["id"], card["version"]) for card in asked] == [(quote["id"], 2)]
    trade.settle()
    assert trade.read(quote)["version"] == 2


def test_a_change_that_nobody_follows_tells_nobody(trade: Trade) -> None:
    customer = trade.fill("customers", name="华东阀门", level="b")
    trade.changed(customer, name="华东阀门厂", region="北京")
    told = [event["type"] for event in trade.company.cloud.events()]
    assert "forms.SourceChanged" not in told


def test_a_column_of_rows_follows_too(trade: Trade) -> None:
    valve, pump = (trade.fill("products", name=name, price="1.00", unit="只") for name in ("阀", "泵"))
    quote = trade.quoted(valve, pump)
    trade.changed(pump, unit="台")
    trade.settle()
    assert lines_of(trade.read(quote), "unit") == ["只", "台"]


def test_a_value_is_followed_through_two_forms(trade: Trade) -> None:
    trade.publish("orders", [link("quote", trade.forms["quotes"]), lookup("level", "quote", "level", "live")])
    customer = trade.fill("customers", name="华东阀门", level="b")
    order = trade.fill("orders", quote=trade.quoted(customer=customer)["id"])
    assert order["values"]["level"] == "b"
    shown = trade.boss.get(f"/v1/forms/{trade.forms['orders']}/published").body["definition"]["fields"][1]
    assert shown["options"]["source"]["type"] == "choice"
    trade.changed(customer, level="a")
    trade.settle()
    assert trade.read(order)["values"]["level"] == "a"


def test_a_record_in_the_bin_is_brought_up_to_date_when_it_comes_back(trade: Trade) -> None:
    customer = trade.fill("customers", name="华东阀门", level="b")
    quote = trade.quoted(customer=customer)
    assert trade.boss.delete(f"/v1/records/{quote['id']}", 1).status == 204
    trade.changed(customer, level="a")
    trade.settle()
    assert trade.boss.post(f"/v1/records/{quote['id']}/restore").status == 200
    trade.settle()
    assert trade.read(quote)["values"]["level"] == "a"


def test_older_records_take_over_what_a_new_version_follows(trade: Trade) -> None:
    customer = trade.fill("customers", name="华东阀门", level="b", region="上海")
    quote = trade.quoted(customer=customer)
    more = [lookup("place", "customer", "region", "live"), lookup("first", "customer", "region", "frozen")]
    trade.publish("quotes", [*trade.quote_fields(), *more])
    trade.settle()
    assert trade.read(quote)["values"]["place"] == "上海"
    assert "first" not in trade.read(quote)["values"]
    assert trade.change(quote, customer=customer["id"]).body["values"]["first"] == "上海"


def test_a_linked_record_that_is_in_the_bin_leaves_what_was_pulled(trade: Trade) -> None:
    customer = trade.fill("customers", name="华东阀门", level="a", region="上海")
    quote = trade.quoted(customer=customer)
    assert trade.boss.delete(f"/v1/records/{customer['id']}", 1).status in (204, 409)
    with_table_row_gone(trade, customer)
    kept = trade.change(quote, lines=[], refresh=True).body["values"]
    assert (kept["level"], kept["region"]) == ("a", "上海")


def test_the_form_shows_what_choosing_pulls_before_it_is_saved(trade: Trade) -> None:
    valve = trade.fill("products", name="球阀", price="45.50", unit="只")
    pump = trade.fill("products", name="泵", unit="台")
    customer = trade.fill("customers", name="华东阀门")
    path = f"/v1/forms/{trade.forms['quotes']}/links/lines.product/values?records="
    ids = ",".join((valve["id"], pump["id"], customer["id"], "0" * 26, "x"))
    shown = trade.boss.get(path + ids).body["values"]
    assert shown == {
        valve["id"]: {"lines.price": "45.50", "lines.unit": "只"},
        pump["id"]: {"lines.unit": "台"},
    }
    assert trade.boss.get(path.replace("lines.product", "nothing") + valve["id"]).body["values"] == {}


def test_a_stranger_to_the_linked_form_is_shown_nothing_of_it(trade: Trade) -> None:
    valve = trade.fill("products", name="球阀", price="45.50")
    li, _ = trade.company.join("li@east.example.cn")
    path = f"/v1/forms/{trade.forms['quotes']}/links/lines.product/values?records={valve['id']}"
    assert li.get(path).body["values"] == {}
    assert trade.boss.get(path + "&editing=" + "0" * 26).status == 404


def test_fields_that_cannot_be_pulled_are_refused_when_the_form_is_published(trade: Trade) -> None:
    products = trade.forms["products"]
    fields = [
        link("product", products),
        link("several", products, multiple=True),
        field("name", "text", "名称"),
        lookup("nothing", "gone", "price", "live"),
        lookup("text", "name", "price", "live"),
        lookup("many", "several", "price", "live"),
        lookup("missing", "product", "gone", "live"),
        link("quote", trade.forms["quotes"]),
        lookup("rows", "quote", "lines", "live"),
        lookup("record", "quote", "customer", "live"),
    ]
    refused = trade.attempt("broken", fields)
    assert refused.status == 422
    assert codes(refused) == {
        "/fields/3/options/link": "lookup_link",
        "/fields/4/options/link": "lookup_link",
        "/fields/5/options/link": "lookup_link_several",
        "/fields/6/options/from": "lookup_field",
        "/fields/8/options/from": "lookup_type",
        "/fields/9/options/from": "lookup_type",
    }


def test_forms_that_would_follow_each_other_in_a_circle_are_refused(trade: Trade) -> None:
    def fields(other: str, source: str) -> list[dict[str, object]]:
        return [field("name", "text", "名称"), link("other", other), lookup("echo", "other", source, "live")]

    trade.publish("first", [field("name", "text", "名称")])
    trade.publish("second", fields(trade.forms["first"], "name"))
    refused = trade.attempt("first", fields(trade.forms["second"], "echo"))
    assert codes(refused) == {}, "one way round is no circle"
    refused = trade.attempt("second", fields(trade.forms["first"], "echo"))
    assert codes(refused) == {"/fields/2/options/from": "lookup_cycle"}
