"""Every limit that a request's JSON Schema names, found in the schemas, and the bodies that lie just on either side.

A rich body is walked beside its schema; wherever a limit applies to a value in it, that value is made one shorter than
the limit, as long, and one longer.
"""

import copy
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from chalicelib.edge.schemas import SCHEME, escape, load, make_validator
from chalicelib.kernel.ids import new_id

DAY = re.compile(r"\d{4}-\d\d-\d\d\Z")
UPPER = ("maxLength", "maxItems", "maxProperties", "maximum")
LOWER = ("minLength", "minItems", "minProperties", "minimum")
Schema = dict[str, Any]
Origin = tuple[str, str]
"""(name of the schema, JSON pointer of the limit in it)."""


@dataclass(frozen=True)
class Limit:
    """One limit where it applies in a body; `path` are the keys that lead to the value."""

    origin: Origin
    keyword: str
    number: int
    path: tuple[str | int, ...]

    @property
    def pointer(self) -> str:
        return "".join("/" + escape(str(part)) for part in self.path)


def named(name: str) -> Iterator[Origin]:
    """Every limit of a schema and of those that it names."""
    seen: set[str] = set()
    waiting = [name]
    while waiting:
        current = waiting.pop()
        if current in seen:
            continue
        seen.add(current)
        for pointer, keyword, value in _everything(load(current), ""):
            if keyword in (*UPPER, *LOWER) and type(value) is int:
                yield current, pointer
            elif keyword == "$ref":
                waiting.append(str(value).removeprefix(SCHEME))


def _everything(value: Any, pointer: str) -> Iterator[tuple[str, str, Any]]:
    if isinstance(value, dict):
        for key, item in value.items():
            yield f"{pointer}/{key}", key, item
            yield from _everything(item, f"{pointer}/{key}")
    elif isinstance(value, list):
        for place, item in enumerate(value):
            yield from _everything(item, f"{pointer}/{place}")


def applying(name: str, body: Any) -> Iterator[Limit]:
    yield from _walk(name, load(name), "", body, ())


def _walk(name: str, schema: Any, pointer: str, value: Any, path: tuple[str | int, ...]) -> Iterator[Limit]:
    if not isinstance(schema, dict):
        return
    for keyword in (*UPPER, *LOWER):
        if keyword in schema and _fits(keyword, value):
            yield Limit((name, f"{pointer}/{keyword}"), keyword, int(schema[keyword]), path)
    for other, inner, at in _also(name, schema, value):
        yield from _walk(other, inner, f"{pointer}{at}" if at else "", value, path)
    for key, item, inner, at in _below(schema, value):
        yield from _walk(name, inner, f"{pointer}{at}", item, (*path, key))


def _also(name: str, schema: Schema, value: Any) -> Iterator[tuple[str, Any, str]]:
    """What else judges the same value: (schema's name, schema, where it stands from here)."""
    if "$ref" in schema:
        other = str(schema["$ref"]).removeprefix(SCHEME)
        yield other, load(other), ""
    for inner, at in _alternatives(schema):
        if make_validator(inner).is_valid(value):
            yield name, inner, at
    if "if" in schema and make_validator(schema["if"]).is_valid(value):
        yield name, schema.get("then"), "/then"


def _below(schema: Schema, value: Any) -> Iterator[tuple[str | int, Any, Any, str]]:
    """(key, item, its schema, where that stands from here)."""
    if isinstance(value, dict):
        known = schema.get("properties", {})
        for key, item in value.items():
            if key in known:
                yield key, item, known[key], f"/properties/{key}"
            else:
                yield key, item, schema.get("additionalProperties"), "/additionalProperties"
    if isinstance(value, list) and "items" in schema:
        for place, item in enumerate(value):
            yield place, item, schema["items"], "/items"


def _alternatives(schema: Schema) -> Iterator[tuple[Schema, str]]:
    for keyword in ("allOf", "anyOf", "oneOf"):
        for place, inner in enumerate(schema.get(keyword, ())):
            yield inner, f"/{keyword}/{place}"


def _fits(keyword: str, value: Any) -> bool:
    kind = {"Length": str, "Items": list, "Properties": dict}.get(keyword[3:])
    return isinstance(value, kind) if kind else type(value) is int


def resized(body: Any, limit: Limit, by: int) -> Any:
    """The body with the limited value `by` beyond its limit (0: at it)."""
    made = copy.deepcopy(body)
    if not limit.path:
        return _sized(made, limit.keyword, limit.number + by)
    holder = made
    for part in limit.path[:-1]:
        holder = holder[part]
    holder[limit.path[-1]] = _sized(holder[limit.path[-1]], limit.keyword, limit.number + by)
    return made


def _sized(value: Any, keyword: str, size: int) -> Any:
    if keyword in ("maximum", "minimum"):
        return size
    if isinstance(value, str):
        return (value + "x" * size)[:size] if value.strip() else "x" * size
    if isinstance(value, list):
        return [value[place] if place < len(value) else _another((value or ["x"])[-1], place) for place in range(size)]
    items = list(value.items())
    return dict(items[:size] + [(f"k{place}", copy.deepcopy(items[-1][1])) for place in range(size - len(items))])


def _another(item: Any, place: int) -> Any:
    """One more like it, and still another one where items must differ."""
    if isinstance(item, str) and DAY.match(item):
        return (date.fromisoformat(item) + timedelta(days=place)).isoformat()
    if isinstance(item, str):
        return new_id() if len(item) == 26 else f"{item[:20]}{place}"
    if isinstance(item, dict):
        again = copy.deepcopy(item)
        if isinstance(item.get("id"), str):
            again["id"] = f"{item['id'][:20]}{place}"
        return again
    return item
