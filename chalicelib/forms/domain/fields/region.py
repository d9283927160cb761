"""A province, city and district of China, by the codes of GB/T 2260. Conditions find it by any of its levels."""

from collections.abc import Hashable, Iterator
from datetime import tzinfo
from typing import Any, ClassVar

from ..formula import Kind, Value
from ..labels import Label
from ..regions import find_region, names_of_path
from ._regions import LEVEL_OPTION, PATH_SCHEMA, comparable_region, read_region
from .base import Cell, CellReading, Fault, Field, FieldType, Locale

BETWEEN = " / "


class Region(FieldType):
    """Canonical: `["310000", "310100", "310115"]`; the last code alone is accepted. A code that was abolished stays in
    records that have it and is refused for others. In a formula it is its names joined by `/`.
    """

    type = "region"
    words: ClassVar[Label] = {"zh-CN": "省市区", "en": "region"}
    compare = "region"
    sql = "VARCHAR[]"
    kind = Kind.TEXT
    in_serials = True
    options: ClassVar[dict[str, Any]] = {"level": LEVEL_OPTION}

    def schema(self, field: Field) -> dict[str, Any]:
        del field
        return PATH_SCHEMA

    def canonical(self, field: Field, value: Any) -> list[str]:
        return read_region(field, value)

    def from_cell(self, field: Field, cell: Cell, reading: CellReading) -> str:
        """Raises Fault not_a_region."""
        del field
        text = cell.plain(reading.language)
        code, rest = find_region(text)
        if not code or rest:
            raise Fault("not_a_region", region=text[:20])
        return code

    def comparable(self, field: Field, value: Any) -> Hashable:
        return comparable_region(value) or super().comparable(field, value)

    def tokens(self, field: Field, value: Any, locale: Locale) -> Iterator[str]:
        yield self.text(field, value, locale)

    def text(self, field: Field, value: Any, locale: Locale) -> str:
        del field, locale
        return BETWEEN.join(names_of_path(value))

    def summary_value(self, field: Field, value: Any) -> str:
        del field
        return BETWEEN.join(names_of_path(value))

    def segment(self, field: Field, value: list[str]) -> str:
        """The code."""
        del field
        return value[-1]

    def operand(self, field: Field, value: Any, zone: tzinfo) -> Value:
        del field, zone
        return "/".join(names_of_path(value))


FIELD_TYPE = Region()
