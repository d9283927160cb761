"""What a condition can look at: a form field, or something about the initiator; each with its kind and its reader.

A reader gives a comparable value, or None where there is none: Decimal for numbers and money, an instant for a
datetime, a frozenset where there can be several. So 0.10 equals 0.1, and 09:00+08:00 equals 01:00Z.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import partial
from typing import Any

from ...kernel.clock import from_text
from ...kernel.errors import Named
from ...kernel.money import parse_decimal
from . import fields
from .builder import Builder
from .context import Context

Reader = Callable[[Context], Any]

SET_KINDS = (fields.CHOICES, fields.MEMBERS, fields.DEPARTMENTS)
ORDERED_KINDS = (fields.DECIMAL, fields.DATE, fields.DATETIME)


@dataclass(frozen=True, slots=True)
class Operand:
    """`key` names it in checks and is a `Named` that faults can say; `parse` reads a written value (raises ValueError);
    `read` the record's own."""

    key: Named
    kind: str
    read: Reader
    parse: Callable[[Any], Any]
    choices: frozenset[str] | None = None


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise ValueError(value)
    return value


def _decimal(value: Any) -> Decimal:
    return parse_decimal(value)


def _date(value: Any) -> str:
    return date.fromisoformat(_text(value)).isoformat()


def _datetime(value: Any) -> Any:
    return from_text(_text(value))


def _boolean(value: Any) -> bool:
    if not isinstance(value, bool):
        raise ValueError(value)
    return value


def _set(value: Any) -> frozenset[str]:
    return frozenset([value] if isinstance(value, str) else value)


_PARSERS: dict[str, Callable[[Any], Any]] = {
    fields.DECIMAL: _decimal,
    fields.DATE: _date,
    fields.DATETIME: _datetime,
    fields.BOOLEAN: _boolean,
}


def _read_plain(field_id: str, context: Context) -> Any:
    return context.values.get(field_id) or None


def _read_parsed(field_id: str, parse: Callable[[Any], Any], context: Context) -> Any:
    value = context.values.get(field_id)
    return None if value is None or value == "" else parse(value)


def _read_set(field_id: str, context: Context) -> frozenset[str] | None:
    value = context.values.get(field_id)
    return _set(value) if value else None


def _initiator(context: Context) -> Any:
    return context.initiator


def _departments(context: Context) -> frozenset[str] | None:
    """The initiator's department and all above it: somebody in a sub-department belongs to the department."""
    member = context.org.members.get(context.initiator)
    return frozenset(each.id for each in context.org.upwards(member.department_id)) or None if member else None


def _roles(context: Context) -> frozenset[str] | None:
    member = context.org.members.get(context.initiator)
    return (member.role_ids or None) if member else None


INITIATOR: dict[str, Operand] = {
    each.key: each
    for each in (
        Operand(Named("@initiator.member", code="initiator_member"), fields.MEMBER, _initiator, _text),
        Operand(Named("@initiator.department", code="initiator_department"), fields.DEPARTMENTS, _departments, _text),
        Operand(Named("@initiator.role", code="initiator_role"), fields.MEMBERS, _roles, _text),
    )
}

COMPARABLE = (
    fields.TEXT,
    fields.DECIMAL,
    fields.DATE,
    fields.DATETIME,
    fields.BOOLEAN,
    fields.CHOICE,
    fields.CHOICES,
    fields.MEMBER,
    fields.MEMBERS,
    fields.DEPARTMENT,
    fields.DEPARTMENTS,
    fields.OPAQUE,
)


def operand(builder: Builder, name: str, path: str) -> Operand | None:
    """The operand of that name; None, with a fault noted, if the form has no such field."""
    if name.startswith("@"):
        found = INITIATOR.get(name)
        if found is None:
            builder.fault(path, "field_unknown", field=name)
        return found
    field = builder.field(name, path, COMPARABLE)
    if field is None:
        return None
    choices = frozenset(field.choices) if field.kind in (fields.CHOICE, fields.CHOICES) else None
    parse = _PARSERS.get(field.kind, _text)
    return Operand(Named(field.id, field.name), field.kind, _reader(field.id, field.kind, parse), parse, choices)


def _reader(field_id: str, kind: str, parse: Callable[[Any], Any]) -> Reader:
    if kind in SET_KINDS:
        return partial(_read_set, field_id)
    if kind in _PARSERS:
        return partial(_read_parsed, field_id, parse)
    return partial(_read_plain, field_id)
