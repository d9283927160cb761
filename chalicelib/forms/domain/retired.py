"""Choices that a published version of a form offered and the newest does not: older records hold their values."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from .definition import Definition, every_field
from .fields import Field, type_of

Choices = list[dict[str, Any]]
Retired = dict[str, Choices]
"""By path: `customer_type`, `lines.unit`."""


def retired_choices(versions: Iterable[Definition], newest: Definition, known: Mapping[str, Choices]) -> Retired:
    """What the newest version does not offer of what `versions`, oldest first, and those before them (`known`) did.

    A choice keeps the name that it had last; one that is offered again is retired no more.
    """
    once: dict[str, dict[str, dict[str, Any]]] = {
        path: {choice["value"]: choice for choice in choices} for path, choices in known.items()
    }
    for version in versions:
        for path, choices in _choices(version):
            once[path] = {**once.get(path, {}), **{choice["value"]: dict(choice) for choice in choices}}
    offered = {path: {choice["value"] for choice in choices} for path, choices in _choices(newest)}
    left = {
        path: [choice for value, choice in choices.items() if value not in offered.get(path, ())]
        for path, choices in once.items()
    }
    return {path: choices for path, choices in left.items() if choices}


def with_retired(definition: Definition, retired: Mapping[str, Choices]) -> Definition:
    """The definition whose fields know the names of what they offered once."""
    if not retired:
        return definition

    def told(field: Field, path: str) -> Field:
        columns = tuple(told(column, f"{path}.{column.id}") for column in field.columns)
        return replace(field, columns=columns, retired=tuple(retired.get(path, ())))

    return replace(definition, fields=tuple(told(field, field.id) for field in definition.fields))


def _choices(definition: Definition) -> list[tuple[str, Choices]]:
    return [
        (path, offered) for path, field in every_field(definition.fields) if (offered := type_of(field).offered(field))
    ]
