"""A workbook with one sheet (Office Open XML), written without a library.

Cells hold text, numbers and days, never a formula, so no text can become one. Text has the format "text", which keeps
`0012`, numbers of 18 digits and `=1+1` as they are when somebody edits the cell. Numbers are written with all their
digits; Excel computes with 15. Days before March 1900, which Excel counts wrongly, are written as text.
"""

import re
import zipfile
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import BinaryIO
from xml.sax.saxutils import escape, quoteattr

from ..domain.cell_formats import DAY, MOMENT, PLAIN_NUMBER, TEXT, CellValue
from .writing_table import Column, Row

MAX_TEXT = 32_767
"""Characters that Excel takes in a cell."""
MAX_NAME = 31
_HEAD = 1
"""Rows above the first of the table."""
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
"""What Excel would read as a character by its number."""
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_ZERO, _FIRST_DAY = date(1899, 12, 30), date(1900, 3, 1)
_WIDTHS = {TEXT: 22, DAY: 12, MOMENT: 17}
_SHEET = "xl/worksheets/sheet1.xml"
_MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_DECLARED = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


class XlsxWriter:
    extension = "xlsx"

    def piece(self, columns: Sequence[Column], rows: Iterable[Row], first: int) -> bytes:
        places = [(letters(at), style) for at, style in enumerate(_styles(columns))]
        return "".join(
            _row(number, places, columns, cells) for number, cells in enumerate(rows, start=first + _HEAD)
        ).encode()

    def put_together(self, out: BinaryIO, name: str, columns: Sequence[Column], pieces: Iterable[bytes]) -> None:
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("[Content_Types].xml", _CONTENT_TYPES)
            archive.writestr("_rels/.rels", _relations(("officeDocument", "xl/workbook.xml")))
            archive.writestr("xl/workbook.xml", _workbook(sheet_name(name)))
            parts = (("worksheet", "worksheets/sheet1.xml"), ("styles", "styles.xml"))
            archive.writestr("xl/_rels/workbook.xml.rels", _relations(*parts))
            archive.writestr("xl/styles.xml", _style_sheet(columns))
            with archive.open(_SHEET, "w", force_zip64=True) as sheet:
                sheet.write(_beginning(columns).encode())
                for piece in pieces:
                    sheet.write(piece)
                sheet.write(b"</sheetData></worksheet>")


def letters(index: int) -> str:
    """`A` of 0, `AA` of 26."""
    found = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        found = chr(ord("A") + rest) + found
    return found


def sheet_name(name: str) -> str:
    """As Excel takes it: 31 characters, none of `[]:*?/\\`, no apostrophe at an end."""
    return _NOT_IN_NAMES.sub(" ", name).strip().strip("'")[:MAX_NAME].strip() or "Sheet1"


def _row(number: int, places: Sequence[tuple[str, int]], columns: Sequence[Column], cells: Row) -> str:
    written = [
        _cell(f"{letter}{number}", style, column, cell)
        for (letter, style), column, cell in zip(places, columns, cells, strict=True)
        if cell is not None and cell != ""
    ]
    return f'<row r="{number}">{"".join(written)}</row>'


def _cell(place: str, style: int, column: Column, cell: CellValue) -> str:
    if isinstance(cell, Decimal):
        return f'<c r="{place}" s="{style}"><v>{cell:f}</v></c>'
    if isinstance(cell, date):
        counted = _serial(cell)
        if counted is not None:
            return f'<c r="{place}" s="{style}"><v>{counted}</v></c>'
        cell = cell.isoformat(" ", "minutes") if isinstance(cell, datetime) else cell.isoformat()
    style = style if column.format == TEXT else _TEXT_STYLE
    return f'<c r="{place}" s="{style}" t="inlineStr">{_text(cell or "")}</c>'


def _text(text: str) -> str:
    safe = escape(_ESCAPED.sub("_x005F_", _ILLEGAL.sub("", text[:MAX_TEXT])))
    return f'<is><t xml:space="preserve">{safe}</t></is>'


