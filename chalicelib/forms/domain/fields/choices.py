"""Any of the named choices, each once, kept in the order of the definition."""

from collections.abc import Hashable, Iterator
from dataclasses import replace
from datetime import tzinfo
from typing import Any, ClassVar

from ..formula import Kind, Value
from ..labels import Label, label_text
from ._choices import ChoosingType, name_of, names_of, read_choice, value_named, values_of
from .base import Cell, CellReading, Fault, Field, Locale


class Choices(ChoosingType):
    """In a formula it is the values joined by commas."""

    type = "choices"
    words: ClassVar[Label] = {"zh-CN": "多选", "en": "multiple choice"}
    compare = "choices"
    sql = "VARCHAR[]"
    kind = Kind.TEXT
    options: ClassVar[dict[str, Any]] = {
        **ChoosingType.options,
        "min": {"type": "integer", "minimum": 0, "maximum": 300},
        "max": {"type": "integer", "minimum": 1, "maximum": 300},
    }

    def problems(self, field: Field) -> Iterator[Fault]:
        yield from super().problems(field)
        if field.options.get("min", 0) > field.options.get("max", 300):
            yield Fault("min_above_max", "/options/min")

    def schema(self, field: Field) -> dict[str, Any]:
        items = {"enum": values_of(field)}
        return {"type": "array", "items": items, "uniqueItems": True, "maxItems": len(values_of(field))}

    def canonical(self, field: Field, value: Any) -> list[str]:
        if not isinstance(value, list):
            raise Fault("not_a_list")
        chosen = [read_choice(field, item) for item in value]
        if len(set(chosen)) < len(chosen):
            raise Fault("duplicate_choice", value=next(item for item in chosen if chosen.count(item) > 1))
        if len(chosen) < field.options.get("min", 0):
            raise Fault("too_few_chosen", min=field.options["min"])
        if len(chosen) > field.options.get("max", 300):
            raise Fault("too_many_chosen", max=field.options["max"])
        return [item for item in values_of(field) if item in chosen]

    def from_cell(self, field: Field, cell: Cell, reading: CellReading) -> list[str]:
        """Several stand with commas between them. Raises Fault not_a_choice."""
        return list(dict.fromkeys(value_named(field, part) for part in reading.parts(cell)))

    def comparable(self, field: Field, value: Any) -> Hashable:
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            return super().comparable(field, value)
        return tuple(sorted(item.strip() for item in value))

    def tolerating(self, field: Field, stored: Any) -> Field:
        known = values_of(field)
        removed = [{"value": item} for item in stored if item not in known]
        if not removed:
            return field
        return replace(field, options={**field.options, "choices": [*field.options["choices"], *removed]})

    def text(self, field: Field, value: Any, locale: Locale) -> str:
        return ", ".join(name_of(field, item, locale.language) for item in value)

    def summary_value(self, field: Field, value: list[str]) -> list[Label]:
        names = names_of(field)
        return [names.get(each, each) for each in value]

    def in_language(self, value: list[Label], language: str) -> list[str]:
        return [label_text(each, language) for each in value]

    def operand(self, field: Field, value: list[str], zone: tzinfo) -> Value:
        del field, zone
        return ",".join(value)


FIELD_TYPE = Choices()
