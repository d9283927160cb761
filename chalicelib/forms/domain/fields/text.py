"""One line of text, perhaps in a named format or a simple mask. No user regex: the worst of them never ends."""

from collections.abc import Iterator
from typing import Any, ClassVar

from ..formats import FORMATS, MASK_LENGTH, mask_fits, mask_pattern
from ..formula import FormulaError
from ..labels import Label
from ..normal_form import has_full_width_digits
from ._texts import TextType
from .base import Fault, Field

INDEXED_LENGTH = 200
MOST_COMPUTED = 2_000
"""Characters of a text that a formula results in."""


class Text(TextType):
    type = "text"
    takes_any_column = True
    words: ClassVar[Label] = {"zh-CN": "单行文本", "en": "text"}
    may_be_result = True
    titles_by_default = True
    may_be_unique = True
    may_be_indexed = True
    in_serials = True
    options: ClassVar[dict[str, Any]] = {
        "min_length": {"type": "integer", "minimum": 0, "maximum": 1_000},
        "max_length": {"type": "integer", "minimum": 1, "maximum": 1_000},
        "format": {"enum": sorted(FORMATS)},
        "mask": {"type": "string", "minLength": 1, "maxLength": MASK_LENGTH},
        "scan": {"type": "boolean", "x-name": {"zh-CN": "可以扫码填写", "en": "can be scanned"}},
    }

    def problems(self, field: Field) -> Iterator[Fault]:
        if int(field.options.get("min_length", 0)) > self.length(field):
            yield Fault("min_above_max", "/options/min_length")
        if field.indexed and self.length(field) > INDEXED_LENGTH:
            yield Fault("indexed_text_length", "/options/max_length", limit=INDEXED_LENGTH)
        if "format" in field.options and "mask" in field.options:
            yield Fault("format_and_mask", "/options/mask")
        if field.options.get("mask", "").endswith("\\"):
            yield Fault("mask_open", "/options/mask")

    def schema(self, field: Field) -> dict[str, Any]:
        schema = super().schema(field)
        if "mask" in field.options:
            schema["pattern"] = mask_pattern(field.options["mask"])
        return schema

    def canonical(self, field: Field, value: Any) -> str:
        text = super().canonical(field, value)
        name, mask = field.options.get("format"), field.options.get("mask")
        if (name or mask) and has_full_width_digits(text):
            raise Fault("full_width_digits")
        if name and not FORMATS[name].fits(text):
            raise Fault(FORMATS[name].code)
        if mask and not mask_fits(mask, text):
            raise Fault("format_mask", mask=mask)
        return text

    def unlimited_result(self, field: Field) -> Field:
        return Field(field.id, field.type, field.name, options={"result": self.type})

    def filtered_result(self, value: Any) -> str:
        """A computed text is kept as it came out, spaces at its ends included."""
        if not isinstance(value, str):
            raise Fault("not_text")
        return value

    def from_formula(self, field: Field, value: str) -> str | None:
        del field
        if len(value) > MOST_COMPUTED:
            raise FormulaError("formula_too_large")
        return value or None


FIELD_TYPE = Text()
