"""An amount in one currency, to that currency's scale; what is finer is refused, never rounded behind the user."""

from decimal import Decimal
from typing import Any, ClassVar

from ....kernel.money import MINOR_UNITS, round_money, to_wire
from ._decimals import DECIMAL_OPTION, DecimalType
from .base import Fault, Field, Locale


class Money(DecimalType):
    type = "money"
    options: ClassVar[dict[str, Any]] = {
        "currency": {"enum": sorted(MINOR_UNITS)},
        "min": DECIMAL_OPTION,
        "max": DECIMAL_OPTION,
    }
    needs = ("currency",)

    def places(self, field: Field) -> int:
        return MINOR_UNITS[field.options["currency"]]

    def too_fine(self, field: Field) -> Fault:
        return Fault("money_scale", currency=field.options["currency"], places=self.places(field))

    def written(self, field: Field, number: Decimal) -> str:
        rounded = round_money(number, field.options["currency"])
        return to_wire(rounded.copy_abs() if rounded == 0 else rounded)

    def text(self, field: Field, value: Any, locale: Locale) -> str:
        del locale
        return f"{field.options['currency']} {Decimal(value):,f}"

    def nature(self, field: Field) -> str:
        return f"{self.type}:{field.options['currency']}"


FIELD_TYPE = Money()
