"""Numbers, amounts and rates, compared exactly: 0.10 equals 0.1."""

from decimal import Decimal as Number
from typing import Any

from ...kernel.money import parse_decimal
from .base import Kind


class Decimal(Kind):
    name = "decimal"
    sql_type = "DECIMAL(38, 10)"
    ordered = True
    blank_operand = False

    def value(self, stored: Any) -> Number:
        return parse_decimal(stored)

    def operand(self, raw: Any) -> Number:
        return parse_decimal(raw)

    def parameter(self, operand: Number) -> str:
        return format(operand, "f")


KIND = Decimal()
