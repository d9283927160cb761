"""Days of the calendar, as ISO texts, which sort as the days do."""

import datetime
from typing import Any

from .base import Kind


class Date(Kind):
    name = "date"
    sql_type = "DATE"
    ordered = True
    blank_operand = False
    span = "day"

    def value(self, stored: Any) -> str:
        return self.operand(stored)

    def operand(self, raw: Any) -> str:
        return datetime.date.fromisoformat(str(super().operand(raw))).isoformat()


KIND = Date()
