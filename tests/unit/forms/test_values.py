"""From what was sent to what is stored."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.forms.domain.definition import storage_types
from chalicelib.forms.domain.errors import RecordInvalid
from chalicelib.forms.domain.fields import Locale, type_of
from chalicelib.forms.domain.record_schema import record_schema
from chalicelib.forms.domain.values import canonical_values, with_defaults

from .made import CNY, MOMENT, SHANGHAI, definition, doc, faults, formula

COLUMNS = [
    doc("product", "text", required=True),
    doc("quantity", "number", default="1"),
    doc("price", "money", CNY),
    doc("list_price", "money", CNY),
    formula("amount", "quantity*price", "money", **CNY),
    formula("list_amount", "quantity*list_price", "money", **CNY),
    formula("share", "IF(total=0,0,amount/total)", "percent", decimals=2),
]
QUOTE = definition(
    formula("level", 'IF(discount>0.25,"CFO",IF(discount>0.10,"总监","经理"))', "text"),
    formula("discount", "IF(SUM(lines.list_amount)=0,0,1-SUM(lines.amount)/SUM(lines.list_amount))", "percent"),
    formula("total", "SUM(lines.amount)", "money", **CNY),
    doc("lines", "lines", {"columns": COLUMNS}),
    doc("due", "date", default="@today"),
    doc("owner", "member", default="@me"),
    formula("days", 'DATEDIF(TODAY(), due, "D")'),
    formula("reminder", "due - 7", "date"),
)


def line(quantity: str, price: str, list_price: str) -> dict[str, Any]:
    return {"product": "x", "quantity": quantity, "price": price, "list_price": list_price}


def test_formulas_are_computed_in_the_order_of_what_they_need() -> None:
    values = canonical_values(QUOTE, {"lines": [line("3", "30.05", "40"), line("1", "9.85", "10")]}, MOMENT)
    assert [row["amount"] for row in values["lines"]] == ["90.15", "9.85"]
    assert [row["share"] for row in values["lines"]] == ["0.9015", "0.0985"]
    assert (values["total"], values["discount"], values["level"]) == ("100.00", "0.230769230769", "总监")


@pytest.mark.parametrize(
    ("price", "discount", "level"),
    [("90", "0.1", "经理"), ("89.99", "0.1001", "总监"), ("75", "0.25", "总监"), ("74.99", "0.2501", "CFO")],
)
def test_the_boundaries_of_the_discount_are_exact(price: str, discount: str, level: str) -> None:
    values = canonical_values(QUOTE, {"lines": [line("7", price, "100")]}, MOMENT)
    assert (values["discount"], values["level"]) == (discount, level)


def test_what_the_client_computed_is_not_read() -> None:
    values = canonical_values(QUOTE, {"total": {"nested": 1}, "discount": "9", "lines": []}, MOMENT)
    assert (values["total"], values["discount"]) == ("0.00", "0")


def test_a_failed_formula_is_named_once_and_what_needs_it_is_left_out() -> None:
    form = definition(doc("a", "number"), formula("b", "1/a"), formula("c", "b+1"))
    assert faults(form, {}) == {"/values/b": "formula_div_zero"}
    assert canonical_values(form, {"a": "4"}, MOMENT) == {"a": "4", "b": "0.25", "c": "1.25"}


def test_a_row_that_fails_is_named_by_its_place() -> None:
    columns = [doc("n", "number"), formula("inverse", "1/n")]
    form = definition(doc("lines", "lines", {"columns": columns}))
    assert faults(form, {"lines": [{"n": 1}, {"n": 0}]}) == {"/values/lines/1/inverse": "formula_div_zero"}


def test_today_and_me_are_filled_in_where_nothing_was_said() -> None:
    values = canonical_values(QUOTE, with_defaults(QUOTE, {"lines": [{"product": "x"}]}, MOMENT), MOMENT)
    assert values["due"] == "2026-11-23"
    assert (values["owner"], values["days"], values["reminder"]) == ("m" * 26, "0", "2026-11-16")
    assert values["lines"][0]["quantity"] == "1"


def test_a_field_that_was_emptied_stays_empty() -> None:
    values = canonical_values(QUOTE, with_defaults(QUOTE, {"due": None, "owner": ""}, MOMENT), MOMENT)
    assert not {"due", "owner", "days", "reminder"} & values.keys()


def test_blanks_are_not_stored() -> None:
    form = definition(doc("a", "text"), doc("b", "choices", {"choices": [{"value": "x"}]}), doc("c", "number"))
    assert canonical_values(form, {"a": "  ", "b": [], "c": None}, MOMENT) == {}


@pytest.mark.parametrize("unseen", ["\u200b", "\u3164", " \u00ad\u3000", "\u202e", "\u2800\ufeff"])
def test_what_nobody_can_see_is_no_value(unseen: str) -> None:
    form = definition(doc("a", "text", required=True))
    assert faults(form, {"a": unseen}) == {"/values/a": "schema_required"}
    assert canonical_values(form, {"a": f"{unseen}x"}, MOMENT) == {"a": f"{unseen}x".strip()}


def test_missing_unknown_and_bad_values_are_named_together() -> None:
    assert faults(QUOTE, {"lines": [{"price": "1.234", "z": 1}], "extra": 1}) == {
        "/values/lines/0/price": "money_scale",
        "/values/lines/0/product": "schema_required",
        "/values/lines/0/z": "schema_additional",
        "/values/extra": "schema_additional",
    }


def test_names_cannot_reach_beyond_their_field() -> None:
    form = definition(doc("a", "text"))
    assert faults(form, {"a/b": 1, "__class__": 1, "": "x"}) == {
        "/values/a~1b": "schema_additional",
        "/values/__class__": "schema_additional",
        "/values/": "schema_additional",
    }


@given(st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 10**9), st.integers(1, 10**9)), min_size=1, max_size=8))
def test_canonical_values_are_their_own_canonical_form(rows: list[tuple[int, int, int]]) -> None:
    def cents(number: int) -> str:
        return str(Decimal(number).scaleb(-2))

    raw = {"lines": [line(str(quantity), cents(price), cents(listed)) for quantity, price, listed in rows]}
    once = canonical_values(QUOTE, raw, MOMENT)
    assert canonical_values(QUOTE, once, MOMENT) == once
    total = sum(Decimal(quantity) * Decimal(price) / 100 for quantity, price, _ in rows)
    assert Decimal(once["total"]) == total


def test_the_published_schema_speaks_the_asked_language() -> None:
    form = definition(
        {**doc("a", "money", CNY, required=True), "name": {"zh-CN": "合计", "en": "Total"}, "help": "h"},
        doc("lines", "lines", {"columns": [doc("n", "number", required=True)], "max_rows": 5}),
        formula("f", "a*2"),
        doc("when", "date", default="@today"),
    )
    schema = record_schema(form, "en")
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["properties"]["a"]["title"] == "Total"
    assert record_schema(form, "zh-CN")["properties"]["a"]["title"] == "合计"
    assert schema["required"] == ["a"]
    assert schema["properties"]["lines"]["items"]["required"] == ["n"]
    assert schema["properties"]["lines"]["maxItems"] == 5
    assert schema["properties"]["f"]["readOnly"] is True
    assert "default" not in schema["properties"]["when"]


@pytest.mark.parametrize(
    ("options", "sold", "stored", "shown"),
    [
        ({"decimals": 2}, "89.60", "0.104", "10.4%"),
        ({"decimals": 0}, "89.60", "0.1", "10%"),
        ({"decimals": 0}, "89.50", "0.11", "11%"),
        ({"decimals": 1}, "89.65", "0.104", "10.4%"),
        ({"decimals": 10}, "33.33", "0.6667", "66.67%"),
        ({}, "74.997938", "0.25002062", "25%"),
        ({}, "74.985", "0.25015", "25.02%"),
    ],
)
def test_the_places_of_a_percentage_are_those_before_the_sign(
    options: dict[str, Any], sold: str, stored: str, shown: str
) -> None:
    rate = formula("rate", "1-sold/listed", "percent", **options)
    form = definition(doc("sold", "number"), doc("listed", "number"), rate)
    values = canonical_values(form, {"listed": "100", "sold": sold}, MOMENT)
    assert values["rate"] == stored
    assert type_of(form.by_id["rate"]).text(form.by_id["rate"], stored, Locale("en", SHANGHAI)) == shown


def test_limits_of_a_percentage_are_told_as_percentages() -> None:
    form = definition(doc("rate", "percent", {"min": "0.05", "max": "0.125", "decimals": 1}))

    def told(value: str) -> tuple[str, dict[str, Any]]:
        with pytest.raises(RecordInvalid) as refused:
            canonical_values(form, {"rate": value}, MOMENT)
        fault = refused.value.fields[0]
        return fault.code, dict(fault.params)

    assert told("0.04") == ("below_min", {"field": "rate", "min": "5%"})
    assert told("0.13") == ("above_max", {"field": "rate", "max": "12.5%"})
    assert told("0.0555") == ("too_many_places", {"field": "rate", "places": 1})


def test_an_amount_has_the_places_of_its_field_and_a_sum_is_rounded_once_at_its_end() -> None:
    columns = [
        doc("price", "money", {**CNY, "decimals": 3}),
        formula("tenth", "price/10", "money", **CNY, decimals=4),
    ]
    form = definition(
        doc("lines", "lines", {"columns": columns}),
        formula("total", "SUM(lines.price)", "money", **CNY),
        formula("tenths", "SUM(lines.tenth)", "money", **CNY, decimals=4),
        formula("whole", "SUM(lines.price)", "money", **CNY, decimals=0),
    )
    values = canonical_values(form, {"lines": [{"price": "45.875"}, {"price": "0.010"}, {"price": "3"}]}, MOMENT)
    assert [row["price"] for row in values["lines"]] == ["45.875", "0.01", "3.00"]
    assert [row["tenth"] for row in values["lines"]] == ["4.5875", "0.001", "0.30"]
    assert (values["total"], values["tenths"], values["whole"]) == ("48.89", "4.8885", "49")
    assert faults(form, {"lines": [{"price": "45.8751"}]}) == {"/values/lines/0/price": "money_scale"}


def test_an_amount_keeps_its_meaning_with_other_places() -> None:
    meanings = [storage_types(definition(doc("a", "money", {**CNY, **more})).fields) for more in ({}, {"decimals": 6})]
    assert meanings[0] == meanings[1] == {"a": "money:CNY"}
