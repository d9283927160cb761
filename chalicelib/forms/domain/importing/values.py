"""From the cells of an entry to the values that are sent for a record, and from a fault back to its cell."""

from typing import Any, NamedTuple

from ....kernel.errors import FieldError
from ..cells import ROOT
from ..definition import Definition
from ..fields import CellReading, Fault, Field, type_of
from .grouping import Cells, Entry, at
from .settings import Settings


class Place(NamedTuple):
    """A cell: the row from 1, the column from 0."""

    row: int
    column: int


def values_of(
    definition: Definition, entry: Entry, settings: Settings, reading: CellReading
) -> tuple[dict[str, Any], list[FieldError]]:
    """What the cells mean; a blank cell says nothing. Faults have the paths of the values."""
    faults: list[FieldError] = []
    columns = settings.columns
    own = {path: column for path, column in columns.items() if "." not in path}
    fields = [(definition.by_id[path], column) for path, column in own.items()]
    values = _read(fields, entry.cells, ROOT, reading, faults)
    for lines in _lines(definition, columns):
        cells = [
            (field, columns[f"{lines.id}.{field.id}"]) for field in lines.columns if _path(lines, field) in columns
        ]
        rows: list[dict[str, Any]] = []
        for _, row in _of_lines(entry, [column for _, column in cells]):
            rows.append(_read(cells, row, f"{ROOT}/{lines.id}/{len(rows)}", reading, faults))
        if rows:
            values[lines.id] = rows
    return values, faults


def place_of(definition: Definition, entry: Entry, settings: Settings, path: str) -> Place | None:
    """The cell that a fault at `/values/…` is about; None if no column was read for it."""
    parts = path.split("/")[2:]
    columns = settings.columns
    if not parts:
        return None
    lines = definition.by_id.get(parts[0])
    if lines is None or not lines.columns:
        return Place(entry.row, columns[parts[0]]) if parts[0] in columns else None
    under = [column for path, column in columns.items() if path.startswith(f"{lines.id}.")]
    if not under:
        return None
    rows = _of_lines(entry, under)
    index = int(parts[1]) if len(parts) > 1 and parts[1].isdecimal() else 0
    row = rows[index][0] if index < len(rows) else entry.row
    return Place(row, columns.get(".".join((parts[0], *parts[2:3])), min(under)))


def _lines(definition: Definition, columns: dict[str, int]) -> list[Field]:
    named = dict.fromkeys(path.split(".")[0] for path in columns if "." in path)
    return [definition.by_id[name] for name in named]


def _path(lines: Field, field: Field) -> str:
    return f"{lines.id}.{field.id}"


def _of_lines(entry: Entry, columns: list[int]) -> list[tuple[int, Cells]]:
    """The rows in which something stands for the lines."""
    return [(number, cells) for number, cells in entry.rows if any(at(cells, column) for column in columns)]


def _read(
    fields: list[tuple[Field, int]], cells: Cells, path: str, reading: CellReading, faults: list[FieldError]
) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for field, column in fields:
        cell = at(cells, column)
        if cell is None:
            continue
        try:
            values[field.id] = type_of(field).from_cell(field, cell, reading)
        except Fault as fault:
            label = field.label(reading.language)
            faults.append(
                FieldError.of(f"{path}/{field.id}{fault.path}", fault.code, **{"field": label, **fault.params})
            )
    return values
