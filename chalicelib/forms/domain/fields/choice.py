"""One of the named choices."""

from collections.abc import Hashable, Iterator
from datetime import tzinfo
from typing import Any, ClassVar

from ..formula import Kind, Value
from ..normal_form import folded
from ._choices import CHOICES_OPTION, choice_problems, name_of, read_choice, values_of
from ._texts import text_key
from .base import Fault, Field, FieldType, Locale


class Choice(FieldType):
    type = "choice"
    kind = Kind.TEXT
    may_be_indexed = True
    options: ClassVar[dict[str, Any]] = {"choices": CHOICES_OPTION}
    needs = ("choices",)

    def problems(self, field: Field) -> Iterator[Fault]:
        return choice_problems(field)

    def schema(self, field: Field) -> dict[str, Any]:
        return {"enum": values_of(field)}

    def canonical(self, field: Field, value: Any) -> str:
        return read_choice(field, value)

    def comparable(self, field: Field, value: Any) -> Hashable:
        return value.strip() if isinstance(value, str) else super().comparable(field, value)

    def sort_key(self, field: Field, value: str) -> str:
        del field
        return text_key(value)

    def whole_key(self, field: Field, value: str) -> str:
        """In the order of `sort_key`, but "a" and "A" are two choices."""
        del field
        return f"{folded(value)}\x00{value}"

    def text(self, field: Field, value: Any, locale: Locale) -> str:
        return name_of(field, value, locale.language)

    def operand(self, field: Field, value: str, zone: tzinfo) -> Value:
        del field, zone
        return value


FIELD_TYPE = Choice()
