"""Pulled-through fields: they are what their source is, and what they pull goes to its place."""

from typing import Any

import pytest

from chalicelib.forms.domain.checks import problems
from chalicelib.forms.domain.definition import Definition, read_definition, storage_types
from chalicelib.forms.domain.fields import Field, Locale, filter_value, meant, type_of
from chalicelib.forms.domain.filter_kinds import FieldKind
from chalicelib.forms.domain.formula import Kind
from chalicelib.forms.domain.pulling import live_cycle, live_needs, live_sources, places_of, pulls_of, set_value
from chalicelib.forms.domain.record_query import ListFields
from chalicelib.forms.domain.records import title_of
from chalicelib.forms.domain.values import canonical_values, recomputed

from .made import CNY, MOMENT, SHANGHAI, definition, doc, faults, form, formula

PRODUCT, CUSTOMER, ORDER = "p" * 26, "c" * 26, "h" * 26
ENGLISH = Locale("en", SHANGHAI)
MONEY = {"type": "money", "options": CNY}
NUMBER = {"type": "number", "options": {"unit": "kg"}}
LEVEL = {"type": "choice", "options": {"choices": [{"value": "a", "name": "Key account"}, {"value": "b"}]}}


def link(identity: str, form_id: str = PRODUCT, **more: Any) -> dict[str, Any]:
    return doc(identity, "link", {"forms": [form_id], **more})


def lookup(
    identity: str, through: str, source: str, of: dict[str, Any], mode: str = "frozen", **more: Any
) -> dict[str, Any]:
    return doc(identity, "lookup", {"link": through, "from": source, "mode": mode, "source": of}, **more)


def quote() -> Definition:
    return definition(
        link("customer", CUSTOMER),
        lookup("level", "customer", "level", LEVEL, "live", indexed=True),
        doc(
            "lines",
            "lines",
            {
                "columns": [
                    link("product"),
                    doc("quantity", "number"),
                    lookup("price", "product", "price", MONEY),
                    lookup("discount", "customer", "discount", {"type": "percent", "options": {}}, "live"),
                    formula("amount", "quantity * price", "money", **CNY),
                ]
            },
        ),
        formula("total", "SUM(lines.amount)", "money", **CNY),
        formula("note", 'TEXT(TODAY(), "yyyy-mm-dd")', "text"),
        title="{level}",
        list=["level", "total"],
    )


def field(of: dict[str, Any]) -> Field:
    found = read_definition(form(link("product"), lookup("x", "product", "y", of)))
    return found.by_id["x"]


def test_a_pulled_through_field_is_compared_shown_and_reckoned_with_as_its_source_is() -> None:
    price, level = field(MONEY), field(LEVEL)
    assert type_of(price).text(price, "45.50", ENGLISH) == "CNY 45.50"
    assert type_of(price).formula_kind(price) is Kind.NUMBER
    assert type_of(price).currency(price) == "CNY"
    assert type_of(price).sort_key(price, "9.00") < type_of(price).sort_key(price, "10.00")
    assert (type_of(price).compare_kind(price), type_of(price).sql_type(price)) == ("decimal", "DECIMAL(38, 2)")
    assert (type_of(level).compare_kind(level), type_of(level).text(level, "a", ENGLISH)) == ("choice", "Key account")
    assert filter_value(level, "a") == "a"
    assert FieldKind(price).operand("10") == FieldKind(price).value("10")
    assert type_of(level).schema(level) == {"enum": ["a", "b"], "readOnly": True}
    assert [each["value"] for each in type_of(level).offered(level)] == ["a", "b"]
    assert meant(price).type == "money"


def test_a_choice_that_the_source_never_had_cannot_be_asked_for() -> None:
    fields = ListFields(quote())
    assert fields.subject("level", "/filter") is not None
    with pytest.raises(Exception, match="not_a_choice"):
        filter_value(field(LEVEL), "z")


def test_an_id_keeps_the_type_and_currency_of_its_source() -> None:
    known = storage_types(quote().fields)
    assert known["lines.price"] == "lookup:money:CNY"
    made = form(link("customer", CUSTOMER), lookup("level", "customer", "level", NUMBER))
    assert [fault.code for fault in problems(made, {"level": known["level"]})] == ["type_changed"]


def test_a_field_that_cannot_be_pulled_says_why_at_its_place() -> None:
    fault = {"fault": {"code": "lookup_link", "option": "link", "params": {}}}
    made = form(link("customer"), lookup("level", "customer", "level", fault))
    assert [(each.path, each.code) for each in problems(made)] == [("/fields/1/options/link", "lookup_link")]
    made = form(link("customer"), doc("level", "lookup", {"link": "customer", "from": "level", "mode": "live"}))
    assert [(each.path, each.code) for each in problems(made)] == [("/fields/1/options/from", "lookup_field")]


