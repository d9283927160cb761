"""Pulled-through values between people who may read different things, and between two who save at once."""

from collections.abc import Callable
from typing import Any

import pytest

from chalicelib.aws.table import table
from chalicelib.forms import wiring
from chalicelib.forms.domain.records import APPROVED, DRAFT, IN_APPROVAL
from chalicelib.forms.service.aspects.lookups import MOST_HELD
from chalicelib.kernel.actor import Actor
from chalicelib.kernel.clock import utc_now
from chalicelib.kernel.errors import Contended
from chalicelib.kernel.unit_of_work import UnitOfWork

from ..directory.company import Company
from .quote import CNY, codes, field
from .sourcing import Trade, link, lookup

HIDDEN = {"audience": "everyone", "actions": ["edit"], "fields": {"floor": "hidden"}}
ALL_BUT_FLOOR = {"access": {"groups": [{"id": rows, "rows": rows, **HIDDEN} for rows in ("all", "own")]}}


@pytest.fixture
def trade(company: Company) -> Trade:
    trade = Trade(company)
    prices = [field("price", "money", "单价", options=CNY), field("floor", "money", "底价", options=CNY)]
    trade.publish("products", [field("name", "text", "名称"), *prices], **ALL_BUT_FLOOR)
    trade.publish("offers", offer(trade), **ALL_BUT_FLOOR)
    return trade


def offer(trade: Trade) -> list[dict[str, Any]]:
    product = link("product", trade.forms["products"])
    return [
        product,
        lookup("price", "product", "price", "frozen"),
        lookup("floor", "product", "floor", "live"),
        field("note", "text", "备注"),
    ]


@pytest.fixture
def begin(trade: Trade) -> Callable[[], UnitOfWork]:
    actor = Actor(trade.company.id, trade.company.boss_id, "王总", frozenset({"*"}))
    return lambda: UnitOfWork(actor, utc_now())


def test_a_hidden_source_is_copied_for_the_form_and_shown_by_the_rights_of_the_form(trade: Trade) -> None:
    li, _ = trade.company.join("li@east.example.cn")
    valve = trade.fill("products", name="球阀", price="10.00", floor="8.00")
    made = trade.fill("offers", by=li, product=valve["id"])
    assert "floor" not in made["values"]
    assert trade.read(made)["values"]["floor"] == "8.00"
    path = f"/v1/forms/{trade.forms['offers']}/links/product/values?records={valve['id']}"
    assert li.get(path).body["values"] == {valve["id"]: {"price": "10.00"}}
    assert li.get(path + f"&editing={made['id']}").body["values"] == {valve["id"]: {"price": "10.00"}}
    assert trade.boss.get(path).body["values"] == {valve["id"]: {"price": "10.00", "floor": "8.00"}}


def test_the_new_value_of_a_record_that_may_not_be_read_is_not_copied_by_a_refresh(trade: Trade) -> None:
    li, _ = trade.company.join("li@east.example.cn")
    valve = trade.fill("products", name="球阀", price="10.00")
    made = trade.fill("offers", product=valve["id"])
    draft = trade.boss.get(f"/v1/forms/{trade.forms['products']}").body["definition"]
    trade.publish("products", draft["fields"], access={})
    trade.changed(valve, price="12.00")
    kept = trade.change(made, by=li, refresh=True, note="改")
    assert (kept.status, kept.body["values"]["price"]) == (200, "10.00")
    assert trade.change(made, refresh=True).body["values"]["price"] == "12.00"


def test_nobody_lets_a_form_show_what_they_may_not_read_themselves(trade: Trade) -> None:
    builder, _ = trade.company.join("bu@east.example.cn", "小布", role_ids=[trade.company.role("应用搭建者")])
    refused = trade.attempt("leak", offer(trade), by=builder)
    assert codes(refused) == {"/fields/2/options/from": "lookup_beyond_own_rights"}
    assert trade.attempt("offers", [*offer(trade), field("more", "text", "更多")], by=builder).status == 200


def test_a_form_that_may_not_be_submitted_tells_nothing(trade: Trade) -> None:
    li, _ = trade.company.join("li@east.example.cn")
    valve = trade.fill("products", name="球阀", price="10.00")
    closed = {**ALL_BUT_FLOOR["access"], "submit": {"roles": [trade.company.role("管理员")]}}
    trade.publish("offers", offer(trade), access=closed)
    path = f"/v1/forms/{trade.forms['offers']}/links/product/values?records={valve['id']}"
    assert li.get(path).status == 403
    assert trade.boss.get(path).status == 200
    made = trade.fill("offers", product=valve["id"])
    readers = {"groups": [{"id": "all", "audience": "everyone", "rows": "all", "fields": {}}]}
    trade.publish("offers", offer(trade), access=readers)
    denied = li.get(path + f"&editing={made['id']}")
    assert (denied.status, denied.code) == (403, "record_not_editable")


