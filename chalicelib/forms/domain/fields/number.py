"""A quantity: exact decimal, at most 28 digits before and 12 behind the point."""

from typing import Any, ClassVar

from ..labels import Label
from ._decimals import DECIMAL_OPTION, PLACES, DecimalType
from .base import Field, Locale


class Number(DecimalType):
    type = "number"
    takes_any_column = True
    words: ClassVar[Label] = {"zh-CN": "数字", "en": "number"}
    may_be_unique = True
    options: ClassVar[dict[str, Any]] = {
        "decimals": {"type": "integer", "minimum": 0, "maximum": PLACES},
        "min": DECIMAL_OPTION,
        "max": DECIMAL_OPTION,
        "unit": {"type": "string", "minLength": 1, "maxLength": 20},
    }

    def places(self, field: Field) -> int:
        return int(field.options.get("decimals", PLACES))

    def text(self, field: Field, value: Any, locale: Locale) -> str:
        del locale
        unit = field.options.get("unit")
        return f"{value} {unit}" if unit else str(value)


FIELD_TYPE = Number()
