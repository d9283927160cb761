"""A score of whole numbers from one to `max`, shown as stars; compared and computed with as a number."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, ClassVar

from ..labels import Label
from ._decimals import DecimalType, places_of, read_decimal
from .base import Fault, Field, Locale, Reader

USUAL, MOST = 5, 10


class Rating(DecimalType):
    type = "rating"
    words: ClassVar[Label] = {"zh-CN": "评分", "en": "rating"}
    sql = "TINYINT"
    may_be_result = False
    options: ClassVar[dict[str, Any]] = {
        "max": {"type": "integer", "minimum": 2, "maximum": MOST, "x-name": {"zh-CN": "最高分", "en": "best score"}},
    }

    def best(self, field: Field) -> int:
        return int(field.options.get("max", USUAL))

    def places(self, field: Field) -> int:
        del field
        return 0

    def schema(self, field: Field) -> dict[str, Any]:
        return {"enum": [str(each) for each in range(1, self.best(field) + 1)]}

    def canonical(self, field: Field, value: Any) -> str:
        number = read_decimal(value)
        if places_of(number):
            raise self.too_fine(field)
        if number < 1:
            raise Fault("below_min", min="1")
        if number > self.best(field):
            raise Fault("above_max", max=str(self.best(field)))
        return self.written(field, number)

    def text(self, field: Field, value: Any, locale: Locale) -> str:
        del locale
        return f"{value}/{self.best(field)}"

    def word(self, entry: Mapping[str, Any], item: Any, reader: Reader) -> str:
        del entry, reader
        return "★" * int(Decimal(str(item)))

    def sql_type(self, field: Field) -> str:
        del field
        return self.sql

    def keeps_unit(self, field: Field) -> bool:
        del field
        return False


FIELD_TYPE = Rating()
