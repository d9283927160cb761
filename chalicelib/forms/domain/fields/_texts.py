"""What the text types share: storable characters, trimmed, bounded, and a key that sorts and compares them."""

from collections.abc import Hashable
from datetime import tzinfo
from typing import Any

from ..formula import Kind, Value
from ..normal_form import folded, has_control, is_storable
from ..normalisers import WAYS
from .base import Cell, CellReading, Fault, Field, FieldType

KEY_BYTES = 450
"""Hex doubles it; a DynamoDB sort key ends at 1,024 bytes."""
KEY_LENGTH = 200
"""As much as a list entry keeps of a text, so that both give the same key."""


def read_text(value: Any, *, multiline: bool) -> str:
    """The text as typed, trimmed. Raises Fault not_text or control_characters."""
    if not isinstance(value, str):
        raise Fault("not_text")
    if multiline:
        value = value.replace("\r\n", "\n").replace("\r", "\n")
    text: str = value.strip()
    if not is_storable(text) or has_control(text, multiline=multiline):
        raise Fault("control_characters")
    return text


def text_key(text: str) -> str:
    """Hex of UTF-8: it sorts as code points do, and no character of a user's text reaches a key."""
    return folded(text[:KEY_LENGTH]).encode()[:KEY_BYTES].hex()


class TextType(FieldType):
    kind = Kind.TEXT
    compare = "text"
    filled_by_formula = True
    multiline = False
    default_length = 200

    def length(self, field: Field) -> int:
        return int(field.options.get("max_length", self.default_length))

    def matched_as(self, field: Field) -> tuple[str, ...]:
        del field
        return () if self.multiline else WAYS

    def schema(self, field: Field) -> dict[str, Any]:
        return {"type": "string", "minLength": 1, "maxLength": self.length(field)}

    def from_cell(self, field: Field, cell: Cell, reading: CellReading) -> str:
        """A line break in a cell is a space where the field has one line. Raises Fault number_rounded."""
        del field
        if cell.is_rounded:
            raise Fault("number_rounded")
        text = cell.plain(reading.language)
        return text if self.multiline else " ".join(text.split("\n"))

    def canonical(self, field: Field, value: Any) -> str:
        text = read_text(value, multiline=self.multiline)
        if len(text) > self.length(field):
            raise Fault("text_too_long", limit=self.length(field))
        if len(text) < int(field.options.get("min_length", 0)):
            raise Fault("text_too_short", limit=field.options["min_length"])
        return text

    def comparable(self, field: Field, value: Any) -> Hashable:
        try:
            return read_text(value, multiline=self.multiline)
        except Fault:
            return super().comparable(field, value)

    def unlimited(self, field: Field) -> Field:
        """The text type that takes what every other does."""
        return Field(field.id, "long_text", field.name)

    def sort_key(self, field: Field, value: str) -> str:
        del field
        return text_key(value)

    def whole_key(self, field: Field, value: str) -> str:
        del field
        return folded(value)

    def operand(self, field: Field, value: str, zone: tzinfo) -> Value:
        del field, zone
        return value
