"""Files as people have them: what is read of them, and what is refused."""

import io
import zipfile
from datetime import UTC, date, datetime, time
from typing import Any

import openpyxl
import pytest
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from chalicelib.forms.domain.fields import Cell, CellReading, Fault, Field, type_of
from chalicelib.forms.spreadsheets import reading
from chalicelib.forms.spreadsheets.columns import head_key, suggested
from chalicelib.forms.spreadsheets.plain_sheet import plain_workbook
from chalicelib.forms.spreadsheets.reading import (
    Book,
    SheetNotFound,
    SpreadsheetTooLarge,
    SpreadsheetUnreadable,
    open_book,
)
from chalicelib.forms.spreadsheets.reading_heads import Column, columns_of, guess_head

MOMENT = datetime.fromisoformat("2026-03-01T09:30:00")


def saved(book: openpyxl.Workbook) -> bytes:
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def workbook(*rows: list[Any]) -> openpyxl.Workbook:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    return book


def texts(book: Book, sheet: int = 0) -> list[list[str]]:
    return [[cell.text if cell else "" for cell in cells] for _, cells in book.rows(sheet)]


def around(dates: str = "", *, since_1904: bool = False) -> CellReading:
    return CellReading("en", UTC, lambda _field, _text: (), dates, since_1904)


def read(kind: str, cell: Cell, reading: CellReading | None = None, **options: Any) -> Any:
    field = Field("f", kind, "F", options=options)
    return type_of(field).from_cell(field, cell, reading or around())


def code_of(kind: str, cell: Cell, **options: Any) -> str:
    with pytest.raises(Fault) as refused:
        read(kind, cell, **options)
    return refused.value.code


def test_cells_keep_what_was_typed_and_lose_what_arithmetic_adds() -> None:
    values = ["  名称 ", 0.1 + 0.2, 12.0, True, date(2026, 3, 1), MOMENT, time(9, 30), "=1/0"]
    book = open_book("a.xlsx", saved(workbook(values)))
    found = [(cell.kind, cell.text) for cell in next(book.rows(0))[1] if cell]
    assert found == [
        ("text", "名称"),
        ("number", "0.3"),
        ("number", "12"),
        ("truth", "true"),
        ("day", "2026-03-01"),
        ("moment", "2026-03-01T09:30:00"),
        ("time", "09:30"),
    ]


def test_title_rows_merged_heads_and_blank_rows() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    for place, value in {
        "A1": "客户一览",
        "A3": "名称",
        "B3": "联系人",
        "B4": "姓名",
        "C4": "电话",
        "D3": "金额",
    }.items():
        sheet[place] = value
    for merged in ("A1:D1", "A3:A4", "B3:C3", "D3:D4"):
        sheet.merge_cells(merged)
    sheet["A7"], sheet["D7"] = "华东", 5
    opened = open_book("a.xlsx", saved(book))
    rows = list(opened.rows(0))
    head = guess_head(rows)
    names = [column.name for column in columns_of(rows, head, opened.merged(0))]
    assert (head, names) == (3, ["名称", "联系人 / 姓名", "联系人 / 电话", "金额"])
    assert [number for number, _ in rows if number > head] == [6]


def test_a_list_without_a_head_has_none_and_its_columns_are_called_by_letters() -> None:
    rows = list(open_book("a.xlsx", saved(workbook(["甲", 1], ["乙", 2]))).rows(0))
    assert guess_head(rows) == -1
    assert [column.name for column in columns_of(rows, -1, ())] == ["A", "B"]


