"""Decimals are read exactly, or not at all."""

from decimal import Decimal

import pytest

from chalicelib.kernel.money import money_text, parse_decimal, percent_text


@pytest.mark.parametrize(
    "value", [Decimal("1E+999999999"), Decimal("1E-999999999"), Decimal("NaN"), Decimal("Infinity")]
)
def test_a_number_that_has_no_plain_notation_is_refused_at_once(value: Decimal) -> None:
    with pytest.raises(ValueError, match="out of range"):
        parse_decimal(value)


def test_zero_with_any_sign_is_read() -> None:
    assert parse_decimal(Decimal("-0.00")) == 0


@pytest.mark.parametrize(
    ("value", "currency", "decimals", "written"),
    [
        ("45.875", "CNY", None, "45.875"),
        ("45.5", "CNY", None, "45.50"),
        ("45.500", "CNY", 4, "45.50"),
        ("45.8750", "CNY", 4, "45.875"),
        ("45", "CNY", 0, "45"),
        ("45.10", "CNY", 1, "45.1"),
        ("-0.00", "CNY", None, "0.00"),
        ("100", "JPY", None, "100"),
        ("100.25", "JPY", 2, "100.25"),
        ("9" * 28 + ".123456", "CNY", 6, "9" * 28 + ".123456"),
    ],
)
def test_an_amount_is_as_fine_as_it_is(value: str, currency: str, decimals: int | None, written: str) -> None:
    assert money_text(Decimal(value), currency, decimals) == written


@pytest.mark.parametrize(
    ("fraction", "decimals", "shown"),
    [
        ("0.250020618557", None, "25%"),
        ("0.250050", None, "25.01%"),
        ("-0.250050", None, "-25.01%"),
        ("0.104", 2, "10.4%"),
        ("0.104", 0, "10%"),
        ("0.105", 0, "11%"),
        ("0.123456", 4, "12.3456%"),
        ("12.345", None, "1,234.5%"),
        ("-0.00001", None, "0%"),
    ],
)
def test_a_rate_is_shown_with_the_places_of_its_percentage(fraction: str, decimals: int | None, shown: str) -> None:
    assert percent_text(Decimal(fraction), decimals) == shown
