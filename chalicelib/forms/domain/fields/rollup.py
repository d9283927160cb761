"""What the records that link to this one come to: how many there are, a sum, the last of them.

Its value is not filled in and not computed when the record is saved: it is kept in a row beside the record, which the
records that link to it change (`service/rollups.py`). It is compared, sorted, shown and reckoned with as its result:
a count is a number, everything else what the field is that it is taken from. Publishing notes that field in the
options (`source`), so the form can be used without reading the other one.
"""

from collections.abc import Iterator, Mapping
from datetime import tzinfo
from typing import Any, ClassVar

from ..condition_fields import tested_fields
from ..formula import Kind, Value
from ..labels import Label
from ._registry import TYPES, shown_as
from .base import Beside, Fault, Field, FieldType, Locale

COUNTS = ("count", "distinct")
SUMS = ("sum", "avg")
EXTREMES = ("min", "max")
ENDS = ("first", "last")
FUNCTIONS = (*COUNTS, *SUMS, *EXTREMES, *ENDS)
_AVERAGE_PLACES = 2
"""An average of whole numbers is told to this many places at least."""


class Rollup(FieldType):
    type = "rollup"
    words: ClassVar[Label] = {"zh-CN": "汇总", "en": "roll-up"}
    computed = True
    kept_beside = True
    may_be_indexed = True
    may_be_column = False
    may_have_default = False
    options: ClassVar[dict[str, Any]] = {
        "form": {
            "type": "string",
            "pattern": "^[0-9a-hjkmnp-tv-z]{26}$",
            "x-name": {"zh-CN": "汇总哪些记录", "en": "Of which records"},
        },
        "link": {
            "type": "string",
            "pattern": r"^[a-z][a-z0-9_]{0,39}(\.[a-z][a-z0-9_]{0,39})?$",
            "x-name": {"zh-CN": "关联字段", "en": "Link field"},
        },
        "function": {"enum": list(FUNCTIONS)},
        "of": {"type": "string", "maxLength": 81, "x-name": {"zh-CN": "汇总字段", "en": "Field"}},
        "by": {"type": "string", "maxLength": 41, "x-name": {"zh-CN": "先后依据", "en": "In the order of"}},
        "where": {"type": ["object", "array"], "x-name": {"zh-CN": "条件", "en": "Condition"}},
        "source": {
            "type": "object",
            "description": "Made by publishing: `type` and `options` of the field that it is taken from.",
        },
        "since": {"type": "integer", "description": "Made by publishing: since which version it reckons as it does."},
    }
    needs = ("form", "link", "function")

    def problems(self, field: Field) -> Iterator[Fault]:
        options = field.options
        if options["function"] != "count" and not options.get("of"):
            yield Fault("rollup_field_missing", "/options/of")
        elif options["function"] != "count" and "source" not in options:
            yield Fault("rollup_field_unknown", "/options/of")
        made = result_of(field)
        if field.indexed and not TYPES[made.type].may_be_indexed:
            yield Fault("cannot_be_indexed", "/indexed", type=made.type)

    def stand_in_for(self, doc: Mapping[str, Any]) -> dict[str, Any]:
        options = doc.get("options")
        source = options.get("source") if isinstance(options, Mapping) else None
        if isinstance(source, Mapping) and str(source.get("type")) in TYPES:
            return TYPES[source["type"]].stand_in_for({**doc, **source})
        return {**doc, "type": "number", "options": {}}

    def names_of(self, options: Mapping[str, Any], form_id: str, beside: Beside) -> Iterator[str]:
        del beside
        if options.get("form") == form_id:
            yield from (str(options[part]) for part in ("link", "of", "by") if part in options)
            yield from tested_fields(options.get("where"))

    def copied(self, options: Mapping[str, Any], former: str, form_id: str) -> dict[str, Any]:
        return {**options, "form": form_id} if options.get("form") == former else dict(options)

    def storage_type(self, field: Field) -> str:
        return ":".join((self.type, self.shown_type(field), self.currency(field)))

    def meant(self, field: Field) -> Field:
        return result_of(field)

    def may_be_pulled(self) -> bool:
        """Its record does not change when it does, so nobody who follows the record would hear of it."""
        return False

    def as_source(self, field: Field) -> dict[str, Any]:
        made = result_of(field)
        return TYPES[made.type].as_source(made)

    def schema(self, field: Field) -> dict[str, Any]:
        del field
        return {"readOnly": True}

    def canonical(self, field: Field, value: Any) -> Any:
        del field
        return value

    # -- as its result

    def compare_kind(self, field: Field) -> str:
        made = result_of(field)
        return TYPES[made.type].compare_kind(made)

    def unlimited(self, field: Field) -> Field:
        made = result_of(field)
        return TYPES[made.type].unlimited(made)

    def sql_type(self, field: Field) -> str:
        made = result_of(field)
        return TYPES[made.type].sql_type(made)

    def sort_key(self, field: Field, value: Any) -> str:
        made = result_of(field)
        return TYPES[made.type].sort_key(made, value)

    def whole_key(self, field: Field, value: Any) -> str:
        made = result_of(field)
        return TYPES[made.type].whole_key(made, value)

    def tokens(self, field: Field, value: Any, locale: Locale) -> Iterator[str]:
        made = result_of(field)
        return TYPES[made.type].tokens(made, value, locale)

    def text(self, field: Field, value: Any, locale: Locale) -> str:
        made = result_of(field)
        return TYPES[made.type].text(made, value, locale)

    def shown_type(self, field: Field) -> str:
        made = result_of(field)
        return TYPES[made.type].shown_type(made)

    def summary_rank(self, field: Field) -> int:
        made = result_of(field)
        return TYPES[made.type].summary_rank(made)

    def summary_value(self, field: Field, value: Any) -> Any:
        made = result_of(field)
        return TYPES[made.type].summary_value(made, value)

    def formula_kind(self, field: Field) -> Kind:
        made = result_of(field)
        return TYPES[made.type].formula_kind(made)

    def operand(self, field: Field, value: Any, zone: tzinfo) -> Value:
        made = result_of(field)
        return TYPES[made.type].operand(made, value, zone)

    def currency(self, field: Field) -> str:
        made = result_of(field)
        return TYPES[made.type].currency(made)

    def keeps_unit(self, field: Field) -> bool:
        made = result_of(field)
        return TYPES[made.type].keeps_unit(made)


def result_of(field: Field) -> Field:
    """The field that it is shown and compared as; a number while nothing is known of what it is taken from."""
    function, source = field.options.get("function"), field.options.get("source")
    if function in COUNTS or not isinstance(source, Mapping) or source.get("type") not in TYPES:
        return Field(field.id, "number", field.name, options={"decimals": 0} if function in COUNTS else {})
    options = {name: value for name, value in source.get("options", {}).items() if name not in ("min", "max")}
    made = Field(field.id, source["type"], field.name, options=options)
    shown = TYPES[made.type].shown_type(made)
    if TYPES[shown].compare_kind(made) == "decimal" and not TYPES[shown].may_be_result:
        # A figure out of so many, as a rating is, would be out of something else.
        made, shown = Field(field.id, "number", field.name, options=options), "number"
    if function == "avg" and shown != "money":
        options["decimals"] = max(int(options.get("decimals", _AVERAGE_PLACES)), _AVERAGE_PLACES)
    return made


def stored(field: Field, number: Any) -> Any:
    """What a sum or an average is kept as. Raises FormulaError if it is larger than a field may hold."""
    made = result_of(field)
    return shown_as(TYPES[made.type].shown_type(made)).from_formula(made, number)


FIELD_TYPE = Rollup()
