"""What is asked of a list: in which order, and which records.

A filter is a condition of `conditions`, as JSON: `{"any": [{"field": "total", "op": "gte", "value": "100"}, ...]}`; a
JSON list of tests, which earlier releases took, says that all of them hold. Fields are those whose values stand in the
list entries (shown or indexed), and `@state`, `@created_by`, `@created_at`, `@updated_at`, `@state_at`.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from ...conditions import reader
from ...conditions.dynamic import Surroundings
from ...conditions.operators import Operator
from ...conditions.operators.base import Bounds
from ...conditions.ranges import OPEN, bounds, required
from ...conditions.tree import EVERYTHING, AllOf, Comparison, Node, Not, Subject, comparisons_of, settled
from ...kernel.errors import FieldError, Named
from ...kernel.exact_json import read_exact, unstorable
from .definition import Definition
from .errors import ListInvalid
from .fields import Fault, Field
from .filter_kinds import SYSTEM, Entry, FieldKind, id_bounds, index_bounds, subject_of, value_of
from .records import CREATED, ORDERS, index_key
from .search import Search
from .volatile_filter import NOT_FILTERABLE, rewritten, sorted_by, volatile_kind

MAX_LISTED = 10
"""Tests of a filter that is a list."""
MAX_VALUES = 50
_PATH = "/filter"


@dataclass(frozen=True, slots=True)
class RecordQuery:
    """`sort` is an indexed field's id, one of ORDERS or `@created_at`; `newest_first` its direction."""

    sort: str = CREATED
    newest_first: bool = True
    condition: Node = EVERYTHING
    search: Search | None = None
    sort_field: Field | None = None

    def bounds(self) -> Bounds:
        """What of the sorted index must be read at all. They may cross: then nothing passes."""
        return bounds(self.condition, self._bounds_of)

    def id_bounds(self) -> Bounds:
        """What must be read of a list that is ordered by id."""
        return replace(self, sort=CREATED).bounds()

    def _bounds_of(self, test: Comparison) -> Bounds:
        if test.subject.key != self.sort:
            return OPEN
        return id_bounds(test) if self.sort == CREATED else index_bounds(test)

    def passes(self, card: Mapping[str, Any], *, whole: bool = False) -> bool | None:
        """None if a text of the list entry is cut where it matters; `whole` says that its values are the record's."""
        if self.search is not None and not self.search.finds(card):
            return False
        return self.condition.holds(Entry(card, whole))

    def place(self, card: Mapping[str, Any]) -> str:
        """Where it stands in the order: the key that the index of the order has for it."""
        if self.sort == CREATED:
            return str(card["id"])
        field = self.sort_field or SYSTEM[self.sort]
        return f"{index_key(field, value_of(card, self.sort))}#{card['id']}"

    def by_index(self) -> "RecordQuery":
        """The same records in the same order, read from the index of a value that all of them share, if one is."""
        if self.sort != CREATED or not self.newest_first:
            return self
        exact = next((field for test in required(self.condition) if (field := _shared(test)) is not None), None)
        return replace(self, sort=exact.id, sort_field=exact) if exact else self

    def fields(self) -> frozenset[str]:
        """The order and the form's own fields that the answer leans on; what every record has stands in every entry."""
        asked = {str(test.subject.key) for test in comparisons_of(self.condition)}
        return frozenset({self.sort, *(asked - SYSTEM.keys())})

    def signature(self) -> str:
        """What a cursor is bound to: one of another query is refused."""
        search = self.search.text if self.search else ""
        return json.dumps([self.sort, self.newest_first, _written(self.condition), search], ensure_ascii=False)


def _shared(test: Comparison) -> Field | None:
    """The indexed field of which the test asks for one value."""
    kind = test.subject.kind
    if not isinstance(kind, FieldKind) or not kind.field.indexed or kind.several:
        return None
    return kind.field if test.operator.name in ("eq", "in") and len(test.args) == 1 else None


def _written(node: Node) -> Any:
    if isinstance(node, Comparison):
        return [node.subject.key, node.operator.name, *node.args]
    if isinstance(node, Not):
        return {"not": _written(node.part)}
    return {"all" if isinstance(node, AllOf) else "any": [_written(part) for part in node.parts]}


