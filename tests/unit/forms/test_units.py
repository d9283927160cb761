"""Amounts of two currencies are never added, compared or chosen between, unless they are converted."""

from typing import Any

import pytest

from chalicelib.forms.domain.checks import problems
from chalicelib.forms.domain.values import canonical_values

from .made import CNY, MOMENT, definition, doc, faults, form, formula

USD = {"currency": "USD"}
COLUMNS = [doc("price", "money", CNY), doc("cost", "money", USD), doc("n", "number"), doc("usd", "number")]
FIELDS = [
    doc("cny", "money", CNY),
    doc("more", "money", CNY),
    doc("usd", "money", USD),
    doc("rate", "number"),
    doc("share", "percent"),
    doc("is_foreign", "choice", {"choices": [{"value": "yes"}]}),
    doc("lines", "lines", {"columns": COLUMNS}),
]

MIXED = [
    "cny+usd",
    "cny-usd",
    "cny+usd*2",
    "usd*rate+cny",
    "IF(cny>usd,1,2)",
    "IF(cny=usd,1,2)",
    'IF(is_foreign="yes",usd,cny)',
    "SUM(cny,usd)",
    "SUM(lines.price,usd)",
    "MIN(cny,usd)",
    "MAX(lines.price)-MAX(lines.cost)",
    "AVERAGE(lines.price,lines.cost)",
    "ABS(cny)+ROUND(usd,1)",
    "-cny+(+usd)",
    "cny%+usd",
    "cny*usd/usd+usd",
    "cny*cny+cny",
    'CONVERT(usd*usd,rate,"CNY")',
    'CONVERT(usd,cny,"CNY")',
    "IF(cny,usd,0)+cny",
]
SOUND = [
    "cny+more",
    "cny+10",
    "cny*rate",
    "cny*share",
    "(1-share)*cny+more",
    "usd*cny/usd",
    "IF(cny>50000,cny*0.9,cny)",
    "IF(ISBLANK(usd),0,cny)",
    "IF(usd>100,cny,more)",
    "COUNT(lines.cost)*cny",
    'CONVERT(usd,rate,"CNY")+cny',
    'CONVERT(SUM(lines.cost),rate,"CNY")+SUM(lines.price)',
    "cny^2/cny",
    "SUM(lines.price)",
    'LEN(TEXT(usd,"0.00")&cny)*cny',
]


def found(*formulas: dict[str, Any]) -> dict[str, str]:
    codes = {fault.path: fault.code for fault in problems(form(*FIELDS, *formulas))}
    return {path.removeprefix("/fields/"): code for path, code in codes.items()}


@pytest.mark.parametrize("expression", MIXED)
def test_mixed_currencies_are_refused(expression: str) -> None:
    assert found(formula("f", expression)) == {"7/options/expression": "formula_currencies"}


@pytest.mark.parametrize("expression", SOUND)
def test_what_stays_in_one_currency_is_published(expression: str) -> None:
    assert found(formula("f", expression, "money", **CNY)) == {}


def test_the_currency_of_the_result_is_that_of_the_formula() -> None:
    wrong = {"7/options/expression": "formula_result_currency"}
    assert found(formula("f", "usd", "money", **CNY)) == wrong
    assert found(formula("f", "usd*rate", "money", **CNY)) == wrong
    assert found(formula("f", "cny*more", "money", **CNY)) == wrong
    assert found(formula("f", "rate*5", "money", **CNY)) == {}
    assert found(formula("f", "usd/cny")) == {}


def test_no_detour_over_a_number_loses_the_currency() -> None:
    detour = [formula("total", "SUM(lines.cost)"), formula("f", "total+cny", "money", **CNY)]
    assert found(*detour) == {"8/options/expression": "formula_currencies"}


def test_a_column_names_its_own_row_first() -> None:
    def of_column(expression: str) -> dict[str, str]:
        columns = [*COLUMNS, formula("sum", expression, "money", **CNY)]
        fields = [*FIELDS[:-1], doc("lines", "lines", {"columns": columns})]
        return {fault.path: fault.code for fault in problems(form(*fields))}

    assert of_column("price*usd") == {}
    assert of_column("price+cny") == {}
    assert list(of_column("price+cost").values()) == ["formula_currencies"]


@pytest.mark.parametrize("currency", ['"XYZ"', "name", '"cny"', '"C"&"NY"'])
def test_a_conversion_names_its_currency(currency: str) -> None:
    name = doc("name", "text")
    broken = problems(form(*FIELDS, name, formula("f", f"CONVERT(usd,rate,{currency})")))
    assert [fault.code for fault in broken] == ["formula_convert_currency"]


@pytest.mark.parametrize("exponent", ["rate", "0.5"])
def test_an_amount_is_raised_to_fixed_whole_powers_only(exponent: str) -> None:
    assert found(formula("f", f"cny^{exponent}")) == {"7/options/expression": "formula_currency_power"}


def test_a_conversion_needs_its_rate() -> None:
    form = definition(
        doc("usd", "money", USD), doc("rate", "number"), formula("f", 'CONVERT(usd,rate,"CNY")', "money", **CNY)
    )
    assert canonical_values(form, {"usd": "10.5", "rate": "7.1234"}, MOMENT)["f"] == "74.80"
    assert canonical_values(form, {"usd": "0"}, MOMENT)["f"] == "0.00"
    assert "f" not in canonical_values(form, {"rate": "7"}, MOMENT)
    assert faults(form, {"usd": "10"}) == {"/values/f": "formula_convert_rate"}
    assert faults(form, {"usd": "10", "rate": "-1"}) == {"/values/f": "formula_convert_rate"}


def test_what_was_published_before_goes_on_computing() -> None:
    from chalicelib.forms.domain.definition import read_definition

    old = read_definition(form(doc("a", "money", CNY), doc("b", "money", USD), formula("f", "a+b", "money", **CNY)))
    assert canonical_values(old, {"a": "1", "b": "2"}, MOMENT)["f"] == "3.00"
