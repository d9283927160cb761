"""A rate, stored as the fraction that it is: "0.1" is 10 %. `decimals` counts the places of the percentage."""

from decimal import Decimal
from typing import Any, ClassVar

from ._decimals import DECIMAL_OPTION, PLACES, DecimalType, plain, shifted
from .base import Field, Locale


class Percent(DecimalType):
    type = "percent"
    options: ClassVar[dict[str, Any]] = {
        "decimals": {"type": "integer", "minimum": 0, "maximum": PLACES - 2},
        "min": DECIMAL_OPTION,
        "max": DECIMAL_OPTION,
    }

    def places(self, field: Field) -> int:
        return int(field.options.get("decimals", 2)) + 2

    def text(self, field: Field, value: Any, locale: Locale) -> str:
        del field, locale
        return f"{plain(shifted(Decimal(value), 2))}%"


FIELD_TYPE = Percent()