def parse_query(
    definition: Definition,
    around: Surroundings,
    *,
    sort: str = "",
    filters: Any = "",
    search: Search | None = None,
    hides: frozenset[str] = frozenset(),
) -> RecordQuery:
    """`around` says which days are relative to today, and who asks; fields in `hides` are as if there were none.
    `filters` is a condition or JSON text of one.

    Raises ListInvalid.
    """
    condition = _condition(definition, filters, around, hides)
    name = sort.removeprefix("-") or CREATED
    newest_first = sort.startswith("-") or not sort
    fields = {each.id: each for each in definition.indexed if each.id not in hides}
    if name in definition.volatile and name not in hides:
        name, turned = _volatile_order(definition, name, hides)
        newest_first = newest_first is not turned
    if name not in (CREATED, *ORDERS, *fields):
        raise ListInvalid(fields=[FieldError.of("/sort", "list_sort", id=name)])
    return RecordQuery(name, newest_first, condition, search, fields.get(name))


def _volatile_order(definition: Definition, name: str, hides: frozenset[str]) -> tuple[str, bool]:
    """The stored date in whose order the field is, and whether it runs the other way. Raises ListInvalid."""
    field = definition.by_id[name]
    found = sorted_by(definition, field)
    if found is None or found[0].id in hides:
        raise ListInvalid(fields=[FieldError.of("/sort", NOT_FILTERABLE, field=Named(field.id, field.name))])
    return found[0].id, found[1]


def _condition(definition: Definition, filters: Any, around: Surroundings, hides: frozenset[str]) -> Node:
    try:
        raw = read_exact(filters or "[]") if isinstance(filters, str) else filters
    except (ValueError, RecursionError):
        raw = None
    if not isinstance(raw, list | dict) or (isinstance(raw, list) and len(raw) > MAX_LISTED):
        raise ListInvalid(fields=[FieldError.of(_PATH, "list_filter_shape")])
    faults = [FieldError.of(_PATH + path, "control_characters") for path in unstorable(raw)]
    if faults:
        raise ListInvalid(fields=faults)
    fields = ListFields(definition, hides)
    if isinstance(raw, list):
        found: Node = AllOf(tuple(reader.read(each, fields, f"{_PATH}/{at}") for at, each in enumerate(raw)))
    else:
        found = reader.read(raw, fields, _PATH)
    if fields.faults:
        raise ListInvalid(fields=fields.faults)
    return settled(rewritten(found), around)


class ListFields:
    """What a list offers to conditions: all that stands in its entries but for fields in `hides`."""

    most_tests = reader.MAX_TESTS
    most_values = MAX_VALUES
    fewest = 1

    def __init__(self, definition: Definition, hides: frozenset[str] = frozenset()) -> None:
        self._known = {each: definition.by_id[each] for each in definition.summary_fields if each not in hides}
        self._definition = definition
        self.faults: list[FieldError] = []

    def subject(self, name: str, path: str) -> Subject | None:
        field = SYSTEM.get(name) or self._known.get(name)
        if field is None:
            self.faults.append(FieldError.of(path, "list_filter_field", id=name))
            return None
        return self._volatile(field, path) if name in self._definition.volatile else subject_of(field)

    def _volatile(self, field: Field, path: str) -> Subject | None:
        """What changes from day to day is asked of what is stored: its tests are `rewritten` once they are read."""
        kind = volatile_kind(self._definition, field, lambda name: name in self._known)
        subject = subject_of(field)
        if kind is None:
            self.faults.append(FieldError.of(path, NOT_FILTERABLE, field=subject.key))
            return None
        return replace(subject, kind=kind)

    def fault(self, path: str, code: str, **params: Any) -> None:
        """Under the codes that lists have told these faults by."""
        if code == "condition_shape":
            self.faults.append(FieldError.of(path, "list_filter_shape"))
        elif code == "operator_unsuitable":
            self.faults.append(FieldError.of(path, "list_filter_op", id=params["field"], op=params["op"]))
        elif code == "value_shape":
            self.faults.append(FieldError.of(path, "not_a_list", **params))
        elif code == "value_unsuitable":
            self.faults.append(FieldError.of(path, "list_filter_value", field=params["field"]))
        elif code in ("condition_too_deep", "condition_too_long"):
            self.faults.append(FieldError.of(path, "list_filter_size", limit=params["limit"]))
        else:
            self.faults.append(FieldError.of(path, code, **params))

    def operand(self, path: str, subject: Subject, operator: Operator, raw: Any) -> Any:
        try:
            return operator.operand(subject.kind, raw)
        except Fault as fault:
            raise reader.Refused(path, fault.code, field=subject.key, **fault.params) from fault
