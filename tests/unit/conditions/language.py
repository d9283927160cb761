"""A small context for tests of the language: a few fields of each kind, whose values stand in a mapping."""

from collections.abc import Mapping
from datetime import UTC, datetime, tzinfo
from typing import Any

from chalicelib.conditions import reader
from chalicelib.conditions.dynamic import Surroundings
from chalicelib.conditions.kinds import KINDS
from chalicelib.conditions.operators import Operator
from chalicelib.conditions.tree import Node, Subject, settled
from chalicelib.kernel.errors import Named

FIELDS = {
    "total": "decimal",
    "due": "date",
    "at": "datetime",
    "note": "text",
    "rush": "boolean",
    "grade": "choice",
    "tags": "choices",
    "owner": "member",
    "team": "members",
    "unit": "department",
    "files": "opaque",
}
NOW = datetime(2026, 11, 25, 8, tzinfo=UTC)


class Fields:
    most_tests = reader.MAX_TESTS
    most_values = reader.MAX_VALUES
    fewest = 0

    def __init__(self) -> None:
        self.faults: list[tuple[str, str]] = []

    def subject(self, name: str, path: str) -> Subject | None:
        if name not in FIELDS:
            self.fault(path, "field_unknown")
            return None
        label = {"zh-CN": f"字段{name}", "en": name}
        return Subject(Named(name, label), KINDS[FIELDS[name]], lambda values: values.get(name))

    def fault(self, path: str, code: str, **_: Any) -> None:
        self.faults.append((path, code))

    def operand(self, path: str, subject: Subject, operator: Operator, raw: Any) -> Any:
        return reader.plain_operand(path, subject, operator, raw)


def read(raw: Any) -> Node:
    fields = Fields()
    found = reader.read(raw, fields, "")
    assert fields.faults == []
    return found


def faults(raw: Any) -> list[tuple[str, str]]:
    fields = Fields()
    reader.read(raw, fields, "")
    return fields.faults


def ask(field: str, op: str, value: Any = None) -> dict[str, Any]:
    return {"field": field, "op": op, "value": value}


def around(at: datetime = NOW, zone: tzinfo = UTC, **actor: set[str]) -> Surroundings:
    return Surroundings(at, zone, lambda name: frozenset(actor.get(name, ())))


def holds(raw: Any, values: Mapping[str, Any], surroundings: Surroundings | None = None) -> bool | None:
    return settled(read(raw), surroundings or around()).holds(values)
