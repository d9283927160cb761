"""An amount in one currency. What is finer than the field allows is refused, never rounded behind the user."""

from decimal import Decimal
from typing import Any, ClassVar

from ....kernel.money import MAX_MONEY_PLACES, MINOR_UNITS, money_places, money_text
from ._decimals import DECIMAL_OPTION, DecimalType
from .base import Fault, Field, Locale

MONEY_DECIMALS: dict[str, Any] = {"type": "integer", "minimum": 0, "maximum": MAX_MONEY_PLACES}


class Money(DecimalType):
    """`decimals` are the places of the amount, such as 4 for a unit price; the currency's own if missing."""

    type = "money"
    options: ClassVar[dict[str, Any]] = {
        "currency": {"enum": sorted(MINOR_UNITS)},
        "decimals": MONEY_DECIMALS,
        "min": DECIMAL_OPTION,
        "max": DECIMAL_OPTION,
    }
    needs = ("currency",)

    def places(self, field: Field) -> int:
        return money_places(field.options["currency"], field.options.get("decimals"))

    def too_fine(self, field: Field) -> Fault:
        return Fault("money_scale", currency=field.options["currency"], places=self.places(field))

    def written(self, field: Field, number: Decimal) -> str:
        return money_text(number, field.options["currency"], field.options.get("decimals"))

    def text(self, field: Field, value: Any, locale: Locale) -> str:
        del locale
        return f"{field.options['currency']} {Decimal(value):,f}"

    def storage_type(self, field: Field) -> str:
        return f"{self.type}:{field.options['currency']}"


FIELD_TYPE = Money()
