"""The question of a list: in which order, and which records. Answered from list entries alone.

A filter is a JSON list: `[{"field": "total", "op": "gte", "value": "100"}]`. Fields are those whose values stand in
the list entries (shown or indexed), and `@state`, `@created_by`, `@created_at`, `@updated_at`.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from ...kernel.errors import FieldError
from .definition import Definition
from .errors import ListInvalid
from .fields import Fault, Field, type_of
from .records import BLANK_KEY, CREATED, STATES, index_key

MAX_FILTERS = 10
MAX_VALUES = 50
_ORDERED = ("eq", "lt", "lte", "gt", "gte", "between", "in")
OPS = (*_ORDERED, "prefix", "has", "blank", "filled")

_STATE_CHOICES = {"choices": [{"value": state} for state in STATES]}
_SYSTEM = {
    "@state": Field("@state", "choice", "@state", options=_STATE_CHOICES),
    "@created_by": Field("@created_by", "member", "@created_by"),
    "@created_at": Field("@created_at", "datetime", "@created_at"),
    "@updated_at": Field("@updated_at", "datetime", "@updated_at"),
}
_KEPT_OPTIONS = ("currency", "choices", "multiple")
_BOOLEAN = "boolean"
_TRUTHS = {"true": "11", "false": "10"}
_LISTS = ("choices", "member", "department")


@dataclass(frozen=True, slots=True)
class Range:
    """Inclusive bounds of encoded values; `prefix` asks for what begins with `low`."""

    low: str = ""
    high: str = ""
    prefix: bool = False

    def sort_bounds(self) -> tuple[str | None, str | None]:
        """The same as bounds of sort keys `<encoded>#<id>`: `#` sorts before whatever could follow, `$` just behind."""
        if self.prefix:
            return self.low, self.low + "~"
        return self.low or None, f"{self.high}$" if self.high else None


@dataclass(frozen=True, slots=True)
class Filter:
    field: Field
    op: str
    keys: tuple[str, ...]

    def holds(self, value: Any) -> bool:
        """Whether a list entry's value passes. Blanks only pass `blank`."""
        if value is None or value == []:
            return self.op == "blank"
        if self.op in ("blank", "filled"):
            return self.op == "filled"
        if self.op == "has":
            return any(str(item) in self.keys for item in (value if isinstance(value, list) else [value]))
        return _COMPARISONS[self.op](index_key(self.field, value), self.keys)

    def range(self) -> Range | None:
        """The part of an index that can hold what passes; None if that is no one range."""
        first = self.keys[0] if self.keys else ""
        ranges = {
            "eq": Range(first, first),
            "prefix": Range(first, prefix=True),
            "lt": Range("1", first),
            "lte": Range("1", first),
            "gt": Range(first, "2"),
            "gte": Range(first, "2"),
            "between": Range(first, self.keys[-1] if self.keys else ""),
            "blank": Range(BLANK_KEY, BLANK_KEY),
            "filled": Range("1", "2"),
        }
        return ranges.get(self.op)


_COMPARISONS: dict[str, Callable[[str, tuple[str, ...]], bool]] = {
    "eq": lambda key, wanted: key == wanted[0],
    "lt": lambda key, wanted: key < wanted[0],
    "lte": lambda key, wanted: key <= wanted[0],
    "gt": lambda key, wanted: key > wanted[0],
    "gte": lambda key, wanted: key >= wanted[0],
    "between": lambda key, wanted: wanted[0] <= key <= wanted[1],
    "in": lambda key, wanted: key in wanted,
    "prefix": lambda key, wanted: key.startswith(wanted[0]),
}


@dataclass(frozen=True, slots=True)
class Question:
    """`sort` is an indexed field's id or `@created_at`; `newest_first` its direction."""

    sort: str = CREATED
    newest_first: bool = True
    filters: tuple[Filter, ...] = ()

    def range(self) -> Range:
        """What of the sorted index must be read at all."""
        found = (each.range() for each in self.filters if each.field.id == self.sort and self.sort != CREATED)
        return next((each for each in found if each is not None), Range())

    def passes(self, card: Mapping[str, Any]) -> bool:
        return all(each.holds(_value(card, each.field.id)) for each in self.filters)

    def fields(self) -> frozenset[str]:
        """The fields that the answer leans on."""
        return frozenset({self.sort, *(each.field.id for each in self.filters)})

    def signature(self) -> str:
        """What a cursor is bound to: one of another question is refused."""
        filters = [[each.field.id, each.op, *each.keys] for each in self.filters]
        return json.dumps([self.sort, self.newest_first, filters], ensure_ascii=False)


