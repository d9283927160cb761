"""Decimals are read exactly, or not at all."""

from decimal import Decimal

import pytest

from chalicelib.kernel.money import parse_decimal


@pytest.mark.parametrize(
    "value", [Decimal("1E+999999999"), Decimal("1E-999999999"), Decimal("NaN"), Decimal("Infinity")]
)
def test_a_number_that_has_no_plain_notation_is_refused_at_once(value: Decimal) -> None:
    with pytest.raises(ValueError, match="out of range"):
        parse_decimal(value)


def test_zero_with_any_sign_is_read() -> None:
    assert parse_decimal(Decimal("-0.00")) == 0
