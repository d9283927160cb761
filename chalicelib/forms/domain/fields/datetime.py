"""A moment, kept in UTC to the millisecond. A text without a zone is refused: it would be guessed."""

import re
from collections.abc import Hashable
from datetime import tzinfo
from typing import Any

from ....kernel.clock import from_text, to_text
from ..formula import Kind, Value
from ..texts import has_full_width_digits
from .base import Fault, Field, FieldType, Locale

_MOMENT = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,6})?)?(Z|[+-][0-9]{2}:[0-9]{2})$"
_SHAPE = re.compile(_MOMENT[:-1] + r"\Z")


class DateTime(FieldType):
    """In a formula it is the day on which it lies in the company's zone."""

    type = "datetime"
    kind = Kind.DATE
    may_be_unique = True
    may_be_indexed = True

    def schema(self, field: Field) -> dict[str, Any]:
        del field
        return {"type": "string", "pattern": _MOMENT, "maxLength": 40}

    def canonical(self, field: Field, value: Any) -> str:
        del field
        text = value.strip() if isinstance(value, str) else ""
        if has_full_width_digits(text):
            raise Fault("full_width_digits")
        if not _SHAPE.match(text):
            raise Fault("not_a_moment")
        try:
            return to_text(from_text(text))
        except (ValueError, OverflowError) as error:
            raise Fault("no_such_date", date=text) from error

    def comparable(self, field: Field, value: Any) -> Hashable:
        try:
            return self.canonical(field, value)
        except Fault:
            return super().comparable(field, value)

    def sort_key(self, field: Field, value: str) -> str:
        del field
        return value

    def text(self, field: Field, value: Any, locale: Locale) -> str:
        del field
        return from_text(value).astimezone(locale.zone).strftime("%Y-%m-%d %H:%M")

    def operand(self, field: Field, value: str, zone: tzinfo) -> Value:
        del field
        return from_text(value).astimezone(zone).date()


FIELD_TYPE = DateTime()