def _value(card: Mapping[str, Any], name: str) -> Any:
    return card[name[1:]] if name.startswith("@") else card["values"].get(name)


def ask(definition: Definition, sort: str = "", filters: str = "") -> Question:
    """Raises ListInvalid."""
    asked = tuple(_filter(definition, index, item) for index, item in enumerate(_items(filters)))
    if sort:
        name = sort.removeprefix("-")
        if name != CREATED and name not in {each.id for each in definition.indexed}:
            raise ListInvalid(fields=[FieldError.of("/sort", "list_sort", id=name)])
        return Question(name, sort.startswith("-"), asked)
    exact = next((each for each in asked if each.op == "eq" and each.field.indexed), None)
    return Question(exact.field.id if exact else CREATED, True, asked)


def _items(text: str) -> list[Any]:
    if not text:
        return []
    try:
        items = json.loads(text)
    except (ValueError, RecursionError):
        items = None
    if not isinstance(items, list) or len(items) > MAX_FILTERS:
        raise ListInvalid(fields=[FieldError.of("/filter", "list_filter_shape")])
    return items


def _filter(definition: Definition, index: int, item: Any) -> Filter:
    path = f"/filter/{index}"
    if not isinstance(item, dict) or not isinstance(item.get("field"), str) or item.get("op") not in OPS:
        raise ListInvalid(fields=[FieldError.of(path, "list_filter_shape")])
    name, op = item["field"], item["op"]
    field = _SYSTEM.get(name) or (definition.by_id.get(name) if name in definition.carded else None)
    if field is None:
        raise ListInvalid(fields=[FieldError.of(f"{path}/field", "list_filter_field", id=name)])
    comparable = _comparable(field)
    if not _suits(comparable, op):
        raise ListInvalid(fields=[FieldError.of(f"{path}/op", "list_filter_op", id=name, op=op)])
    try:
        keys = tuple(_key(comparable, op, value) for value in _operands(op, item.get("value")))
    except Fault as fault:
        raise ListInvalid(fields=[FieldError.of(f"{path}/value", fault.code, field=name, **fault.params)]) from fault
    return Filter(field, op, keys)


def _suits(field: Field, op: str) -> bool:
    if op in ("blank", "filled"):
        return True
    if op == "has":
        return field.type in _LISTS
    if op == "prefix":
        return field.type == "text"
    return field.type == _BOOLEAN or type_of(field).may_be_indexed


def _comparable(field: Field) -> Field:
    """The field without what only limits input: a filter may ask for more than may be entered."""
    kept = {name: field.options[name] for name in _KEPT_OPTIONS if name in field.options}
    kind = field.type
    if kind == "formula":
        kind = {"money": "number", "percent": "number"}.get(field.options["result"], field.options["result"])
        kept = {}
    elif kind in ("percent", "money"):
        kind, kept = "number", {}
    elif kind in ("serial", "long_text"):
        kind = "text"
    return Field(field.id, kind, field.name, options={**kept, "max_length": 20_000} if kind == "text" else kept)


def _operands(op: str, value: Any) -> list[Any]:
    if op in ("blank", "filled"):
        return []
    wanted = value if op in ("between", "in", "has") else [value]
    most = 2 if op == "between" else MAX_VALUES
    if not isinstance(wanted, list) or not 0 < len(wanted) <= most or (op == "between" and len(wanted) != 2):
        raise Fault("not_a_list")
    return wanted


def _key(field: Field, op: str, value: Any) -> str:
    if op == "has":
        if not isinstance(value, str):
            raise Fault("not_text")
        return value
    if field.type == _BOOLEAN:
        if str(value).lower() not in _TRUTHS:
            raise Fault("not_a_choice", value=str(value)[:60])
        return _TRUTHS[str(value).lower()]
    if field.options.get("multiple") and isinstance(value, str):
        value = [value]
    return index_key(field, type_of(field).canonical(field, value))
