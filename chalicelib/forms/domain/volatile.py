"""Values that change from day to day: formulas that depend on TODAY(), directly or through others.

They are computed when a record is read, at the reader's moment in the company's zone, and stand in no row: neither in
the record's, nor in a list entry, an index or the history. What an earlier release stored of them is ignored.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from ...kernel.errors import FieldError, Named
from .computing import compute
from .definition import Definition
from .fields import Moment
from .stored import Values


def without(values: Mapping[str, Any], paths: Collection[str]) -> Values:
    """The values without those at `paths`: ids of fields, and `lines.column` for a column in every row."""
    kept = {name: value for name, value in values.items() if name not in paths}
    for lines, columns in _columns(paths).items():
        if isinstance(kept.get(lines), list):
            kept[lines] = [{name: cell for name, cell in row.items() if name not in columns} for row in kept[lines]]
    return kept


def as_of(definition: Definition, values: Mapping[str, Any], moment: Moment) -> Values:
    """The values as they are at a moment. What cannot be computed is left out: nobody is kept from reading by it."""
    if not definition.volatile:
        return dict(values)
    found = without(values, definition.volatile)
    # Rows are filled in place, and those that were given may be another's.
    tables = _columns(definition.volatile).keys() & found.keys()
    found |= {lines: [dict(row) for row in found[lines]] for lines in tables}
    steps = [step for step in definition.plan.steps if step.path in definition.volatile]
    compute(definition, steps, found, moment, lambda *_: None)
    return found


def _columns(paths: Iterable[str]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for path in paths:
        lines, _, column = path.partition(".")
        if column:
            found.setdefault(lines, set()).add(column)
    return found


def title_faults(definition: Definition) -> Iterator[FieldError]:
    """A title is written when a record is saved, so what it says of such a value would be wrong tomorrow."""
    if definition.title:
        for name in definition.title_fields:
            if name in definition.volatile:
                field = definition.by_id[name]
                yield FieldError.of("/title", "volatile_in_title", field=Named(field.id, field.name))
