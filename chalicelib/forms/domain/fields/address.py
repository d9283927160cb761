"""An address in China: its region, and the street with its number; a postcode if the form asks for one."""

import re
from collections.abc import Callable, Hashable, Iterator, Mapping
from dataclasses import replace
from typing import Any, ClassVar

from ..labels import Label
from ..regions import find_region, names_of_path
from ._regions import LEVEL_OPTION, PATH_SCHEMA, comparable_region, read_region
from ._texts import read_text
from .base import Cell, CellReading, Fault, Field, FieldType, Locale

MOST_DETAIL = 200
_POSTCODE = re.compile(r"[0-9]{6}\Z")
_REQUIRED, _PARTS = ("region", "detail"), ("region", "detail", "postcode")


class Address(FieldType):
    """Canonical: `{"region": ["310000", "310100", "310115"], "detail": "世纪大道 1 号", "postcode"?: "200120"}`.

    Conditions ask only whether it is empty.
    """

    type = "address"
    words: ClassVar[Label] = {"zh-CN": "地址", "en": "address"}
    sql = "STRUCT(region VARCHAR[], detail VARCHAR, postcode VARCHAR)"
    may_have_default = False
    in_formulas = False
    options: ClassVar[dict[str, Any]] = {
        "level": LEVEL_OPTION,
        "postcode": {"type": "boolean", "x-name": {"zh-CN": "填写邮编", "en": "postcode"}},
    }

    def schema(self, field: Field) -> dict[str, Any]:
        del field
        return {
            "type": "object",
            "required": list(_REQUIRED),
            "additionalProperties": False,
            "properties": {
                "region": PATH_SCHEMA,
                "detail": {"type": "string", "minLength": 1, "maxLength": MOST_DETAIL},
                "postcode": {"type": "string", "pattern": "^[0-9]{6}$"},
            },
        }

    def canonical(self, field: Field, value: Any) -> dict[str, Any]:
        if not isinstance(value, Mapping) or not set(value) <= set(_PARTS) or "region" not in value:
            raise Fault("not_an_address")
        held = field.options.get("held")
        if held is not None and comparable_region(value["region"]) == tuple(held):
            region = list(held)
        else:
            region = _at("/region", lambda: read_region(field, value["region"]))
        found: dict[str, Any] = {"region": region}
        found["detail"] = _at("/detail", lambda: read_text(value.get("detail", ""), multiline=False))
        if not found["detail"]:
            raise Fault("address_detail", "/detail")
        if len(found["detail"]) > MOST_DETAIL:
            raise Fault("text_too_long", "/detail", limit=MOST_DETAIL)
        postcode = value.get("postcode")
        if postcode not in (None, ""):
            if not isinstance(postcode, str) or not _POSTCODE.match(postcode.strip()):
                raise Fault("not_a_postcode", "/postcode")
            found["postcode"] = postcode.strip()
        return found

    def from_cell(self, field: Field, cell: Cell, reading: CellReading) -> dict[str, str]:
        """The region stands in front of the street: `上海市浦东新区世纪大道 1 号`. Raises Fault not_a_region."""
        del field
        text = cell.plain(reading.language)
        code, rest = find_region(text)
        if not code:
            raise Fault("not_a_region", region=text[:20])
        return {"region": code, "detail": rest}

    def tolerating(self, field: Field, stored: Any) -> Field:
        """A region that was abolished since may stay while the street is corrected."""
        return replace(field, options={**field.options, "held": stored["region"]})

    def comparable(self, field: Field, value: Any) -> Hashable:
        if not isinstance(value, Mapping):
            return super().comparable(field, value)
        parts = {name: str(each).strip() for name, each in value.items() if name != "region" and each}
        return comparable_region(value.get("region")), tuple(sorted(parts.items()))

    def tokens(self, field: Field, value: Any, locale: Locale) -> Iterator[str]:
        yield self.text(field, value, locale)

    def text(self, field: Field, value: Any, locale: Locale) -> str:
        del field, locale
        return _in_one_line(value)

    def summary_value(self, field: Field, value: Any) -> str:
        del field
        return _in_one_line(value)


def _in_one_line(value: Mapping[str, Any]) -> str:
    place = "".join(names_of_path(value["region"]))
    return " ".join(part for part in (f"{place}{value['detail']}", value.get("postcode", "")) if part)


def _at(path: str, read: Callable[[], Any]) -> Any:
    try:
        return read()
    except Fault as fault:
        raise Fault(fault.code, path + fault.path, **fault.params) from fault


FIELD_TYPE = Address()
