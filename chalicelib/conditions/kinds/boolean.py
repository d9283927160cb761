"""Yes or no."""

from typing import Any

from .base import Kind


class Boolean(Kind):
    name = "boolean"
    sql_type = "BOOLEAN"
    blank_operand = False

    def value(self, stored: Any) -> bool:
        return self.operand(stored)

    def operand(self, raw: Any) -> bool:
        if not isinstance(raw, bool):
            raise ValueError(raw)
        return raw


KIND = Boolean()
