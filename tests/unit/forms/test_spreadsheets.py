"""Workbooks and text with commas, cell by cell."""

import io
import zipfile
from datetime import date, datetime
from decimal import Decimal
from xml.etree import ElementTree

import pytest

from chalicelib.forms.domain.cell_formats import DAY, PLAIN_NUMBER, TEXT, CellValue
from chalicelib.forms.spreadsheets.writing_csv import CsvWriter, guarded
from chalicelib.forms.spreadsheets.writing_table import Column, Writer
from chalicelib.forms.spreadsheets.writing_xlsx import XlsxWriter, letters, sheet_name

COLUMNS = [Column("甲", TEXT), Column("乙", "#,##0.00"), Column("丙", DAY), Column("丁", PLAIN_NUMBER)]
SHEET = "xl/worksheets/sheet1.xml"
NS = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def written(writer: Writer, pieces: list[list[list[CellValue]]]) -> bytes:
    """The file of some pieces, each made apart."""
    out, first, made = io.BytesIO(), 1, []
    for rows in pieces:
        made.append(writer.piece(COLUMNS, rows, first))
        first += len(rows)
    writer.put_together(out, "表", COLUMNS, made)
    return out.getvalue()


def sheet(file: bytes) -> ElementTree.Element:
    return ElementTree.fromstring(zipfile.ZipFile(io.BytesIO(file)).read(SHEET))


def test_pieces_follow_one_another_below_the_head() -> None:
    row: list[CellValue] = ["一", Decimal("1.10"), date(2026, 3, 1), Decimal("2")]
    found = sheet(written(XlsxWriter(), [[row, row], [row]]))
    assert [each.get("r") for each in found.iter(f"{NS}row")] == ["1", "2", "3", "4"]
    last = list(found.iter(f"{NS}row"))[-1]
    assert [each.get("r") for each in last] == ["A4", "B4", "C4", "D4"]
    assert [each.findtext(f"{NS}v") for each in last][1:] == ["1.10", "46082", "2"]


def test_no_cell_is_a_formula_and_all_digits_are_written() -> None:
    rows: list[list[CellValue]] = [
        ["=1+1", Decimal("123456789012345678.123"), None, None],
        ["@x", Decimal("-5"), None, None],
    ]
    found = sheet(written(XlsxWriter(), [rows]))
    assert not list(found.iter(f"{NS}f"))
    assert [each.text for each in found.iter(f"{NS}t")][4:] == ["=1+1", "@x"]
    assert [each.text for each in found.iter(f"{NS}v")] == ["123456789012345678.123", "-5"]


@pytest.mark.parametrize(
    ("text", "stored"), [("a\x00b\x0bc", "abc"), ("_x0041_", "_x005F_x0041_"), ("<&>", "<&>"), ("a\nb", "a\nb")]
)
def test_text_that_workbooks_cannot_hold_is_written_safely(text: str, stored: str) -> None:
    found = sheet(written(XlsxWriter(), [[[text, None, None, None]]]))
    assert [each.text for each in found.iter(f"{NS}t")][-1] == stored


def test_a_moment_is_a_day_with_a_fraction_and_an_early_day_is_text() -> None:
    columns = [Column("丙", DAY)]
    rows: list[list[CellValue]] = [[datetime.fromisoformat("2026-03-01T12:00")], [date(1900, 2, 28)]]
    piece = XlsxWriter().piece(columns, rows, 1).decode()
    assert "<v>46082.5</v>" in piece
    assert "1900-02-28</t>" in piece


def test_columns_and_sheets_are_named_as_excel_does() -> None:
    assert [letters(each) for each in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]
    assert (
        sheet_name("报销/单: [一]?" + "长" * 40)
        == ("报销 单   一   ".replace("   一   ", "   一  ") + "长" * 40)[:31].strip()
    )
    assert sheet_name("'[]'") == "Sheet1"


@pytest.mark.parametrize("text", ["=1", "+1", "-1", "@x", "\tx", "＝1", "＋1", "－1", "＠x"])
def test_text_that_looks_like_a_formula_is_guarded(text: str) -> None:
    assert guarded(text) == f"'{text}"


def test_numbers_in_text_with_commas_are_not_guarded() -> None:
    rows: list[list[CellValue]] = [["a,b", Decimal("-5.00"), date(2026, 3, 1), None]]
    assert written(CsvWriter(), [rows]).decode("utf-8-sig") == '甲,乙,丙,丁\r\n"a,b",-5.00,2026-03-01,\r\n'
