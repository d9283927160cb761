"""A field type that the product does not have, in one file: one to five stars. It proves that a file is enough."""

from collections.abc import Hashable, Mapping
from datetime import tzinfo
from decimal import Decimal
from typing import Any, ClassVar

from chalicelib.forms.domain.fields import Fault, Field, FieldType, Locale, Reader
from chalicelib.forms.domain.formula import FormulaError, Kind, Value
from chalicelib.forms.domain.labels import Label


class Stars(FieldType):
    type = "stars"
    words: ClassVar[Label] = {"zh-CN": "星级", "en": "stars"}
    kind = Kind.NUMBER
    compare = "decimal"
    sql = "TINYINT"
    options: ClassVar[dict[str, Any]] = {
        "most": {"type": "integer", "minimum": 1, "maximum": 9, "x-name": {"zh-CN": "最多几颗星", "en": "most stars"}},
    }
    needs = ("most",)
    may_be_indexed = True
    may_be_result = True

    def schema(self, field: Field) -> dict[str, Any]:
        return {"type": "string", "pattern": f"^[1-{field.options['most']}]$"}

    def canonical(self, field: Field, value: Any) -> str:
        if not str(value).isdigit() or not 1 <= int(value) <= field.options.get("most", 9):
            raise Fault("not_a_number")
        return str(int(value))

    def comparable(self, field: Field, value: Any) -> Hashable:
        return str(value)

    def sort_key(self, field: Field, value: str) -> str:
        return value

    def text(self, field: Field, value: str, locale: Locale) -> str:
        return "★" * int(value)

    def summary_rank(self, field: Field) -> int:
        return 1

    def word(self, entry: Mapping[str, Any], item: Any, reader: Reader) -> str:
        return "★" * int(item)

    def operand(self, field: Field, value: str, zone: tzinfo) -> Value:
        return Decimal(value)

    def from_formula(self, field: Field, value: Decimal) -> str:
        if not 1 <= value <= 9:
            raise FormulaError("formula_too_large")
        return str(int(value))


FIELD_TYPE = Stars()
