"""他表字段: a value of a linked record, pulled through to this one by the server; what a client sends is ignored.

`options["link"]` is the link field, `options["from"]` the field of the linked form. Publishing adds `source`, the type
and settings of that field as they were then, so that this form can be used without reading the other; where the field
cannot be pulled, `source` holds why, as `fault`. A `lookup` of a `lookup` has the source of that one.
"""

from collections.abc import Hashable, Iterator, Mapping
from dataclasses import replace
from datetime import tzinfo
from typing import Any, ClassVar

from ..formula import Kind, Value
from ..labels import Label
from ..link_options import form_ids
from ..lookup_options import FROZEN, LIVE
from ._registry import TYPES
from .base import Beside, Fault, Field, FieldType, Locale

_ID = {"type": "string", "maxLength": 40}


class Lookup(FieldType):
    """Every question about its values is answered by the type of its source (`meant`)."""

    type = "lookup"
    words: ClassVar[Label] = {"zh-CN": "他表字段", "en": "pulled-through field"}
    computed = True
    pulls = True
    may_be_indexed = True
    may_have_default = False
    options: ClassVar[dict[str, Any]] = {
        "link": {**_ID, "x-name": {"zh-CN": "经由的关联字段", "en": "link that it goes through"}},
        "from": {**_ID, "x-name": {"zh-CN": "要带出的字段", "en": "field to pull through"}},
        "mode": {
            "enum": [LIVE, FROZEN],
            "description": "`frozen`: copied when the record is chosen; `live`: follows the source.",
            "x-name": {"zh-CN": "更新方式", "en": "way of updating"},
        },
        "source": {
            "type": "object",
            "description": "Type and options of the source field; made by publishing, ignored in a draft.",
        },
    }
    needs = ("link", "from", "mode")

    def meant(self, field: Field) -> Field:
        source = field.options.get("source", {})
        if source.get("type") not in TYPES:
            return replace(field, type=self.stand_in, options={})
        return replace(field, type=source["type"], options=source.get("options", {}))

    def problems(self, field: Field) -> Iterator[Fault]:
        source = field.options.get("source", {})
        fault = source.get("fault")
        if fault:
            yield Fault(fault["code"], f"/options/{fault['option']}", **fault.get("params", {}))
        elif source.get("type") not in TYPES:
            yield Fault("lookup_field", "/options/from")
        elif field.indexed and not TYPES[source["type"]].may_be_indexed:
            yield Fault("cannot_be_indexed", "/indexed", type=source["type"])

    def names_beside(self, options: Mapping[str, Any]) -> Iterator[str]:
        yield str(options.get("link", ""))

    def names_of(self, options: Mapping[str, Any], form_id: str, beside: Beside) -> Iterator[str]:
        if form_id in form_ids(beside.get(str(options.get("link")), {})):
            yield str(options.get("from", ""))

    def storage_type(self, field: Field) -> str:
        source, meant = _source(field)
        return f"{self.type}:{source.storage_type(meant)}"

    def as_source(self, field: Field) -> dict[str, Any]:
        source, meant = _source(field)
        return source.as_source(meant)

    def offered(self, field: Field) -> list[Any]:
        source, meant = _source(field)
        return source.offered(meant)

    # -- values

    def schema(self, field: Field) -> dict[str, Any]:
        source, meant = _source(field)
        return {**source.schema(meant), "readOnly": True}

    def canonical(self, field: Field, value: Any) -> Any:
        del field
        return value

    def comparable(self, field: Field, value: Any) -> Hashable:
        source, meant = _source(field)
        return source.comparable(meant, value)

    # -- finding and comparing

    def compare_kind(self, field: Field) -> str:
        source, meant = _source(field)
        return source.compare_kind(meant)

    def unlimited(self, field: Field) -> Field:
        source, meant = _source(field)
        return source.unlimited(meant)

    def sql_type(self, field: Field) -> str:
        source, meant = _source(field)
        return source.sql_type(meant)

    def sort_key(self, field: Field, value: Any) -> str:
        source, meant = _source(field)
        return source.sort_key(meant, value)

    def whole_key(self, field: Field, value: Any) -> str:
        source, meant = _source(field)
        return source.whole_key(meant, value)

    def tokens(self, field: Field, value: Any, locale: Locale) -> Iterator[str]:
        source, meant = _source(field)
        return source.tokens(meant, value, locale)

    # -- showing

    def text(self, field: Field, value: Any, locale: Locale) -> str:
        source, meant = _source(field)
        return source.text(meant, value, locale)

    def shown_type(self, field: Field) -> str:
        source, meant = _source(field)
        return source.shown_type(meant)

    def summary_rank(self, field: Field) -> int:
        source, meant = _source(field)
        return source.summary_rank(meant)

    def summary_value(self, field: Field, value: Any) -> Any:
        source, meant = _source(field)
        return source.summary_value(meant, value)

    # -- formulas

    def formula_kind(self, field: Field) -> Kind:
        """Anything while the source is not known: a formula is not at fault for that."""
        if field.options.get("source", {}).get("type") not in TYPES:
            return Kind.ANY
        source, meant = _source(field)
        return source.formula_kind(meant)

    def operand(self, field: Field, value: Any, zone: tzinfo) -> Value:
        source, meant = _source(field)
        return source.operand(meant, value, zone)

    def currency(self, field: Field) -> str:
        source, meant = _source(field)
        return source.currency(meant)

    def stand_in_for(self, doc: Mapping[str, Any]) -> dict[str, Any]:
        """An unfinished one is taken for what its source is, if that is known."""
        source = doc.get("options", {}).get("source")
        known = isinstance(source, Mapping) and source.get("type") in TYPES
        options = {"link": "", "from": "", "mode": LIVE, "source": source if known else {}}
        return {**doc, "options": options}


def _source(field: Field) -> tuple[FieldType, Field]:
    meant = FIELD_TYPE.meant(field)
    return TYPES[meant.type], meant


FIELD_TYPE = Lookup()
