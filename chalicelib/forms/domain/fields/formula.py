"""A value that the form computes. The client may show its own; the server's is the one that is stored."""

from collections.abc import Iterator
from datetime import date, tzinfo
from decimal import Decimal
from typing import Any, ClassVar

from ....kernel.money import MAX_MONEY_PLACES, MINOR_UNITS, money_places, money_text, percent_text
from ..formula import FormulaError, Kind, Value, kind_of, number_text, round_places
from ..normal_form import folded
from ._decimals import PLACES, decimal_key
from ._texts import text_key
from .base import Fault, Field, FieldType, Locale
from .percent import MOST_DECIMALS

MOST_TEXT = 2_000
_NUMBERS = ("number", "money", "percent")
_MOST_DECIMALS = {"number": PLACES, "money": MAX_MONEY_PLACES, "percent": MOST_DECIMALS}
_KINDS = {**dict.fromkeys(_NUMBERS, Kind.NUMBER), "text": Kind.TEXT, "date": Kind.DATE, "boolean": Kind.BOOLEAN}


class Formula(FieldType):
    type = "formula"
    computed = True
    may_be_indexed = True
    options: ClassVar[dict[str, Any]] = {
        "expression": {"type": "string", "minLength": 1, "maxLength": 2_000},
        "result": {"enum": sorted(_KINDS)},
        "currency": {"enum": sorted(MINOR_UNITS)},
        "decimals": {"type": "integer", "minimum": 0, "maximum": PLACES},
    }
    needs = ("expression", "result")

    def problems(self, field: Field) -> Iterator[Fault]:
        is_money = field.options["result"] == "money"
        if is_money and "currency" not in field.options:
            yield Fault("currency_missing", "/options/currency")
        if "decimals" in field.options:
            most = _MOST_DECIMALS.get(field.options["result"])
            if most is None:
                yield Fault("decimals_without_number", "/options/decimals")
            elif field.options["decimals"] > most:
                yield Fault("schema_maximum", "/options/decimals", expected=str(most))

    def store(self, field: Field, value: Value) -> Any:
        """The evaluated value in its stored form; None for a blank. Raises FormulaError formula_type or too large."""
        if value is None:
            return None
        expected = self.formula_kind(field)
        if {kind_of(value), expected} == {Kind.NUMBER, Kind.DATE}:
            return None  # the types were checked at publishing: only a day that is not filled in comes out as a number
        if kind_of(value) is not expected:
            raise FormulaError("formula_type", found=kind_of(value).value, expected=expected.value)
        if isinstance(value, Decimal):
            return self._number(field, value)
        if isinstance(value, str) and len(value) > MOST_TEXT:
            raise FormulaError("formula_too_large")
        if isinstance(value, date):
            return value.isoformat()
        return None if value == "" else value

    def _number(self, field: Field, value: Decimal) -> str:
        """Rounded half up, once, at the end. The places of a percentage are those of the number before the sign."""
        result, decimals = field.options["result"], field.options.get("decimals")
        if result == "money":
            currency = field.options["currency"]
            return money_text(round_places(value, money_places(currency, decimals)), currency, decimals)
        places = PLACES if decimals is None else int(decimals) + (2 if result == "percent" else 0)
        return number_text(round_places(value, min(places, PLACES)))

    def schema(self, field: Field) -> dict[str, Any]:
        return {"type": "boolean" if field.options["result"] == "boolean" else "string", "readOnly": True}

    def canonical(self, field: Field, value: Any) -> Any:
        del field
        return value

    def sort_key(self, field: Field, value: Any) -> str:
        result = field.options["result"]
        if result in _NUMBERS:
            return decimal_key(Decimal(value))
        if result == "text":
            return text_key(value)
        return str(int(value)) if result == "boolean" else str(value)

    def whole_key(self, field: Field, value: Any) -> str:
        return folded(value) if field.options["result"] == "text" else self.sort_key(field, value)

    def text(self, field: Field, value: Any, locale: Locale) -> str:
        result = field.options["result"]
        if result == "percent":
            return percent_text(Decimal(value), field.options.get("decimals"))
        if result == "money":
            return f"{field.options['currency']} {Decimal(value):,f}"
        if result == "boolean":
            return {"zh-CN": ("否", "是")}.get(locale.language, ("no", "yes"))[bool(value)]
        return str(value)

    def operand(self, field: Field, value: Any, zone: tzinfo) -> Value:
        del zone
        kind = self.formula_kind(field)
        if kind is Kind.NUMBER:
            return Decimal(value)
        if kind is Kind.DATE:
            return date.fromisoformat(value)
        return bool(value) if kind is Kind.BOOLEAN else str(value)

    def formula_kind(self, field: Field) -> Kind:
        return _KINDS[field.options["result"]]

    def storage_type(self, field: Field) -> str:
        return ":".join((self.type, field.options["result"], field.options.get("currency", "")))


FIELD_TYPE = Formula()
