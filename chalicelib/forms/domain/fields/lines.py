"""明细: rows of their own columns. Its rows are canonical when each cell is."""

from collections.abc import Iterator, Mapping
from typing import Any, ClassVar

from ..labels import Label
from .base import Fault, Field, FieldType, Locale, Reader

MOST_ROWS = 200


class Lines(FieldType):
    """`canonical` checks the list and its size; the cells are checked column by column by `values.py`."""

    type = "lines"
    words: ClassVar[Label] = {"zh-CN": "明细", "en": "table"}
    sql = ""
    may_be_listed = False
    may_be_in_title = False
    may_have_default = False
    listed_by_default = False
    in_formulas = False
    holds_rows = True
    may_be_column = False
    takes_cells = False
    options: ClassVar[dict[str, Any]] = {
        "min_rows": {"type": "integer", "minimum": 0, "maximum": MOST_ROWS},
        "max_rows": {"type": "integer", "minimum": 1, "maximum": MOST_ROWS},
        "columns": {"type": "array", "minItems": 1, "maxItems": 50},
    }
    needs = ("columns",)

    def problems(self, field: Field) -> Iterator[Fault]:
        if field.options.get("min_rows", 0) > self.most(field):
            yield Fault("min_above_max", "/options/min_rows")

    def most(self, field: Field) -> int:
        return int(field.options.get("max_rows", MOST_ROWS))

    def schema(self, field: Field) -> dict[str, Any]:
        return {"type": "array", "minItems": field.options.get("min_rows", 0), "maxItems": self.most(field)}

    def canonical(self, field: Field, value: Any) -> list[dict[str, Any]]:
        if not isinstance(value, list) or not all(isinstance(row, dict) for row in value):
            raise Fault("not_rows")
        if len(value) > self.most(field):
            raise Fault("too_many_rows", max=self.most(field))
        if len(value) < field.options.get("min_rows", 0):
            raise Fault("too_few_rows", min=field.options["min_rows"])
        return value

    def text(self, field: Field, value: Any, locale: Locale) -> str:
        del field, locale
        return str(len(value))

    def tokens(self, field: Field, value: Any, locale: Locale) -> Iterator[str]:
        del field, value, locale
        return iter(())

    def wording(self, entry: Mapping[str, Any], value: Any, reader: Reader) -> str:
        del entry
        return reader.counted(len(value)) if value else ""


FIELD_TYPE = Lines()
