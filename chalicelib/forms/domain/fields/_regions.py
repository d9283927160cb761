"""What region and address share: reading a code or a path of codes down to the level that the field asks for."""

from typing import Any

from ..regions import LEVELS, path_of, regions
from .base import Fault, Field

CODE = r"^[1-9][0-9]{5}$"
LEVEL_OPTION: dict[str, Any] = {
    "enum": list(LEVELS),
    "x-name": {"zh-CN": "选到哪一级", "en": "level"},
}
_WRONG_LEVEL = {
    "province": "region_level_province",
    "city": "region_level_city",
    "district": "region_level_district",
}
PATH_SCHEMA: dict[str, Any] = {
    "type": "array",
    "items": {"type": "string", "pattern": CODE},
    "minItems": 1,
    "maxItems": len(LEVELS),
}


def read_region(field: Field, value: Any) -> list[str]:
    """The codes from the province down. Raises Fault not_a_region, region_abolished, not_a_path or region_level."""
    given = [value] if isinstance(value, str) else value
    if not isinstance(given, list) or not given or not all(isinstance(each, str) for each in given):
        raise Fault("not_a_region", region=str(value)[:20])
    code = given[-1].strip()
    known = regions()
    if code in known.abolished:
        raise Fault("region_abolished", name=known.abolished[code], region=code)
    if code not in known.names:
        raise Fault("not_a_region", region=code[:20])
    path = path_of(code)
    if len(given) > 1 and [each.strip() for each in given] != path:
        raise Fault("not_a_path", value=known.names[code])
    wanted = LEVELS.index(field.options.get("level", LEVELS[-1])) + 1
    if len(path) > wanted or (len(path) < wanted and code in known.parents):
        raise Fault(_WRONG_LEVEL[LEVELS[wanted - 1]])
    return path


def comparable_region(value: Any) -> tuple[str, ...] | None:
    """Equal for a code and for its path; None for what is neither."""
    given = [value] if isinstance(value, str) else value
    if not isinstance(given, list) or not given or not isinstance(given[-1], str):
        return None
    code = given[-1].strip()
    return tuple(path_of(code)) if len(code) == 6 else None
