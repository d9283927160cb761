"""The values of a record with their paths."""

from collections.abc import Iterator
from typing import Any

from .definition import Definition
from .fields import Field
from .stored import Values

ROOT = "/values"


def cells(definition: Definition, values: Values) -> Iterator[tuple[str, Field, Any]]:
    """Every value with its path and field, those of rows included."""
    for each in definition.fields:
        if each.id not in values:
            continue
        path = f"{ROOT}/{each.id}"
        yield path, each, values[each.id]
        for index, row in enumerate(values[each.id] if each.columns else ()):
            for column in each.columns:
                if column.id in row:
                    yield f"{path}/{index}/{column.id}", column, row[column.id]
