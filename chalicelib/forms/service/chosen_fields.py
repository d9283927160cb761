"""Which fields of a form's records a reader asks for: a list's question, beside its filter and order."""

from collections.abc import Sequence

from ...kernel.errors import FieldError
from ..access.groups import HIDDEN
from ..access.scope import Scope
from ..domain.definition import Definition
from ..domain.errors import ListInvalid


def chosen(definition: Definition, scope: Scope, names: Sequence[str] | None) -> tuple[str, ...]:
    """The fields asked for, each once; without any, those that the list shows. One that is kept from the reader in
    every record is as if there were none. Raises ListInvalid.
    """
    if names is None:
        return tuple(each for each in definition.listed if tells(scope, each) and each in definition.by_id)
    faults = [
        FieldError.of(f"/fields/{at}", "query_field", id=name)
        for at, name in enumerate(names)
        if name not in definition.by_id or not tells(scope, name)
    ]
    if faults:
        raise ListInvalid(fields=faults)
    return tuple(dict.fromkeys(names))


def every(definition: Definition, scope: Scope) -> tuple[str, ...]:
    """All fields that the reader sees in some record."""
    return tuple(name for name in definition.by_id if tells(scope, name))


def tells(scope: Scope, name: str) -> bool:
    """Whether the reader sees the field in some record, if only in part."""
    if scope.everything:
        return True
    return any(grant.group.fields.get(name, grant.group.otherwise) > HIDDEN for grant in scope.grants)