def _serial(day: date) -> str | None:
    """Days since the end of 1899, with the time as a fraction."""
    if (day.date() if isinstance(day, datetime) else day) < _FIRST_DAY:
        return None
    if not isinstance(day, datetime):
        return str((day - _ZERO).days)
    passed = day - datetime(_ZERO.year, _ZERO.month, _ZERO.day, tzinfo=day.tzinfo)
    return f"{passed.days + passed.seconds / 86_400:.10f}".rstrip("0").rstrip(".")


# -- the parts of the archive

_HEAD_STYLE, _TEXT_STYLE, _FIRST_STYLE = 1, 2, 3


def _formats(columns: Sequence[Column]) -> list[str]:
    return list(dict.fromkeys(column.format for column in columns if column.format not in (TEXT, PLAIN_NUMBER)))


def _styles(columns: Sequence[Column]) -> list[int]:
    """By column, the number of its style in the style sheet."""
    formats = _formats(columns)
    known = {TEXT: _TEXT_STYLE, PLAIN_NUMBER: 0}
    return [
        known[each.format] if each.format in known else _FIRST_STYLE + formats.index(each.format) for each in columns
    ]


def _style_sheet(columns: Sequence[Column]) -> str:
    formats = _formats(columns)
    codes = "".join(f'<numFmt numFmtId="{164 + at}" formatCode={quoteattr(code)}/>' for at, code in enumerate(formats))
    own = "".join(
        f'<xf numFmtId="{164 + at}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>'
        for at in range(len(formats))
    )
    fixed = (
        '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
        '<xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>'
        '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>'
    )
    numbers = f'<numFmts count="{len(formats)}">{codes}</numFmts>' if formats else ""
    return (
        f"{_DECLARED}<styleSheet {_MAIN}>{numbers}"
        '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>'
        '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>'
        '<fills count="2"><fill><patternFill patternType="none"/></fill>'
        '<fill><patternFill patternType="gray125"/></fill></fills>'
        '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
        '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
        f'<cellXfs count="{_FIRST_STYLE + len(formats)}">{fixed}{own}</cellXfs>'
        '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
    )


def _beginning(columns: Sequence[Column]) -> str:
    """Up to the first row of the table: widths, and the head, which stays in sight."""
    widths = "".join(
        f'<col min="{at}" max="{at}" width="{_WIDTHS.get(each.format, 16)}" style="{style}" customWidth="1"/>'
        for at, (each, style) in enumerate(zip(columns, _styles(columns), strict=True), start=1)
    )
    head = "".join(
        f'<c r="{letters(at)}1" s="{_HEAD_STYLE}" t="inlineStr">{_text(each.name)}</c>'
        for at, each in enumerate(columns)
    )
    return (
        f'{_DECLARED}<worksheet {_MAIN}><sheetViews><sheetView workbookViewId="0">'
        '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
        f'<cols>{widths}</cols><sheetData><row r="1">{head}</row>'
    )


def _workbook(name: str) -> str:
    sheet = f'<sheet name={quoteattr(name)} sheetId="1" r:id="rId1"/>'
    return f'{_DECLARED}<workbook {_MAIN} xmlns:r="{_RELATIONS}"><sheets>{sheet}</sheets></workbook>'


def _relations(*parts: tuple[str, str]) -> str:
    found = "".join(
        f'<Relationship Id="rId{at}" Type="{_RELATIONS}/{kind}" Target="{target}"/>'
        for at, (kind, target) in enumerate(parts, start=1)
    )
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'{_DECLARED}<Relationships xmlns="{package}">{found}</Relationships>'


_KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_CONTENT_TYPES = (
    f'{_DECLARED}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{_KIND}.sheet.main+xml"/>'
    f'<Override PartName="/{_SHEET}" ContentType="{_KIND}.worksheet+xml"/>'
    f'<Override PartName="/xl/styles.xml" ContentType="{_KIND}.styles+xml"/></Types>'
)
