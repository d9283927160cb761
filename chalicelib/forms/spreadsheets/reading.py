"""Workbooks and CSV files as rows of cells. What a file claims to be is checked, and its size bounded, before it is
opened.
"""

import io
import re
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from ...kernel.errors import Invalid
from ..domain.archives import ArchiveFault, read_archive
from ..domain.fields._cells import DAY, MOMENT, TEXT, TIME, TRUTH, Cell, number_cell
from ..domain.files import extension_of
from .reading_csv import read_csv

MOST_BYTES = 50 * 1024 * 1024
MOST_UNPACKED = 400 * 1024 * 1024
MOST_ROWS = 100_000
MOST_COLUMNS = 500
EXTENSIONS = ("xlsx", "xls", "csv")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = b"PK\x03\x04"
_SINCE_1904 = re.compile(rb"<workbookPr\b[^>]*\bdate1904=\"(?:1|true)\"")
_SHEETS_READ = 50

Row = tuple[int, list[Cell | None]]
"""Its number in the sheet, from 0, and its cells from column A."""
Range = tuple[tuple[int, int], tuple[int, int]]
"""First and last row and column, from 0."""


class SpreadsheetUnreadable(Invalid):
    """Not what its name says, damaged, or protected by a password."""

    code = "spreadsheet_unreadable"


class SpreadsheetTooLarge(Invalid):
    """Params: `bytes`, `rows` and `columns` that one may have at most."""

    code = "spreadsheet_too_large"

    def __init__(self) -> None:
        super().__init__(megabytes=MOST_BYTES // 1024 // 1024, rows=MOST_ROWS, columns=MOST_COLUMNS)


class SheetNotFound(Invalid):
    code = "sheet_not_found"


@dataclass(frozen=True, slots=True)
class Sheet:
    name: str
    hidden: bool = False


class Book:
    """An opened file. A CSV file has one sheet."""

    def __init__(self, sheets: Sequence[Sheet], *, workbook: Any = None, rows: Sequence[list[str]] = ()) -> None:
        self.sheets = tuple(sheets)
        self.since_1904 = False
        self._workbook = workbook
        self._parsed: dict[int, Any] = {}
        self._rows = rows

    @property
    def first(self) -> int:
        """The sheet that is meant if nobody says which: the first that is shown and has something in it."""
        for index, sheet in enumerate(self.sheets):
            if not sheet.hidden and next(self.rows(index), None) is not None:
                return index
        return 0

    def rows(self, index: int) -> Iterator[Row]:
        """Those in which something stands. Raises SheetNotFound, SpreadsheetTooLarge."""
        if not 0 <= index < len(self.sheets):
            raise SheetNotFound()
        filled = 0
        for number, row in self._raw(index):
            cells = [_cell(value) for value in (row if len(row) <= MOST_COLUMNS else _trimmed(row))]
            if any(cells):
                filled += 1
                if filled > MOST_ROWS or len(cells) > MOST_COLUMNS:
                    raise SpreadsheetTooLarge()
                yield number, cells

    def merged(self, index: int) -> Sequence[Range]:
        if self._workbook is None:
            return ()
        return tuple(self._sheet(index).merged_cell_ranges or ())

    def _sheet(self, index: int) -> Any:
        """Parsing one takes longer than all the rest; the last is kept."""
        if index not in self._parsed:
            self._parsed = {index: self._workbook.get_sheet_by_index(index)}
        return self._parsed[index]

    def _raw(self, index: int) -> Iterator[tuple[int, Sequence[Any]]]:
        if self._workbook is None:
            yield from enumerate(self._rows)
            return
        sheet = self._sheet(index)
        if sheet.start is None:
            return
        before = [None] * int(sheet.start[1])
        for number, row in enumerate(sheet.iter_rows()):
            yield number, [*before, *row]


def open_book(name: str, content: bytes) -> Book:
    """Raises SpreadsheetUnreadable, SpreadsheetTooLarge."""
    if len(content) > MOST_BYTES:
        raise SpreadsheetTooLarge()
    extension = extension_of(name)
    if content.startswith(_OLE) and extension in ("xls", "xlsx"):
        return _workbook(content)  # also an xls that somebody called xlsx
    if content.startswith(_ZIP) and extension in ("xls", "xlsx"):
        _bounded(content)
        book = _workbook(content)
        book.since_1904 = _since_1904(content)
        return book
    if extension == "csv" and not content.startswith((_OLE, _ZIP)):
        rows = read_csv(content)
        if rows is None:
            raise SpreadsheetUnreadable()
        return Book([Sheet("CSV")], rows=rows)
    raise SpreadsheetUnreadable()


def _workbook(content: bytes) -> Book:
    from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    try:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(content))
        found = workbook.sheets_metadata
        kinds = [each.typ == SheetTypeEnum.WorkSheet for each in found]
        sheets = [Sheet(each.name, each.visible != SheetVisibleEnum.Visible) for each in found]
        if not any(kinds) or len(sheets) > _SHEETS_READ:
            raise SpreadsheetUnreadable()
    except (CalamineError, OSError, ValueError) as error:
        raise SpreadsheetUnreadable() from error
    return Book(sheets, workbook=workbook)


