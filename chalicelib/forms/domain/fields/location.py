"""A place on the map in WGS 84, from the device or typed in: degrees to six places, which is a decimetre."""

from collections.abc import Hashable, Iterator, Mapping
from decimal import Decimal
from typing import Any, ClassVar

from ..labels import Label
from ._decimals import places_of, plain, read_decimal
from ._texts import read_text
from .base import Fault, Field, FieldType, Locale

PLACES = 6
MOST_ADDRESS = 200
_LIMITS = {"lat": 90, "lng": 180}
_MOST_METRES = 1_000_000
_PARTS = frozenset({"lat", "lng", "accuracy", "address"})


class Location(FieldType):
    """Canonical: `{"lat": "31.230416", "lng": "121.473701", "accuracy"?: "20" (metres), "address"?: "…"}`. Degrees are
    exact decimals; finer ones are refused, never rounded. Conditions ask only whether it is empty.
    """

    type = "location"
    words: ClassVar[Label] = {"zh-CN": "位置", "en": "location"}
    sql = "STRUCT(lat DECIMAL(8, 6), lng DECIMAL(9, 6), accuracy DECIMAL(8, 1), address VARCHAR)"
    may_have_default = False
    in_formulas = False
    listed_by_default = False
    takes_cells = False

    def schema(self, field: Field) -> dict[str, Any]:
        del field
        degrees = {"type": "string", "pattern": rf"^-?[0-9]{{1,3}}(\.[0-9]{{1,{PLACES}}})?$"}
        return {
            "type": "object",
            "required": ["lat", "lng"],
            "additionalProperties": False,
            "properties": {
                "lat": degrees,
                "lng": degrees,
                "accuracy": {"type": "string", "pattern": r"^[0-9]{1,7}(\.[0-9])?$"},
                "address": {"type": "string", "minLength": 1, "maxLength": MOST_ADDRESS},
            },
        }

    def canonical(self, field: Field, value: Any) -> dict[str, str]:
        """Raises Fault not_a_location, not_a_number, too_many_places, below_min, above_max or text_too_long."""
        del field
        if not isinstance(value, Mapping) or not _LIMITS.keys() <= value.keys() <= _PARTS:
            raise Fault("not_a_location")
        found = {name: plain(_number(value, name, PLACES, -limit, limit)) for name, limit in _LIMITS.items()}
        if value.get("accuracy") not in (None, ""):
            found["accuracy"] = plain(_number(value, "accuracy", 1, 0, _MOST_METRES))
        address = read_text(value.get("address") or "", multiline=False)
        if len(address) > MOST_ADDRESS:
            raise Fault("text_too_long", "/address", limit=MOST_ADDRESS)
        return {**found, "address": address} if address else found

    def comparable(self, field: Field, value: Any) -> Hashable:
        try:
            return tuple(sorted(self.canonical(field, value).items()))
        except Fault:
            return super().comparable(field, value)

    def tokens(self, field: Field, value: Any, locale: Locale) -> Iterator[str]:
        yield self.text(field, value, locale)

    def text(self, field: Field, value: Any, locale: Locale) -> str:
        del field, locale
        return _told(value)

    def summary_value(self, field: Field, value: Any) -> str:
        del field
        return _told(value)


def _told(value: Mapping[str, str]) -> str:
    return " ".join(part for part in (value.get("address", ""), f"({value['lat']}, {value['lng']})") if part)


def _number(value: Mapping[str, Any], name: str, places: int, least: int, most: int) -> Decimal:
    try:
        number = read_decimal(value[name])
    except Fault as fault:
        raise Fault(fault.code, f"/{name}") from fault
    if places_of(number) > places:
        raise Fault("too_many_places", f"/{name}", places=places)
    if number < least:
        raise Fault("below_min", f"/{name}", min=str(least))
    if number > most:
        raise Fault("above_max", f"/{name}", max=str(most))
    return number


FIELD_TYPE = Location()
