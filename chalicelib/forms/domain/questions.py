"""The question of a list: in which order, and which records.

A filter is a JSON list: `[{"field": "total", "op": "gte", "value": "100"}]`. Fields are those whose values stand in
the list entries (shown or indexed), and `@state`, `@created_by`, `@created_at`, `@updated_at`, `@state_at`.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from ...kernel.errors import FieldError
from ...kernel.exact_json import read_exact, unstorable
from .definition import Definition
from .errors import ListInvalid
from .fields import Fault, Field, filter_value, type_of
from .filters import OPS, ORDERED, Bounds, Filter, is_textual, make_filter
from .normal_form import searchable
from .records import CREATED, ORDERS, STATES, index_key, moment_of
from .search import Search

MAX_FILTERS = 10
MAX_VALUES = 50

_STATE = "@state"
_SYSTEM = {
    _STATE: Field(_STATE, "choice", _STATE, options={"choices": [{"value": state} for state in STATES]}),
    "@created_by": Field("@created_by", "member", "@created_by"),
    **{name: Field(name, "datetime", name) for name in (CREATED, *ORDERS)},
}


@dataclass(frozen=True, slots=True)
class Question:
    """`sort` is an indexed field's id, one of ORDERS or `@created_at`; `newest_first` its direction."""

    sort: str = CREATED
    newest_first: bool = True
    filters: tuple[Filter, ...] = ()
    search: Search | None = None
    sort_field: Field | None = None

    def bounds(self) -> Bounds:
        """What of the sorted index must be read at all. They may cross: then nothing passes."""
        found = [self._bounds_of(each) for each in self.filters if each.field.id == self.sort]
        lows = [low for low, _ in found if low is not None]
        highs = [high for _, high in found if high is not None]
        return max(lows, default=None), min(highs, default=None)

    def id_bounds(self) -> Bounds:
        """What must be read of a list that is ordered by id."""
        return replace(self, sort=CREATED).bounds()

    def _bounds_of(self, each: Filter) -> Bounds:
        return each.id_bounds() if each.field.id == CREATED else each.bounds()

    def passes(self, card: Mapping[str, Any], *, whole: bool = False) -> bool | None:
        """None if a text of the list entry is cut where it matters; `whole` says that its values are the record's."""
        if self.search is not None and not self.search.finds(card):
            return False
        found = [each.holds(_value(card, each.field.id), whole=whole) for each in self.filters]
        return False if False in found else None if None in found else True

    def place(self, card: Mapping[str, Any]) -> str:
        """Where it stands in the order: the key that the index of the order has for it."""
        if self.sort == CREATED:
            return str(card["id"])
        field = self.sort_field or _SYSTEM[self.sort]
        return f"{index_key(field, _value(card, self.sort))}#{card['id']}"

    def by_index(self) -> "Question":
        """The same records in the same order, read from the index of a value that all of them share, if one is."""
        if self.sort != CREATED or not self.newest_first:
            return self
        exact = next((each for each in self.filters if each.op == "eq" and each.field.indexed), None)
        return replace(self, sort=exact.field.id, sort_field=exact.field) if exact else self

    def fields(self) -> frozenset[str]:
        """The order and the form's own fields that the answer leans on; what every record has stands in every entry."""
        return frozenset({self.sort, *(each.field.id for each in self.filters if each.field.id not in _SYSTEM)})

    def signature(self) -> str:
        """What a cursor is bound to: one of another question is refused."""
        filters = [[each.field.id, each.op, *each.wanted] for each in self.filters]
        search = self.search.text if self.search else ""
        return json.dumps([self.sort, self.newest_first, filters, search], ensure_ascii=False)


def _value(card: Mapping[str, Any], name: str) -> Any:
    if name in ORDERS:
        return moment_of(card, name[1:])
    return card[name[1:]] if name.startswith("@") else card["values"].get(name)


def ask(definition: Definition, sort: str = "", filters: str = "", search: Search | None = None) -> Question:
    """Raises ListInvalid."""
    asked = tuple(_filter(definition, index, item) for index, item in enumerate(_items(filters)))
    name = sort.removeprefix("-") or CREATED
    fields = {each.id: each for each in definition.indexed}
    if name not in (CREATED, *ORDERS, *fields):
        raise ListInvalid(fields=[FieldError.of("/sort", "list_sort", id=name)])
    newest_first = sort.startswith("-") or not sort
    return Question(name, newest_first, asked, search, fields.get(name))


def _items(text: str) -> list[Any]:
    try:
        items = read_exact(text or "[]")
    except (ValueError, RecursionError):
        items = None
    if not isinstance(items, list) or len(items) > MAX_FILTERS:
        raise ListInvalid(fields=[FieldError.of("/filter", "list_filter_shape")])
    faults = [FieldError.of("/filter" + path, "control_characters") for path in unstorable(items)]
    if faults:
        raise ListInvalid(fields=faults)
    return items


def _filter(definition: Definition, index: int, item: Any) -> Filter:
    path = f"/filter/{index}"
    shaped = isinstance(item, dict) and isinstance(item.get("field"), str) and isinstance(item.get("op"), str)
    if not shaped or item["op"] not in OPS:
        raise ListInvalid(fields=[FieldError.of(path, "list_filter_shape")])
    name, op = item["field"], item["op"]
    field = _SYSTEM.get(name) or (definition.by_id.get(name) if name in definition.summary_fields else None)
    if field is None:
        raise ListInvalid(fields=[FieldError.of(f"{path}/field", "list_filter_field", id=name)])
    comparable = type_of(field).unlimited(field)
    if not _suits(comparable, op):
        raise ListInvalid(fields=[FieldError.of(f"{path}/op", "list_filter_op", id=name, op=op)])
    try:
        operands = [_operand(field, op, value) for value in _values(op, item.get("value"))]
    except Fault as fault:
        raise ListInvalid(fields=[FieldError.of(f"{path}/value", fault.code, field=name, **fault.params)]) from fault
    return make_filter(field, op, comparable, operands)


def _suits(field: Field, op: str) -> bool:
    if op in ("blank", "filled"):
        return True
    if op == "has":
        return type_of(field).compare_kind(field) == "choices" or bool(type_of(field).refers_to)
    if op in ("prefix", "contains"):
        return is_textual(field)
    return is_textual(field) or type_of(field).may_be_indexed


def _values(op: str, value: Any) -> list[Any]:
    if op in ("blank", "filled"):
        return []
    wanted = value if op in ("between", "in", "has") else [value]
    most = 2 if op == "between" else MAX_VALUES
    if not isinstance(wanted, list) or not 0 < len(wanted) <= most or (op == "between" and len(wanted) != 2):
        raise Fault("not_a_list")
    return wanted


def _operand(field: Field, op: str, value: Any) -> Any:
    """The canonical value. Raises Fault."""
    if op == "has":
        if not isinstance(value, str):
            raise Fault("not_text")
        return value
    if op == "contains":
        text = searchable(value) if isinstance(value, str) else ""
        if not text:
            raise Fault("not_text")
        return text
    return filter_value(field, value)


__all__ = ["MAX_FILTERS", "ORDERED", "Question", "ask"]