def test_a_formula_is_not_at_fault_for_a_field_whose_source_is_not_known() -> None:
    made = form(
        link("customer"),
        doc("rate", "lookup", {"link": "customer", "from": "rate", "mode": "live"}),
        formula("twice", "rate * 2"),
    )
    assert [each.path for each in problems(made)] == ["/fields/1/options/from"]


def test_it_may_be_sorted_by_and_stand_in_a_title_where_its_source_may() -> None:
    member = {"type": "member", "options": {}}
    made = form(link("customer"), lookup("owner", "customer", "owner", member), title="{owner}")
    assert [each.code for each in problems(made)] == ["title_field"]
    text = {"type": "long_text", "options": {}}
    made = form(link("customer"), lookup("note", "customer", "note", text, indexed=True))
    assert [each.code for each in problems(made)] == ["cannot_be_indexed"]
    assert title_of(quote(), {"level": "a"}, ENGLISH) == "Key account"


def test_what_a_client_sends_for_it_is_ignored_and_formulas_read_what_is_filled_in() -> None:
    found = quote()

    def fill(values: dict[str, Any]) -> tuple[()]:
        for place in places_of(pulls_of(found), values, {}, {}):
            set_value(place, {"price": "12.50", "level": "b", "discount": "0.1"}[place.pull.field.id])
        return ()

    row = {"product": PRODUCT, "quantity": "3", "price": "0.01", "amount": "9"}
    sent = {"customer": CUSTOMER, "level": "a", "lines": [row]}
    values = canonical_values(found, sent, MOMENT, fill=fill)
    assert values["level"] == "b"
    assert values["lines"] == [{**row, "price": "12.50", "amount": "37.50", "discount": "0.1"}]
    assert values["total"] == "37.50"
    assert faults(found, {"lines": [{"price": "x"}]}) == {}


def test_each_place_knows_which_record_it_is_pulled_from_and_which_it_was() -> None:
    before = {"customer": CUSTOMER, "lines": [{"product": PRODUCT, "price": "1.00"}, {"product": PRODUCT}]}
    values = {"customer": ORDER, "lines": [{"product": PRODUCT}, {"product": ORDER}, {}]}
    beside = {"lines": [before["lines"][0], before["lines"][1], {}]}
    found = {each.path: each for each in places_of(pulls_of(quote()), values, beside, before)}
    assert (found["level"].target, found["level"].same_link) == (ORDER, False)
    assert (found["lines/0/price"].target, found["lines/0/price"].same_link) == (PRODUCT, True)
    assert found["lines/0/price"].held == {"product": PRODUCT, "price": "1.00"}
    assert (found["lines/1/price"].target, found["lines/1/price"].same_link) == (ORDER, False)
    assert (found["lines/2/price"].target, found["lines/2/price"].same_link) == ("", False)
    assert (found["lines/0/discount"].target, found["lines/0/discount"].same_link) == (ORDER, False)


def test_only_formulas_that_depend_on_what_changed_are_computed_anew() -> None:
    values = {
        "lines": [{"product": PRODUCT, "quantity": "2", "price": "7.00", "amount": "8.00"}],
        "total": "8.00",
        "note": "2020-01-01",
    }
    assert recomputed(quote(), values, MOMENT, {"lines.price"}) == {
        "lines": [{"product": PRODUCT, "quantity": "2", "price": "7.00", "amount": "14.00"}],
        "total": "14.00",
        "note": "2020-01-01",
    }


def test_only_what_is_live_follows() -> None:
    assert live_sources(quote()) == {CUSTOMER: {"level": ["customer"], "discount": ["customer"]}}


def chain(form_id: str, mode: str = "live") -> Definition:
    """`mine` follows `mine` of the linked form, through a formula."""
    return definition(
        link("other", form_id), lookup("theirs", "other", "mine", NUMBER, mode), formula("mine", "theirs + 1")
    )


def test_fields_that_follow_each_other_in_a_circle_are_found_through_formulas_and_forms() -> None:
    forms = {PRODUCT: chain(CUSTOMER), CUSTOMER: chain(ORDER), ORDER: chain(PRODUCT)}
    assert live_cycle(PRODUCT, "theirs", lambda form_id: live_needs(forms[form_id]))
    forms[ORDER] = chain(PRODUCT, "frozen")
    assert not live_cycle(PRODUCT, "theirs", lambda form_id: live_needs(forms[form_id]))
    assert live_cycle(PRODUCT, "theirs", lambda _: live_needs(chain(PRODUCT)))


def test_a_chain_of_two_keeps_the_source_of_the_first() -> None:
    region = field(LEVEL)
    assert type_of(region).as_source(region) == LEVEL
    total = read_definition(form(formula("total", "1 + 1", "money", **CNY))).by_id["total"]
    assert type_of(total).as_source(total) == {"type": "formula", "options": {"result": "money", "currency": "CNY"}}
    assert type_of(field(type_of(total).as_source(total))).text(field(type_of(total).as_source(total)), "1.00", ENGLISH)
