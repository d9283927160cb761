"""A workbook of one sheet of texts: a template, or rows to be corrected. A text is never taken for a formula."""

import io
import zipfile
from collections.abc import Iterable, Sequence
from xml.sax.saxutils import escape

from ..domain.fields import column_letter

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org"
_MAIN = f"{_OFFICE}/spreadsheetml/2006/main"
_RELATIONS = f"{_OFFICE}/officeDocument/2006/relationships"
_PACKAGE = f"{_OFFICE}/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_FILES = {
    "[Content_Types].xml": (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{_TYPE}.styles+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_TYPE}.worksheet+xml"/></Types>'
    ),
    "_rels/.rels": (
        f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r1" '
        f'Type="{_RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
    ),
    "xl/_rels/workbook.xml.rels": (
        f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r1" Type="{_RELATIONS}/worksheet" '
        f'Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="{_RELATIONS}/styles" Target="styles.xml"/>'
        "</Relationships>"
    ),
    "xl/workbook.xml": (
        f'<workbook xmlns="{_MAIN}" xmlns:r="{_RELATIONS}"><sheets>'
        '<sheet name="Sheet1" sheetId="1" r:id="r1"/></sheets></workbook>'
    ),
    # Cells have the format of texts ("@"), so that a number typed into one stays as it was typed.
    "xl/styles.xml": (
        f'<styleSheet xmlns="{_MAIN}"><fonts count="2"><font><sz val="11"/></font>'
        '<font><b/><sz val="11"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill>'
        '<fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders>'
        '<cellStyleXfs count="1"><xf/></cellStyleXfs>'
        '<cellXfs count="3"><xf/><xf fontId="1" applyFont="1" numFmtId="49" applyNumberFormat="1"/>'
        '<xf numFmtId="49" applyNumberFormat="1"/></cellXfs></styleSheet>'
    ),
}


def plain_workbook(heads: Sequence[str], rows: Iterable[Sequence[str]] = ()) -> bytes:
    """The first row in bold, and frozen."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in _FILES.items():
            archive.writestr(zipfile.ZipInfo(name), _HEAD + content, zipfile.ZIP_DEFLATED)
        with archive.open(zipfile.ZipInfo("xl/worksheets/sheet1.xml"), "w") as sheet:
            widths = f'<cols><col min="1" max="{max(len(heads), 1)}" width="18" style="2" customWidth="1"/></cols>'
            view = '<sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" state="frozen"/></sheetView>'
            start = f'{_HEAD}<worksheet xmlns="{_MAIN}"><sheetViews>{view}</sheetViews>{widths}<sheetData>'
            sheet.write(start.encode())
            sheet.write(_row(1, heads, 1))
            for number, row in enumerate(rows, start=2):
                sheet.write(_row(number, row, 2))
            sheet.write(b"</sheetData></worksheet>")
    return made.getvalue()


def _row(number: int, texts: Sequence[str], style: int) -> bytes:
    cells = "".join(
        f'<c r="{column_letter(index)}{number}" t="inlineStr" s="{style}">'
        f'<is><t xml:space="preserve">{escape(_storable(text))}</t></is></c>'
        for index, text in enumerate(texts)
        if text
    )
    return f'<row r="{number}">{cells}</row>'.encode()


def _storable(text: str) -> str:
    """Without what XML does not hold; a cell has room for 32,767 characters."""
    return "".join(char for char in text if char >= " " or char in "\n\t")[:32_767]
