"""What is wrong with a roll-up beside the form that it is taken from."""

from collections.abc import Iterator

from ....kernel.errors import FieldError
from ..definition import Definition
from ..fields import Field, meant, type_of
from ..formula import Kind
from ..records import CREATED
from .contributing import fields_read, read_where
from .declared import Rollup

ORDERED_KINDS = ("decimal", "date", "datetime")
"""What has a least, a greatest, a first and a last."""


def at_path(definition: Definition, path: str) -> Field | None:
    """A field, or a column by `lines.amount`."""
    lines, _, name = path.rpartition(".")
    if not lines:
        return definition.by_id.get(name)
    holder = definition.by_id.get(lines)
    return next((each for each in holder.columns if each.id == name), None) if holder else None


def faults_of(rollup: Rollup, child: Definition, path: str) -> Iterator[FieldError]:
    """`path` is that of the roll-up's options."""
    if rollup.function != "count":
        field = at_path(child, rollup.of)
        if field is None:
            yield FieldError.of(f"{path}/of", "rollup_field_unknown")
        elif not suits(rollup, field):
            yield FieldError.of(f"{path}/of", "rollup_field_unsuited", field=field.name)
    if rollup.function in ("first", "last") and rollup.by != CREATED:
        by = child.by_id.get(rollup.by)
        if by is None or type_of(by).compare_kind(by) not in ORDERED_KINDS:
            yield FieldError.of(f"{path}/by", "rollup_order_unsuited")
    yield from read_where(child, rollup.where, f"{path}/where")[1]
    for name in sorted({*fields_read(child, rollup)} & moving(child)):
        field = at_path(child, name)
        yield FieldError.of(f"{path}/of", "rollup_field_moving", field=field.name if field else name)


def moving(definition: Definition) -> frozenset[str]:
    """Fields whose value changes with the day: nobody tells when, so a figure of them would not follow."""
    return frozenset(getattr(definition, "volatile", ()))


def suits(rollup: Rollup, field: Field) -> bool:
    source = type_of(meant(field))
    if source.holds_rows or source.holds_files or source.refers_to == "record":
        return rollup.function == "distinct" and source.refers_to == "record" and not rollup.lines
    if rollup.function in ("sum", "avg"):
        return type_of(field).formula_kind(field) is Kind.NUMBER
    if rollup.function in ("min", "max"):
        return type_of(field).compare_kind(field) in ORDERED_KINDS
    return not rollup.lines


def rollups_in_columns(definition: Definition) -> Iterator[FieldError]:
    """A formula of a column cannot read a roll-up: its rows are in the record, whose version does not move when the
    figure does.
    """
    places = {
        f"{field.id}.{column.id}": f"/fields/{index}/options/columns/{number}/options/expression"
        for index, field in enumerate(definition.fields)
        for number, column in enumerate(field.columns)
    }
    for name in sorted(definition.beside & places.keys()):
        yield FieldError.of(places[name], "rollup_in_column")
