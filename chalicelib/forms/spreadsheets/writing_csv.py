"""Text with commas, as Excel opens it: UTF-8 with a mark, CRLF. A text that a spreadsheet would take for a formula
gets an apostrophe in front; numbers do not, so a negative amount stays one.
"""

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import datetime
from decimal import Decimal
from typing import BinaryIO

from ..domain.cell_formats import CellValue
from .writing_table import Column, Row

_MARK = "\ufeff".encode()
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


class CsvWriter:
    extension = "csv"

    def piece(self, columns: Sequence[Column], rows: Iterable[Row], first: int) -> bytes:
        del columns, first
        return _lines([_written(cell) for cell in row] for row in rows)

    def put_together(self, out: BinaryIO, name: str, columns: Sequence[Column], pieces: Iterable[bytes]) -> None:
        del name
        out.write(_MARK + _lines([[guarded(each.name) for each in columns]]))
        for piece in pieces:
            out.write(piece)


def guarded(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text


def _written(cell: CellValue) -> str:
    if cell is None:
        return ""
    if isinstance(cell, str):
        return guarded(cell)
    if isinstance(cell, datetime):
        return cell.isoformat(" ", "minutes")
    return format(cell, "f") if isinstance(cell, Decimal) else cell.isoformat()


def _lines(rows: Iterable[Iterable[str]]) -> bytes:
    out = io.StringIO(newline="")
    csv.writer(out).writerows(rows)
    return out.getvalue().encode()
