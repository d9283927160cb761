"""What a record holds already, beside what is sent for it.

Two rules follow from it. An unchanged value is tolerated when a record is changed, whatever the form asks for today:
its option may be gone, its limit lowered, its person have left. And what the form does not show any more, removed
fields and removed columns of its rows, stays as it is: it may be sent back as it was, or left out, never changed.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from .fields import Field, type_of
from .row_matching import matched_rows, removed_cells

Values = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Stored:
    """`beside` are the stored values in the shape of what was sent: for each sent row the row that it was, or `{}`."""

    values: Mapping[str, Any]
    beside: Values
    tolerant: bool = True
    """False for what is submitted: every value must then satisfy the form as it is."""

    def put_back(self, name: str) -> None:
        """What was sent for these lines does not count: their rows are those that are stored."""
        self.beside[name] = self.values.get(name, [])


NOTHING = Stored({}, {})


def stored_beside(
    fields: tuple[Field, ...], sent: Mapping[str, Any], values: Mapping[str, Any], *, tolerant: bool = True
) -> Stored:
    known = {each.id: each for each in fields}
    beside: Values = {}
    for name, value in values.items():
        field = known.get(name)
        if field is None:
            continue
        rows = sent.get(name)
        if field.columns:
            beside[name] = matched_rows(field.columns, rows, value) if isinstance(rows, list) else []
        else:
            beside[name] = value
    return Stored(values, beside, tolerant)


def is_unchanged(field: Field, sent: Any, stored: Any) -> bool:
    kind = type_of(field)
    return kind.comparable(field, sent) == kind.comparable(field, stored)


def removed_values(fields: tuple[Field, ...], stored: Mapping[str, Any]) -> Values:
    """Values of fields that the form does not have any more."""
    return removed_cells(fields, stored)


def with_removed_cells(fields: tuple[Field, ...], values: Values, stored: Stored) -> Values:
    """`values` with what the form does not show any more, of the record and of each row that was recognised."""
    whole = dict(values)
    for field in fields:
        if field.columns and field.id in whole:
            rows = stored.beside.get(field.id) or [{}] * len(whole[field.id])
            pairs = zip(whole[field.id], rows, strict=True)
            whole[field.id] = [{**row, **removed_cells(field.columns, before)} for row, before in pairs]
    return {**whole, **removed_values(fields, stored.values)}
