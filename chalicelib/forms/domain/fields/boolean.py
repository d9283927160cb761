"""Yes or no. For now only a formula results in it; a form has no such field."""

from collections.abc import Mapping
from datetime import tzinfo
from typing import Any, ClassVar

from ..formula import Kind, Value
from ..labels import Label
from .base import Fault, Field, FieldType, Locale, Reader

_TRUTHS = {"true": True, "false": False}


class Boolean(FieldType):
    type = "boolean"
    words: ClassVar[Label] = {"zh-CN": "是或否", "en": "yes or no"}
    kind = Kind.BOOLEAN
    compare = "boolean"
    sql = "BOOLEAN"
    may_be_field = False
    may_be_result = True
    may_be_indexed = True

    def stand_in_for(self, doc: Mapping[str, Any]) -> dict[str, Any]:
        """No field is a yes or no by itself."""
        return {**doc, "type": "formula", "options": {"expression": "TRUE", "result": self.type}}

    def schema(self, field: Field) -> dict[str, Any]:
        del field
        return {"type": "boolean"}

    def canonical(self, field: Field, value: Any) -> Any:
        del field
        return value

    def sort_key(self, field: Field, value: Any) -> str:
        del field
        return str(int(value))

    def unlimited_result(self, field: Field) -> Field:
        return Field(field.id, field.type, field.name, options={"result": self.type})

    def filtered_result(self, value: Any) -> bool:
        if str(value).lower() not in _TRUTHS:
            raise Fault("not_a_choice", value=str(value)[:60])
        return _TRUTHS[str(value).lower()]

    def text(self, field: Field, value: Any, locale: Locale) -> str:
        del field
        return {"zh-CN": ("否", "是")}.get(locale.language, ("no", "yes"))[bool(value)]

    def word(self, entry: Mapping[str, Any], item: Any, reader: Reader) -> str:
        del entry
        return {"zh-CN": ("否", "是")}.get(reader.language, ("No", "Yes"))[bool(item)]

    def operand(self, field: Field, value: Any, zone: tzinfo) -> Value:
        del field, zone
        return bool(value)


FIELD_TYPE = Boolean()
