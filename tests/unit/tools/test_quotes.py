"""The checked-in quotes say what the product must compute; here exact arithmetic says whether they are right."""

from collections import Counter
from datetime import date
from decimal import Decimal

import pytest

from tools.demo.data import Quote, quotes

TENTH, QUARTER, LIMIT = Decimal("0.1"), Decimal("0.25"), Decimal("500000.00")


def _sum(quote: Quote, price: str) -> Decimal:
    return sum((Decimal(line["quantity"]) * Decimal(line[price]) for line in quote.lines), Decimal(0))


def _discount(quote: Quote) -> Decimal:
    return 1 - _sum(quote, "unit_price") / _sum(quote, "list_price")


def _path(quote: Quote) -> str:
    if _discount(quote) > QUARTER or (quote.customer_type == "C" and _sum(quote, "unit_price") > LIMIT):
        return "finance"
    return "manager" if _discount(quote) <= TENTH else "product"


@pytest.mark.parametrize("quote", quotes(), ids=lambda quote: quote.key)
def test_totals_discounts_and_paths_follow_from_the_lines(quote: Quote) -> None:
    assert Decimal(quote.total) == _sum(quote, "unit_price")
    assert Decimal(quote.discount) == _discount(quote).quantize(Decimal("1e-12"))
    assert quote.path == _path(quote)


def test_every_path_is_taken_at_least_three_times_to_its_end() -> None:
    finished = Counter(quote.path for quote in quotes() if quote.ending in ("approve", "race", "restart"))

    assert min(finished[path] for path in ("manager", "product", "finance")) >= 3


def test_the_boundaries_are_met_exactly_and_just_passed() -> None:
    discounts = {_discount(quote) for quote in quotes()}
    totals = {Decimal(quote.total) for quote in quotes() if quote.customer_type == "C"}

    assert {TENTH, QUARTER} <= discounts
    assert any(TENTH < each < TENTH + Decimal("0.001") for each in discounts)
    assert any(QUARTER < each < QUARTER + Decimal("0.001") for each in discounts)
    assert {LIMIT, LIMIT + Decimal("0.01")} <= totals


def test_each_way_to_end_is_there() -> None:
    assert {quote.ending for quote in quotes()} == {"approve", "reject", "withdraw", "race", "restart"}


def test_what_is_filled_in_holds_no_computed_value() -> None:
    values = quotes()[0].values(date(2026, 11, 22))

    assert values["valid_until"] == "2027-01-21"
    assert not {"total", "discount", "number"} & values.keys()
