"""Moments, compared as instants: 09:00+08:00 equals 01:00Z."""

import datetime
from typing import Any

from ...kernel.clock import from_text, to_text
from .base import Kind


class Datetime(Kind):
    name = "datetime"
    sql_type = "TIMESTAMPTZ"
    ordered = True
    blank_operand = False
    span = "moment"

    def value(self, stored: Any) -> datetime.datetime:
        return self.operand(stored)

    def operand(self, raw: Any) -> datetime.datetime:
        return from_text(str(super().operand(raw)))

    def parameter(self, operand: datetime.datetime) -> str:
        return to_text(operand)


KIND = Datetime()