@dataclass(frozen=True, slots=True)
class _Held:
    """The content for the look at its directory."""

    content: bytes

    @property
    def head(self) -> bytes:
        return self.content[:64]

    @property
    def size(self) -> int:
        return len(self.content)

    def read(self, start: int, length: int) -> bytes:
        return self.content[start : start + length]


def _bounded(content: bytes) -> None:
    """Raises SpreadsheetUnreadable, and SpreadsheetTooLarge for what would unpack to more than is read."""
    try:
        read_archive(_Held(content))
        with zipfile.ZipFile(io.BytesIO(content)) as opened:
            unpacked = sum(entry.file_size for entry in opened.infolist())
            names = set(opened.namelist())
    except ArchiveFault as error:
        raise (SpreadsheetTooLarge() if error.code.endswith("too_large") else SpreadsheetUnreadable()) from error
    if unpacked > MOST_UNPACKED:
        raise SpreadsheetTooLarge()
    if not any(name.startswith("xl/") for name in names):
        raise SpreadsheetUnreadable()


def _since_1904(content: bytes) -> bool:
    with zipfile.ZipFile(io.BytesIO(content)) as opened:
        if "xl/workbook.xml" not in opened.namelist():
            return False
        return _SINCE_1904.search(opened.read("xl/workbook.xml")) is not None


def _trimmed(row: Sequence[Any]) -> Sequence[Any]:
    end = len(row)
    while end and row[end - 1] in ("", None):
        end -= 1
    return row[:end]


def _cell(value: Any) -> Cell | None:
    if value is None:
        return None
    make = next((make for kind, make in _CELLS if isinstance(value, kind)), None)
    return make(value) if make else Cell(TEXT, str(value))


def _text(value: str) -> Cell | None:
    text = value.strip().strip("\ufeff\u00a0\u3000").strip()
    return Cell(TEXT, text) if text else None


def _moment(value: datetime) -> Cell:
    return Cell(DAY, value.date().isoformat()) if value.time() == time() else Cell(MOMENT, _seconds(value))


def _seconds(value: datetime) -> str:
    """To the second: fractions of a day are never exact."""
    return (value + timedelta(milliseconds=500)).replace(microsecond=0).isoformat()


_CELLS: tuple[tuple[Any, Callable[[Any], Cell | None]], ...] = (
    (str, _text),
    (bool, lambda value: Cell(TRUTH, "true" if value else "false")),
    ((int, float), number_cell),
    (datetime, _moment),
    (date, lambda value: Cell(DAY, value.isoformat())),
    (time, lambda value: Cell(TIME, value.strftime("%H:%M"))),
    (timedelta, lambda value: Cell(TEXT, str(value))),
)
"""In this order: a yes or no is a whole number to Python, and a moment a day."""