def test_hidden_and_empty_sheets_are_told_and_not_chosen() -> None:
    book = workbook(["藏"])
    book.active.sheet_state = "hidden"
    book.create_sheet("空")
    book.create_sheet("客户").append(["名称"])
    opened = open_book("a.xlsx", saved(book))
    assert [(sheet.name, sheet.hidden) for sheet in opened.sheets] == [("Sheet", True), ("空", False), ("客户", False)]
    assert opened.first == 2
    with pytest.raises(SheetNotFound):
        next(opened.rows(9))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "utf-16"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_csv_in_any_encoding_and_with_any_separator(encoding: str, separator: str) -> None:
    content = f'名称{separator}备注\n"华东{separator}阀门"{separator}"两\n行"\n'.encode(encoding)
    assert texts(open_book("a.csv", content)) == [["名称", "备注"], [f"华东{separator}阀门", "两\n行"]]


def test_what_is_not_what_it_claims_to_be_is_refused() -> None:
    other = io.BytesIO()
    with zipfile.ZipFile(other, "w") as archive:
        archive.writestr("word/document.xml", "<a/>")
    for name, content in (
        ("a.xlsx", b"hello"),
        ("a.xlsx", b"PK\x03\x04hello"),
        ("a.xlsx", other.getvalue()),
        ("a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600),
        ("a.csv", saved(workbook(["名称"]))),
        ("a.csv", b"\x00\x01\x02\xff\xff"),
        ("a.pdf", b"%PDF"),
        ("a.xlsx", b""),
    ):
        with pytest.raises(SpreadsheetUnreadable):
            open_book(name, content)


def test_more_than_is_read_is_refused_before_it_is_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b" " * 40_000_000)
    with pytest.raises(SpreadsheetTooLarge):
        open_book("a.xlsx", bomb.getvalue())
    content = saved(workbook(["a"], ["b"], ["c"]))
    monkeypatch.setattr(reading, "MOST_ROWS", 2)
    with pytest.raises(SpreadsheetTooLarge):
        list(open_book("a.xlsx", content).rows(0))
    monkeypatch.setattr(reading, "MOST_BYTES", 10)
    with pytest.raises(SpreadsheetTooLarge):
        open_book("a.xlsx", content)


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        (Cell("day", "2026-03-01"), "2026-03-01"),
        (Cell("text", "2026/3/1"), "2026-03-01"),
        (Cell("text", "2026年3月1日"), "2026-03-01"),
        (Cell("text", "2026.3.1"), "2026-03-01"),
        (Cell("text", "２０２６－３－１"), "2026-03-01"),
        (Cell("text", "20260301"), "2026-03-01"),
        (Cell("number", "20260301"), "2026-03-01"),
        (Cell("number", "46082"), "2026-03-01"),
        (Cell("text", "31-1-2026"), "2026-01-31"),
        (Cell("text", "1/31/2026"), "2026-01-31"),
        (Cell("text", "2026-3-1 9:30"), "2026-03-01"),
    ],
)
def test_dates_however_they_are_written(cell: Cell, day: str) -> None:
    assert read("date", cell) == day


def test_dates_that_can_be_read_in_two_ways_are_asked_for() -> None:
    ambiguous = Cell("text", "3-1-2026")
    assert code_of("date", ambiguous) == "date_ambiguous"
    assert read("date", ambiguous, around("dmy")) == "2026-01-03"
    assert read("date", ambiguous, around("mdy")) == "2026-03-01"
    assert code_of("date", Cell("text", "2026/13/1")) == "no_such_date"
    assert code_of("date", Cell("text", "明天")) == "not_a_date"


def test_day_numbers_of_both_epochs() -> None:
    book = workbook([date(2026, 3, 1)])
    book.epoch = CALENDAR_MAC_1904
    opened = open_book("a.xlsx", saved(book))
    assert (opened.since_1904, texts(opened)) == (True, [["2026-03-01"]])
    assert read("date", Cell("number", "44620"), around(since_1904=True)) == "2026-03-01"


@pytest.mark.parametrize(
    ("text", "number"),
    [("1,234.50", "1234.5"), ("￥1,234", "1234"), ("(12)", "-12"), ("１２", "12"), ("3 元", "3"), ("1.2E3", "1200")],
)
def test_numbers_that_are_texts(text: str, number: str) -> None:
    assert read("number", Cell("text", text)) == number


