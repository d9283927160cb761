"""What a record contributes to the roll-ups of the records that it links to, read off its values as they are."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC
from decimal import Decimal
from typing import Any

from ....conditions import reader
from ....conditions.operators import Operator
from ....conditions.tree import EVERYTHING, Node, Subject, comparisons_of
from ....kernel.errors import FieldError
from ....kernel.ids import derived_id
from ..definition import Definition
from ..fields import Fault, Field, type_of
from ..filter_kinds import SYSTEM, Entry, subject_of
from ..records import CREATED, Record, list_row
from .declared import Rollup
from .tally import Addend, total_of

KEY_LENGTH = 300
"""Of a key in an order: a sort key holds 1 KB."""

Row = Mapping[str, Any]


class ChildFields:
    """What the condition of a roll-up may name: the fields of the child, `@state` and its moments."""

    most_tests = 20
    most_values = 50
    fewest = 1

    def __init__(self, definition: Definition) -> None:
        self._known = {each.id: each for each in definition.fields if not type_of(each).holds_rows}
        self.faults: list[FieldError] = []

    def subject(self, name: str, path: str) -> Subject | None:
        field = SYSTEM.get(name) or self._known.get(name)
        if field is None:
            self.fault(path, "rollup_where_field", id=name)
            return None
        return subject_of(field)

    def fault(self, path: str, code: str, **params: Any) -> None:
        self.faults.append(FieldError.of(path, code, **params))

    def operand(self, path: str, subject: Subject, operator: Operator, raw: Any) -> Any:
        try:
            return operator.operand(subject.kind, raw)
        except Fault as fault:
            raise reader.Refused(path, fault.code, field=subject.key, **fault.params) from fault


def read_where(definition: Definition, raw: Any, path: str) -> tuple[Node, list[FieldError]]:
    """The condition, and what is wrong with it. Days relative to today and "me" are refused: nothing would tell that
    the figure changes when they do.
    """
    if not raw:
        return EVERYTHING, []
    fields = ChildFields(definition)
    node = reader.read({"all": list(raw)} if isinstance(raw, list) else raw, fields, path)
    moving = [
        FieldError.of(f"{test.path}/value", "rollup_where_moving") for test in comparisons_of(node) if test.dynamic
    ]
    return node, [*fields.faults, *moving]


def fields_read(definition: Definition, rollup: Rollup) -> Iterator[str]:
    """Paths of the child's fields that the figure depends on, besides the link."""
    if rollup.of:
        yield rollup.of
    if rollup.function in ("first", "last") and not rollup.by.startswith("@"):
        yield rollup.by
    node, _ = read_where(definition, rollup.where, "")
    for test in comparisons_of(node):
        name = str(test.subject.key)
        if not name.startswith("@"):
            yield name


def contribution(rollup: Rollup, definition: Definition, record: Record, parent_id: str) -> Addend | None:
    """What the record adds to the roll-up of that parent; None for nothing. A record counts once for a parent, however
    many of its rows name it; of a column in the rows that hold the link, only the cells of rows that name it count.
    """
    if record.deleted or not _passes(rollup, definition, record):
        return None
    if rollup.function == "count":
        return Addend(count=1)
    found = list(_values(rollup, definition, record, parent_id))
    if not found:
        return None
    if rollup.function in ("sum", "avg"):
        numbers = [_decimal(field, value) for field, value in found]
        return Addend(count=len(numbers), total=total_of(numbers))
    return _ordered_contribution(rollup, definition, record, found)


def _ordered_contribution(
    rollup: Rollup, definition: Definition, record: Record, found: list[tuple[Field, Any]]
) -> Addend | None:
    if rollup.function == "distinct":
        field, value = found[0]
        return Addend(count=1, key=derived_id(_whole_key(field, value)))
    if rollup.function in ("min", "max"):
        pick = min if rollup.function == "min" else max
        field, value = pick(found, key=lambda each: type_of(each[0]).sort_key(*each))
        return Addend(count=1, key=_ordered(type_of(field).sort_key(field, value), record), value=value)
    place = _place(rollup, definition, record)
    field, value = found[0]
    return Addend(count=1, key=_ordered(place, record), value=value) if place else None


def _passes(rollup: Rollup, definition: Definition, record: Record) -> bool:
    node, _ = read_where(definition, rollup.where, "")
    entry = {**list_row(record, (), record.version), "values": record.values}
    return node.holds(Entry(entry, whole=True)) is True


def _values(rollup: Rollup, definition: Definition, record: Record, parent_id: str) -> Iterator[tuple[Field, Any]]:
    lines, _, name = rollup.of.rpartition(".")
    holder = definition.by_id.get(lines) if lines else None
    fields = {each.id: each for each in (holder.columns if holder else ())} if lines else definition.by_id
    field = fields.get(name)
    if field is None:
        return
    linking, _, column = rollup.link.rpartition(".")
    rows: Sequence[Row] = record.values.get(lines) or () if lines else (record.values,)
    for row in rows:
        value = row.get(name)
        elsewhere = lines and lines == linking and parent_id not in _ids(row.get(column))
        if value not in (None, "", []) and not elsewhere:
            yield field, value


def _ids(value: Any) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,)
    return tuple(each for each in value if isinstance(each, str)) if isinstance(value, list) else ()


def _decimal(field: Field, value: Any) -> Decimal:
    number = type_of(field).operand(field, value, UTC)
    return number if isinstance(number, Decimal) else Decimal(0)


def _whole_key(field: Field, value: Any) -> str:
    field_type = type_of(field)
    if field_type.may_be_indexed and not isinstance(value, list):
        return field_type.whole_key(field, value)
    return repr(field_type.comparable(field, value))


def _place(rollup: Rollup, definition: Definition, record: Record) -> str:
    """Where the record stands in the order that first and last go by; "" if it says nothing of it."""
    if rollup.by == CREATED:
        return record.created_at
    field = definition.by_id.get(rollup.by)
    value = record.values.get(rollup.by)
    return type_of(field).sort_key(field, value) if field is not None and value is not None else ""


def _ordered(place: str, record: Record) -> str:
    """`#` sorts before whatever a place could go on with; ids begin with the moment."""
    return f"{place[:KEY_LENGTH]}#{record.id}"
