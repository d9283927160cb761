"""Which rows of a sheet are one record: with detail lines, the rows below one record's first row are its lines."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from ..fields import Cell, load_cell
from .settings import Settings

Cells = Sequence[Cell | None]


@dataclass(frozen=True)
class Entry:
    """`rows` are the numbers of its rows from 1, and their cells; the first is that of the record itself."""

    rows: tuple[tuple[int, Cells], ...]

    @property
    def row(self) -> int:
        return self.rows[0][0]

    @property
    def cells(self) -> Cells:
        return self.rows[0][1]

    def dump(self) -> list[Any]:
        return [[row, [cell.dump() if cell else None for cell in cells]] for row, cells in self.rows]


def load_entry(stored: Iterable[Any]) -> Entry:
    return Entry(tuple((row, tuple(load_cell(each) for each in cells)) for row, cells in stored))


def at(cells: Cells, column: int) -> Cell | None:
    return cells[column] if column < len(cells) else None


def grouped(rows: Iterable[tuple[int, Cells]], settings: Settings, key: str = "") -> Iterator[Entry]:
    """`rows` from 0, those below the head are taken. Without a column of detail lines every row is a record.

    A row belongs to the record above if nothing stands in the record's own columns, or if `key`, the path of a field,
    is the same; without a key, if all of them are as above.
    """
    below = ((number + 1, cells) for number, cells in rows if number + 1 > settings.head)
    own = [column for path, column in settings.columns.items() if "." not in path]
    if len(own) == len(settings.mapping):
        yield from (Entry((row,)) for row in below)
        return
    by = [settings.columns[key]] if key in settings.columns else own
    current: Entry | None = None
    for number, cells in below:
        if current is not None and _belongs(cells, current.cells, own, by):
            current = replace(current, rows=(*current.rows, (number, cells)))
            continue
        if current is not None:
            yield current
        current = Entry(((number, cells),))
    if current is not None:
        yield current


def _belongs(cells: Cells, above: Cells, own: Sequence[int], by: Sequence[int]) -> bool:
    if not any(at(cells, column) for column in own):
        return True
    return any(at(cells, column) for column in by) and all(at(cells, column) == at(above, column) for column in by)