def test_what_is_in_approval_or_approved_does_not_follow_until_it_comes_back(
    trade: Trade, begin: Callable[[], UnitOfWork]
) -> None:
    valve = trade.fill("products", name="球阀", floor="8.00")
    offers = [trade.fill("offers", product=valve["id"]) for _ in range(3)]
    for made, state in zip(offers, (IN_APPROVAL, APPROVED, DRAFT), strict=True):
        move(begin, made, state, locked=state != DRAFT)
    trade.changed(valve, floor="9.00")
    trade.settle()
    assert [trade.read(made)["values"]["floor"] for made in offers] == ["8.00", "8.00", "9.00"]
    move(begin, offers[0], DRAFT, locked=False)
    trade.settle()
    assert trade.read(offers[0])["values"]["floor"] == "9.00"


def move(begin: Callable[[], UnitOfWork], record: dict[str, Any], state: str, *, locked: bool) -> None:
    work = begin()
    wiring.records().set_state(work, wiring.records().get(work, record["id"]), state, locked=locked)
    table().commit(work)


def test_a_record_that_is_made_while_its_source_changes_looks_again(
    trade: Trade, begin: Callable[[], UnitOfWork]
) -> None:
    valve = trade.fill("products", name="球阀", floor="8.00")
    work = begin()
    wiring.records().submit(work, trade.forms["offers"], {"product": valve["id"]})
    trade.changed(valve, floor="9.00")
    trade.settle()
    with pytest.raises(Contended):
        table().commit(work)


def test_a_record_that_follows_more_than_can_be_held_is_brought_up_to_date_once_more(
    trade: Trade, begin: Callable[[], UnitOfWork]
) -> None:
    rows = [link("product", trade.forms["products"]), lookup("floor", "product", "floor", "live")]
    trade.publish("lists", [field("lines", "lines", "明细", options={"columns": rows})])
    products = [trade.fill("products", name=f"阀{number}", floor="8.00") for number in range(MOST_HELD + 1)]
    work = begin()
    lines = [{"product": each["id"]} for each in products]
    made = wiring.records().submit(work, trade.forms["lists"], {"lines": lines}).record
    trade.changed(products[-1], floor="9.00")
    trade.settle()
    table().commit(work)
    trade.settle()
    found = trade.boss.get(f"/v1/records/{made.id}").body
    assert [row["floor"] for row in found["values"]["lines"]] == ["8.00"] * MOST_HELD + ["9.00"]


def test_following_loses_against_who_saves_meanwhile_and_is_done_again(
    trade: Trade, begin: Callable[[], UnitOfWork]
) -> None:
    valve = trade.fill("products", name="球阀", floor="8.00")
    made = trade.fill("offers", product=valve["id"])
    trade.changed(valve, floor="9.00")
    work = begin()
    wiring.following().follow(work, made["id"])
    body = {"values": {"product": valve["id"], "note": "先"}}
    assert trade.boss.put(f"/v1/records/{made['id']}", body, made["version"]).status == 200
    with pytest.raises(Contended):
        table().commit(work)
    trade.settle()
    assert (trade.read(made)["values"]["floor"], trade.read(made)["values"]["note"]) == ("9.00", "先")


def test_two_forms_that_begin_to_follow_each_other_at_once_do_not_both(
    trade: Trade, begin: Callable[[], UnitOfWork]
) -> None:
    name = field("name", "text", "名称")
    trade.publish("first", [name])
    trade.publish("second", [name])

    def half(mine: str, other: str) -> UnitOfWork:
        fields = [name, link("other", trade.forms[other]), lookup("echo", "other", "name", "live")]
        version = trade.boss.get(f"/v1/forms/{trade.forms[mine]}").body["version"]
        body = {"name": mine, "fields": fields}
        saved = trade.boss.put(f"/v1/forms/{trade.forms[mine]}", body, version).body["version"]
        work = begin()
        wiring.forms().publish(work, trade.forms[mine], saved)
        return work

    first, second = half("first", "second"), half("second", "first")
    table().commit(first)
    with pytest.raises(Contended):
        table().commit(second)


def test_another_company_sees_nothing_of_it(trade: Trade) -> None:
    valve = trade.fill("products", name="球阀", price="10.00")
    other = Company.found(trade.company.cloud, trade.company.browser, "boss@west.example.cn")
    path = f"/v1/forms/{trade.forms['offers']}/links/product/values?records={valve['id']}"
    assert other.boss.get(path).status == 404
    west = Trade(other)
    west.publish("products", [field("price", "money", "单价", options=CNY)])
    west.publish("offers", [link("product", west.forms["products"]), lookup("price", "product", "price", "live")])
    theirs = other.boss.get(f"/v1/forms/{west.forms['offers']}/links/product/values?records={valve['id']}")
    assert theirs.body["values"] == {}