def test_numbers_that_are_none_or_were_rounded_are_refused() -> None:
    for text in ("十", "1,23", "12%", "1.2.3", "-", "."):
        assert code_of("number", Cell("text", text)) == "not_a_number", text
    rounded = Cell("number", "310101199001011000")
    assert (code_of("text", rounded), code_of("number", rounded)) == ("number_rounded", "number_rounded")
    assert read("text", Cell("number", "13800138000")) == "13800138000"


def test_percentages_choices_times_and_regions() -> None:
    assert (read("percent", Cell("text", "12.5%")), read("percent", Cell("number", "0.125"))) == ("0.125", "0.125")
    kinds = [{"value": "a", "name": {"zh-CN": "重点", "en": "Key"}}, {"value": "b"}]
    assert [read("choice", Cell("text", text), choices=kinds) for text in ("重点", "KEY", "b")] == ["a", "a", "b"]
    assert read("choices", Cell("text", "重点、b"), choices=kinds) == ["a", "b"]
    assert code_of("choice", Cell("text", "一般"), choices=kinds) == "not_a_choice"
    tree = [{"value": "e", "name": "华东"}, {"value": "sh", "name": "上海", "parent": "e"}]
    assert read("cascade", Cell("text", "华东 / 上海"), choices=tree) == ["e", "sh"]
    assert [read("time", Cell("number", "0.4")), read("time", Cell("text", "9:05"))] == ["09:36", "09:05"]
    assert read("region", Cell("text", "上海市浦东新区")) == "310115"
    assert read("address", Cell("text", "广东深圳南山区 科苑路 15 号")) == {
        "region": "440305",
        "detail": "科苑路 15 号",
    }
    assert read("date_range", Cell("text", "2026/3/1 至 2026/3/5")) == {"from": "2026-03-01", "to": "2026-03-05"}


def test_a_name_that_several_have_names_nobody() -> None:
    for found, code in (((), "named_nobody"), (("a", "b"), "named_several")):
        asked = CellReading("en", UTC, lambda _field, _text, found=found: found)  # type: ignore[misc]
        with pytest.raises(Fault) as refused:
            read("member", Cell("text", "王芳"), asked)
        assert refused.value.code == code


def test_fields_are_suggested_by_what_stands_in_a_column() -> None:
    def kind(name: str, *values: str, of: str = "text", people: tuple[str, ...] = ()) -> str:
        return str(suggested(Column(0, name), [Cell(of, value) for value in values], people)["type"])

    assert kind("单价", "12.50", "3", of="number") == "money"
    assert kind("数量", "1,200", "3") == "number"
    assert kind("客户编号", "0012", "0013") == "text"
    assert kind("身份证", "310101199001011000", of="number") == "text"
    assert kind("折扣", "5%", "12%") == "percent"
    assert kind("日期", "2026/3/1", "3-1-2026") == "date"
    assert kind("邮箱", "a@b.cn", "c@d.cn") == "email"
    assert kind("手机", "13800138000", of="number") == "phone"
    assert kind("等级", *["甲", "乙"] * 3) == "choice"
    assert kind("业务员", "王芳", "李明", people=("王芳", "李明", "张三")) == "member"
    assert kind("说明", "两\n行", "另") == "long_text"
    assert head_key("＊ 客户 名称：") == head_key("客户名称")


def test_a_workbook_of_texts_is_read_back_and_holds_no_formula() -> None:
    content = plain_workbook(["名称", "<&>"], [["=1+1", "0012"], ["两\n行", ""]])
    assert texts(open_book("a.xlsx", content)) == [["名称", "<&>"], ["=1+1", "0012"], ["两\n行", ""]]
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert b"<f>" not in archive.read("xl/worksheets/sheet1.xml")
