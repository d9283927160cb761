"""A value that the form computes. The client may show its own; the server's is the one that is stored.

It has a type for its result (`options["result"]`, one that `may_be_result`) and is compared, sorted and shown as that.
"""

from collections.abc import Iterator, Mapping
from datetime import tzinfo
from typing import Any, ClassVar

from ....kernel.money import MINOR_UNITS
from ..formula import FormulaError, Kind, Value, kind_of, named_in
from ..labels import Label
from ._decimals import PLACES
from ._registry import RESULTS
from .base import Fault, Field, FieldType, Locale


class Formula(FieldType):
    type = "formula"
    words: ClassVar[Label] = {"zh-CN": "公式", "en": "formula"}
    computed = True
    has_expression = True
    may_be_indexed = True
    may_have_default = False
    options: ClassVar[dict[str, Any]] = {
        "expression": {"type": "string", "minLength": 1, "maxLength": 2_000},
        "result": {"type": "string"},
        "currency": {"enum": sorted(MINOR_UNITS)},
        "decimals": {"type": "integer", "minimum": 0, "maximum": PLACES},
    }
    needs = ("expression", "result")

    def options_schema(self) -> dict[str, Any]:
        schema = super().options_schema()
        return {**schema, "properties": {**self.options, "result": {"enum": sorted(RESULTS)}}}

    def problems(self, field: Field) -> Iterator[Fault]:
        return _result(field).result_problems(field)

    def stand_in_for(self, doc: Mapping[str, Any]) -> dict[str, Any]:
        result = RESULTS.get(str(doc.get("options", {}).get("result")))
        return result.stand_in_for(doc) if result else super().stand_in_for(doc)

    def as_source(self, field: Field) -> dict[str, Any]:
        """Without its expression: how a value is computed is for those who may see the form that computes it."""
        options = {name: value for name, value in field.options.items() if name != "expression"}
        return {"type": self.type, "options": options}

    def names_beside(self, options: Mapping[str, Any]) -> Iterator[str]:
        return named_in(options.get("expression"))

    def storage_type(self, field: Field) -> str:
        return ":".join((self.type, field.options["result"], field.options.get("currency", "")))

    def schema(self, field: Field) -> dict[str, Any]:
        is_boolean = self.formula_kind(field) is Kind.BOOLEAN
        return {"type": "boolean" if is_boolean else "string", "readOnly": True}

    def canonical(self, field: Field, value: Any) -> Any:
        del field
        return value

    def store(self, field: Field, value: Value) -> Any:
        """The evaluated value in its stored form; None for a blank. Raises FormulaError formula_type or too large."""
        if value is None:
            return None
        expected = self.formula_kind(field)
        if {kind_of(value), expected} == {Kind.NUMBER, Kind.DATE}:
            return None  # the types were checked at publishing: only a day that is not filled in comes out as a number
        if kind_of(value) is not expected:
            raise FormulaError("formula_type", found=kind_of(value).value, expected=expected.value)
        return _result(field).from_formula(field, value)

    # -- as its result

    def compare_kind(self, field: Field) -> str:
        return _result(field).compare_kind(field)

    def unlimited(self, field: Field) -> Field:
        return _result(field).unlimited_result(field)

    def filtered(self, field: Field, unlimited: Field, value: Any) -> Any:
        del unlimited
        return _result(field).filtered_result(value)

    def sql_type(self, field: Field) -> str:
        return _result(field).sql_type(field)

    def sort_key(self, field: Field, value: Any) -> str:
        return _result(field).sort_key(field, value)

    def whole_key(self, field: Field, value: Any) -> str:
        return _result(field).whole_key(field, value)

    def text(self, field: Field, value: Any, locale: Locale) -> str:
        return _result(field).text(field, value, locale)

    def shown_type(self, field: Field) -> str:
        return _result(field).type

    def summary_rank(self, field: Field) -> int:
        return _result(field).summary_rank(field)

    def formula_kind(self, field: Field) -> Kind:
        return _result(field).kind

    def operand(self, field: Field, value: Any, zone: tzinfo) -> Value:
        return _result(field).operand(field, value, zone)

    def currency(self, field: Field) -> str:
        return _result(field).currency(field)

    def keeps_unit(self, field: Field) -> bool:
        return _result(field).keeps_unit(field)


def _result(field: Field) -> FieldType:
    return RESULTS[field.options["result"]]


FIELD_TYPE = Formula()
