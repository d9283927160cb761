"""Times of a day, as `09:30`, which sort as the times do."""

import datetime
from typing import Any

from .base import Kind


class Time(Kind):
    name = "time"
    ordered = True
    blank_operand = False

    def operand(self, raw: Any) -> str:
        return datetime.time.fromisoformat(str(super().operand(raw))).isoformat("minutes")


KIND = Time()
