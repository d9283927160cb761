"""An amount in one currency. What is finer than the field allows is refused, never rounded behind the user."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any, ClassVar

from ....kernel.money import MAX_MONEY_PLACES, MINOR_UNITS, amount_text, money_places, money_text
from ..cell_formats import number_format
from ..formula import round_places
from ..labels import Label
from ._decimals import DECIMAL_OPTION, DecimalType
from .base import Fault, Field, Locale, Reader

MONEY_DECIMALS: dict[str, Any] = {"type": "integer", "minimum": 0, "maximum": MAX_MONEY_PLACES}


class Money(DecimalType):
    """`decimals` are the places of the amount, such as 4 for a unit price; the currency's own if missing. With `words`
    pages write it in Chinese capitals (大写金额), too.
    """

    type = "money"
    takes_any_column = True
    column_options: ClassVar[dict[str, Any]] = {"currency": "CNY"}
    words: ClassVar[Label] = {"zh-CN": "金额", "en": "amount"}
    options: ClassVar[dict[str, Any]] = {
        "currency": {"enum": sorted(MINOR_UNITS)},
        "decimals": MONEY_DECIMALS,
        "min": DECIMAL_OPTION,
        "max": DECIMAL_OPTION,
        "words": {"type": "boolean", "x-name": {"zh-CN": "显示大写金额", "en": "amount in Chinese capitals"}},
    }
    needs = ("currency",)

    def problems(self, field: Field) -> Iterator[Fault]:
        yield from super().problems(field)
        if field.options.get("words") and field.options["currency"] != "CNY":
            yield Fault("words_currency", "/options/words")

    def places(self, field: Field) -> int:
        return money_places(field.options["currency"], field.options.get("decimals"))

    def too_fine(self, field: Field) -> Fault:
        return Fault("money_scale", currency=field.options["currency"], places=self.places(field))

    def written(self, field: Field, number: Decimal) -> str:
        return money_text(number, field.options["currency"], field.options.get("decimals"))

    def text(self, field: Field, value: Any, locale: Locale) -> str:
        del locale
        return f"{field.options['currency']} {Decimal(value):,f}"

    def word(self, entry: Mapping[str, Any], item: Any, reader: Reader) -> str:
        del reader
        return amount_text(Decimal(str(item)), str(entry.get("currency", "CNY")), entry.get("decimals"))

    def cell_format(self, field: Field) -> str:
        return number_format(self.places(field))

    def result_problems(self, field: Field) -> Iterator[Fault]:
        if "currency" not in field.options:
            yield Fault("currency_missing", "/options/currency")
        yield from super().result_problems(field)

    def from_formula(self, field: Field, value: Decimal) -> str:
        return self.written(field, round_places(value, self.places(field)))

    def currency(self, field: Field) -> str:
        return str(field.options.get("currency", ""))

    def keeps_unit(self, field: Field) -> bool:
        del field
        return False

    def storage_type(self, field: Field) -> str:
        return f"{self.type}:{field.options['currency']}"


FIELD_TYPE = Money()
