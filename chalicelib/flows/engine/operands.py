"""What a branch can look at: a form field, or something about the initiator."""

from functools import partial
from typing import Any

from ...conditions.kinds import KINDS
from ...conditions.tree import Subject
from ...kernel.errors import Named
from . import fields
from .builder import Builder
from .context import Context

ROLES = "roles"


def _read(field_id: str, context: Context) -> Any:
    return context.values.get(field_id)


def _initiator(context: Context) -> Any:
    return context.initiator


def _departments(context: Context) -> Any:
    """The initiator's departments and all above them: somebody in a sub-department belongs to the department."""
    member = context.org.members.get(context.initiator)
    return context.org.above(member.department_ids) if member else None


def _roles(context: Context) -> Any:
    member = context.org.members.get(context.initiator)
    return member.role_ids if member else None


INITIATOR: dict[str, Subject] = {
    each.key: each
    for each in (
        Subject(Named("@initiator.member", code="initiator_member"), KINDS[fields.MEMBER], _initiator),
        Subject(Named("@initiator.department", code="initiator_department"), KINDS[fields.DEPARTMENTS], _departments),
        Subject(Named("@initiator.role", code="initiator_role"), KINDS[ROLES], _roles),
    )
}


def subject(builder: Builder, name: str, path: str) -> Subject | None:
    """The subject of that name; None, with a fault noted, if the form has no such field."""
    if name.startswith("@"):
        found = INITIATOR.get(name)
        if found is None:
            builder.fault(path, "field_unknown", field=name)
        return found
    field = builder.field(name, path, tuple(KINDS))
    if field is None:
        return None
    choices = frozenset(field.choices) if field.kind in (fields.CHOICE, fields.CHOICES) else None
    return Subject(Named(field.id, field.name), KINDS[field.kind], partial(_read, field.id), choices)
