"""A table that is written to a file piece by piece: its columns, the cells of its rows, and what a format must do.

A piece is made apart from all others and kept until the file is put together, so no step holds the table.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import BinaryIO, Protocol

from ..domain.cell_formats import TEXT, CellValue

Row = Sequence[CellValue]


@dataclass(frozen=True, slots=True)
class Column:
    """`format` is how a spreadsheet shows its cells, such as `#,##0.00` (`domain.cell_formats`)."""

    name: str
    format: str = TEXT


class Writer(Protocol):
    extension: str

    def piece(self, columns: Sequence[Column], rows: Iterable[Row], first: int) -> bytes:
        """Some rows; `first` is the number of the first of them in the file, counted from 1 below the head."""
        ...

    def put_together(self, out: BinaryIO, name: str, columns: Sequence[Column], pieces: Iterable[bytes]) -> None:
        """The whole file; `name` is what the table is called."""
        ...
