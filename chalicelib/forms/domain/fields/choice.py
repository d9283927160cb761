"""One of the named choices."""

from collections.abc import Hashable
from datetime import tzinfo
from typing import Any, ClassVar

from ..formula import Kind, Value
from ..labels import Label, label_text
from ..normal_form import folded
from ..normalisers import EXACT
from ._choices import ChoosingType, name_of, names_of, read_choice, values_of
from ._texts import text_key
from .base import Fault, Field, Locale


class Choice(ChoosingType):
    type = "choice"
    words: ClassVar[Label] = {"zh-CN": "单选", "en": "single choice"}
    compare = "choice"
    kind = Kind.TEXT
    may_be_indexed = True
    filled_by_formula = True
    in_serials = True

    def matched_as(self, field: Field) -> tuple[str, ...]:
        del field
        return (EXACT,)

    def schema(self, field: Field) -> dict[str, Any]:
        return {"enum": values_of(field)}

    def canonical(self, field: Field, value: Any) -> str:
        return read_choice(field, value)

    def comparable(self, field: Field, value: Any) -> Hashable:
        return value.strip() if isinstance(value, str) else super().comparable(field, value)

    def filtered(self, field: Field, unlimited: Field, value: Any) -> str:
        """What the form no longer offers, records hold still; what never was a choice is refused."""
        del unlimited
        text = value.strip() if isinstance(value, str) else ""
        if text not in names_of(field):
            raise Fault("not_a_choice", value=str(value)[:60])
        return text

    def sort_key(self, field: Field, value: str) -> str:
        del field
        return text_key(value)

    def whole_key(self, field: Field, value: str) -> str:
        """In the order of `sort_key`, but "a" and "A" are two choices."""
        del field
        return f"{folded(value)}\x00{value}"

    def text(self, field: Field, value: Any, locale: Locale) -> str:
        return name_of(field, value, locale.language)

    def summary_rank(self, field: Field) -> int:
        del field
        return 1

    def summary_value(self, field: Field, value: str) -> Label:
        return names_of(field).get(value, value)

    def in_language(self, value: Label, language: str) -> str:
        return label_text(value, language)

    def operand(self, field: Field, value: str, zone: tzinfo) -> Value:
        del field, zone
        return value


FIELD_TYPE = Choice()
