"""What member and department share: one id, or several. Whether an id is somebody is asked of the directory."""

from collections.abc import Hashable, Iterator, Mapping
from datetime import tzinfo
from typing import Any, ClassVar

from ....kernel.ids import is_id
from ..cell_formats import CellValue
from ..formula import Kind, Value
from ..normalisers import EXACT
from .base import Cell, CellReading, Fault, Field, FieldType, Reader

ID = "^[0-9a-hjkmnp-tv-z]{26}$"
MOST = 50


class PeopleType(FieldType):
    kind = Kind.TEXT
    options: ClassVar[dict[str, Any]] = {"multiple": {"type": "boolean"}}
    may_be_indexed = True
    may_be_in_title = False
    compare_several: ClassVar[str]
    """`compare` of a field that names several."""
    not_an_id: ClassVar[str]

    def matched_as(self, field: Field) -> tuple[str, ...]:
        return () if field.options.get("multiple") else (EXACT,)

    def schema(self, field: Field) -> dict[str, Any]:
        one = {"type": "string", "pattern": ID}
        if field.options.get("multiple"):
            return {"type": "array", "items": one, "uniqueItems": True, "maxItems": MOST}
        return one

    def canonical(self, field: Field, value: Any) -> str | list[str]:
        if not field.options.get("multiple"):
            return self._one(value)
        if not isinstance(value, list):
            raise Fault("not_a_list")
        found = list(dict.fromkeys(self._one(item) for item in value))
        if len(found) > MOST:
            raise Fault("too_many_chosen", max=MOST)
        return found

    def from_cell(self, field: Field, cell: Cell, reading: CellReading) -> str | list[str]:
        """Whom the cell names; several with commas between them. Raises Fault named_nobody, named_several."""
        if not field.options.get("multiple"):
            return self._named(field, cell.plain(reading.language), reading)
        return [self._named(field, part, reading) for part in reading.parts(cell)]

    def _named(self, field: Field, text: str, reading: CellReading) -> str:
        found = reading.named(field, text)
        if len(found) != 1:
            raise Fault("named_several" if found else "named_nobody", value=text[:60])
        return found[0]

    def _one(self, value: Any) -> str:
        if not is_id(value):
            raise Fault(self.not_an_id)
        return str(value)

    def comparable(self, field: Field, value: Any) -> Hashable:
        found = super().comparable(field, value)
        return tuple(dict.fromkeys(found)) if isinstance(found, tuple) else found

    def ids(self, value: str | list[str]) -> list[str]:
        return value if isinstance(value, list) else [value]

    def sort_key(self, field: Field, value: Any) -> str:
        del field
        return ",".join(self.ids(value))[:500]

    def whole_key(self, field: Field, value: Any) -> str:
        del field
        return ",".join(self.ids(value))

    def operand(self, field: Field, value: Any, zone: tzinfo) -> Value:
        del field, zone
        return ",".join(self.ids(value))

    def compare_kind(self, field: Field) -> str:
        return self.compare_several if field.options.get("multiple") else self.compare

    def unlimited(self, field: Field) -> Field:
        several = {"multiple": True} if field.options.get("multiple") else {}
        return Field(field.id, field.type, field.name, options=several)

    def filtered(self, field: Field, unlimited: Field, value: Any) -> str | list[str]:
        """One of several may be given by itself."""
        del field
        return self.canonical(unlimited, [value] if unlimited.options and isinstance(value, str) else value)

    def sql_type(self, field: Field) -> str:
        return "VARCHAR[]" if field.options.get("multiple") else "VARCHAR"

    def named_by_default(self, default: Any) -> Iterator[str]:
        for each in default if isinstance(default, list) else [default]:
            if isinstance(each, str) and not each.startswith("@"):
                yield each

    def word(self, entry: Mapping[str, Any], item: Any, reader: Reader) -> str:
        del entry
        return reader.named(self.type, str(item))

    def cell(self, field: Field, value: Any, reader: Reader) -> CellValue:
        del field
        return reader.joined([reader.named(self.type, each) for each in self.ids(value)])

    def storage_type(self, field: Field) -> str:
        return f"{self.type}:many" if field.options.get("multiple") else self.type
