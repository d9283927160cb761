"""Which records a link may lead to: a condition over the target's fields, some of whose values are this record's own.

`{"field": "customer", "op": "eq", "value": {"field": "buyer"}}` holds for what has as customer what this record has as
buyer. While this record has no such value, the test holds for nothing; nor does one about a field that the target does
not have any more.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from ...conditions import reader
from ...conditions.dynamic import Surroundings
from ...conditions.operators import BY_NAME, Operator
from ...conditions.operators.base import MANY, TWO
from ...conditions.tree import Node, Subject, settled
from ...kernel.errors import FieldError
from .definition import Definition
from .fields import Fault, Field, type_of
from .filter_kinds import SYSTEM, Entry, subject_of
from .records import Record, list_row

NOTHING: dict[str, Any] = {"any": []}
_FILLED = "not_empty"


class TargetFields:
    """What a link offers to its condition: all fields of the target, and what every record has."""

    most_tests = reader.MAX_TESTS
    most_values = reader.MAX_VALUES
    fewest = 1

    def __init__(self, definition: Definition) -> None:
        self._definition = definition
        self.faults: list[FieldError] = []

    def subject(self, name: str, path: str) -> Subject | None:
        field = SYSTEM.get(name) or self._definition.by_id.get(name)
        if field is None:
            self.fault(path, "link_filter_field", id=name)
            return None
        return subject_of(field)

    def fault(self, path: str, code: str, **params: Any) -> None:
        self.faults.append(FieldError.of(path, code, **params))

    def operand(self, path: str, subject: Subject, operator: Operator, raw: Any) -> Any:
        try:
            return operator.operand(subject.kind, raw)
        except Fault:
            raise reader.Refused(path, "link_filter_value", field=subject.key) from None


def own_field(value: Any) -> str:
    """The field of this record that a value stands for; "" if it is a value itself."""
    return str(value["field"]) if isinstance(value, Mapping) and set(value) == {"field"} else ""


def filter_faults(
    condition: Mapping[str, Any], target: Definition, own: Mapping[str, Field], path: str
) -> list[FieldError]:
    """`own` are the fields of this record, or of the row, that a value may stand for."""
    fields = TargetFields(target)
    reader.read(_each_test(condition, _without_own), fields, path)
    for at, test in _tests(condition, path):
        name = own_field(test.get("value"))
        if not name:
            continue
        subject, operator = TargetFields(target).subject(str(test["field"]), at), BY_NAME.get(str(test.get("op")))
        field = own.get(name)
        if field is None or type_of(field).computed or field.columns:
            fields.fault(f"{at}/value", "link_filter_own", id=name)
        elif subject is not None and operator is not None:
            suits = operator.suits(subject.kind) and operator.arity != TWO
            if not suits or _family(subject.kind.name) != _family(type_of(field).compare_kind(field)):
                fields.fault(f"{at}/value", "link_filter_value", field=subject.key)
    return fields.faults


def with_own_values(
    condition: Mapping[str, Any],
    own: Mapping[str, Field],
    values: Mapping[str, Any],
    hides: frozenset[str] = frozenset(),
) -> Any:
    """The condition with the values of this record, as far as they are values of their fields. A test of such a value
    with a field of the target in `hides` holds for nothing: whoever chooses the values would find out what it holds.
    """

    def filled(test: Mapping[str, Any]) -> Mapping[str, Any]:
        name = own_field(test.get("value"))
        if not name:
            return test
        field = own.get(name)
        value = None if field is None else _canonical(field, values.get(name))
        if value in (None, [], "") or test["field"] in hides:
            return NOTHING
        operator = BY_NAME.get(str(test.get("op")))
        several = operator is not None and operator.arity == MANY
        return {**test, "value": value if not several or isinstance(value, list) else [value]}

    return _each_test(condition, filled)


def compiled(condition: Any, target: Definition, around: Surroundings) -> Node:
    """The condition, all values known. What cannot be read holds for nothing."""

    def readable(test: Mapping[str, Any]) -> Mapping[str, Any]:
        fields = TargetFields(target)
        reader.read(test, fields, "")
        return NOTHING if fields.faults else test

    return settled(reader.read(_each_test(condition, readable), TargetFields(target), ""), around)


def admits(condition: Node, record: Record) -> bool:
    card = list_row(record, (), record.version)
    return bool(condition.holds(Entry({**card, "values": record.values}, whole=True)))


def _each_test(condition: Any, change: Any) -> Any:
    if not isinstance(condition, Mapping):
        return condition
    if "field" in condition:
        return change(condition)
    return {
        name: [_each_test(each, change) for each in part] if isinstance(part, list) else _each_test(part, change)
        for name, part in condition.items()
    }


def _tests(condition: Any, path: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    if not isinstance(condition, Mapping):
        return
    if "field" in condition:
        yield path, condition
        return
    for name, part in condition.items():
        for index, each in enumerate(part) if isinstance(part, list) else [("", part)]:
            yield from _tests(each, f"{path}/{name}/{index}" if index != "" else f"{path}/{name}")


def _without_own(test: Mapping[str, Any]) -> Mapping[str, Any]:
    return {"field": test["field"], "op": _FILLED} if own_field(test.get("value")) else test


def _canonical(field: Field, value: Any) -> Any:
    if value is None:
        return None
    try:
        return type_of(field).canonical(field, value)
    except Fault:
        return None


def _family(kind: str) -> str:
    """One and several of a kind compare with each other."""
    return kind.removesuffix("s")
