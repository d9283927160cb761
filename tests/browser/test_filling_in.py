"""Detail lines and files as a clerk fills them in, pasted and uploaded: whatever goes wrong, nothing gets lost."""

import io
import re
import zipfile
from typing import Any
from urllib.parse import unquote

import pytest
from playwright.sync_api import FilePayload, Locator, Route, expect

from tools.client import Company, apps

from .people import Open
from .screen import PHONE, WIDE, Screen

PASTE = """text => {
  const data = new DataTransfer();
  data.setData('text/plain', text);
  const paste = new ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true});
  document.activeElement.dispatchEvent(paste);
}"""
"""What the browser does with Ctrl+V; the machine's own clipboard belongs to all pool at once."""

PDF: FilePayload = {"name": "发票一.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.4\n%%EOF\n"}
SECOND: FilePayload = {"name": "second.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.4\n%%EOF\n"}


def _column(identity: str, kind: str, name: str, **more: Any) -> dict[str, Any]:
    return {"id": identity, "type": kind, "name": name, **more}


KINDS = {"choices": [{"value": "go", "name": {"zh-CN": "交通", "en": "Travel"}}, {"value": "stay", "name": "住宿"}]}
COLUMNS = [
    _column("what", "text", "说明", required=True),
    _column("kind", "choice", "费用类型", required=True, options=KINDS),
    _column("day", "date", "日期"),
    _column("payer", "member", "付款人"),
    _column("amount", "money", "金额", required=True, options={"currency": "CNY"}),
    _column("receipts", "attachment", "发票", options={"max_files": 3}),
]
FORM: dict[str, Any] = {
    "name": "费用报销",
    "list": ["title"],
    "fields": [
        _column("title", "text", "事由", required=True),
        _column("lines", "lines", "费用明细", options={"columns": COLUMNS, "max_rows": 3}),
        _column("files", "attachment", "附件"),
    ],
}


@pytest.fixture(scope="module")
def form(company: Company) -> str:
    return apps.publish_form(company.admin.browser, FORM)


def _cell(screen: Screen, column: str, number: int) -> Locator:
    return screen.field(screen.words("entry:lines.cell", name=column, number=number))


def _paste(screen: Screen, target: Locator, text: str) -> None:
    target.focus()
    screen.page.evaluate(PASTE, text)


def _filling(open_screen: Open, company: Company, form: str, width: int = WIDE, language: str = "zh-CN") -> Screen:
    screen = open_screen(company.people["sales"], width=width, language=language)
    screen.go(f"/forms/{form}/new")
    screen.write("事由", "三月差旅")
    return screen


def _saved(screen: Screen, company: Company) -> dict[str, Any]:
    """The record that the page went to."""
    expect(screen.page).to_have_url(re.compile(r"/records/[0-9a-z]{26}$"))
    record = screen.page.url.rpartition("/")[2]
    return dict(company.people["sales"].browser.get(f"/v1/records/{record}").expect(200).body)


@pytest.mark.parametrize(("width", "language"), [(WIDE, "zh-CN"), (PHONE, "en")])
def test_a_paste_keeps_what_it_does_not_understand_until_it_is_mended(
    company: Company, open_screen: Open, form: str, width: int, language: str
) -> None:
    screen = _filling(open_screen, company, form, width, language)
    sales = company.people["sales"]
    rows = [
        ["金额", "说明", "费用类型", "日期", "付款人", "备注"],
        ["¥1,234.50", "高铁", "交通", "2026年3月5日", sales.email, "x"],
        ["(300.00)", "酒店", "宿舍", "13/3/2026", "查无此人", ""],
        ["9", "出租车", "ＧＯ", "soon", "", ""],
        ["8", "多出来的一行", "住宿", "", "", ""],
    ]
    add = screen.find("button", screen.words("entry:lines.add"))
    _paste(screen, add, "\r\n".join("\t".join(row) for row in rows))

    screen.says("entry:paste.done", count=3)
    screen.says("entry:paste.wrong", count=3)
    screen.says("entry:paste.left", count=1, total=4, rows="4")
    screen.says("entry:paste.skipped.unknown", names=screen.words("entry:paste.quoted", name="备注"))
    expect(_cell(screen, "金额", 1)).to_have_value("1,234.50")
    expect(_cell(screen, "金额", 2)).to_have_value("-300.00")
    expect(_cell(screen, "日期", 2)).to_have_value("2026-03-13")
    expect(_cell(screen, "日期", 3)).to_have_attribute("placeholder", "soon")
    screen.sees("宿舍")
    screen.does_not_scroll_sideways()
    screen.keep(f"paste-{width}-{language}", whole=True)

    screen.press("forms:entry.save")
    expect(_cell(screen, "费用类型", 2)).to_be_focused()
    screen.page.reload()
    screen.says("entry:check.option", limit="宿舍")
    screen.press("entry:nextFault")
    expect(_cell(screen, "费用类型", 2)).to_be_focused()
    screen.hand.choose(_cell(screen, "费用类型", 2), "住宿")
    screen.page.locator("td p").get_by_role("button", name=screen.words("entry:clear")).first.click()
    screen.hand.write(_cell(screen, "日期", 3), "2026.3.7")
    screen.page.keyboard.press("Tab")
    screen.press("forms:entry.save")

    lines = _saved(screen, company)["values"]["lines"]
    assert [(line["kind"], line.get("day"), line.get("payer"), line["amount"]) for line in lines] == [
        ("go", "2026-03-05", sales.id, "1234.50"),
        ("stay", "2026-03-13", None, "-300.00"),
        ("go", "2026-03-07", None, "9.00"),
    ]


def test_one_value_is_understood_where_it_is_pasted(company: Company, open_screen: Open, form: str) -> None:
    screen = _filling(open_screen, company, form)
    screen.press("entry:lines.add")
    _paste(screen, _cell(screen, "日期", 1), "3/5/2026")
    expect(_cell(screen, "日期", 1)).to_have_value("2026-03-05")
    screen.says("entry:doubt.dayOrder", raw="3/5/2026")
    _paste(screen, _cell(screen, "费用类型", 1), "travel")
    screen.sees("交通")
    amount = _cell(screen, "金额", 1)
    amount.click()
    amount.type("1,234,567.5元")
    expect(amount).to_have_value("1,234,567.5元")
    amount.press("Tab")
    expect(amount).to_have_value("1,234,567.50")
    amount.focus()
    expect(amount).to_have_value("1234567.5")


class Broken:
    """An upload that breaks off as long as it is told to."""

    def __init__(self, screen: Screen, name: str) -> None:
        self.name = name.encode()
        self.is_broken = True
        screen.page.route(lambda url: "/v1/" not in url, self._answer)

    def _answer(self, route: Route) -> None:
        request = route.request
        if self.is_broken and request.method == "POST" and self.name in (request.post_data_buffer or b""):
            route.abort()
        else:
            route.continue_()


def test_a_broken_upload_beside_a_good_one_is_asked_about_before_anything_is_sent(
    company: Company, open_screen: Open, form: str
) -> None:
    screen = _filling(open_screen, company, form)
    broken = Broken(screen, "second.pdf")
    screen.page.locator("input[type=file]").last.set_input_files([PDF, SECOND])
    screen.says("entry:files.broken")
    screen.press("forms:entry.save")
    screen.says("entry:unsent.title", count=1)
    screen.keep("unsent-1440-zh-CN")
    screen.press("entry:unsent.back")
    expect(screen.page).to_have_url(re.compile("/new$"))

    screen.says("entry:files.broken")
    screen.press("forms:entry.save")
    screen.press("entry:unsent.again")
    screen.says("entry:unsent.title", count=1)
    screen.says("entry:files.broken")
    broken.is_broken = False
    screen.press("entry:unsent.again")
    values = _saved(screen, company)["values"]
    assert sorted(file["name"] for file in values["files"]) == ["second.pdf", "发票一.pdf"]


def test_a_broken_upload_is_left_out_only_by_somebody_who_says_so_also_after_a_reload_and_on_the_edit_page(
    company: Company, open_screen: Open, form: str
) -> None:
    screen = _filling(open_screen, company, form, PHONE)
    Broken(screen, "second.pdf")
    screen.page.locator("input[type=file]").last.set_input_files([PDF, SECOND])
    screen.says("entry:files.broken")
    screen.says("forms:entry.kept")
    screen.watch.allows_leaving = True
    screen.page.reload()
    screen.says("entry:files.lost")
    screen.press("forms:entry.save")
    screen.press("entry:unsent.remove")
    record = _saved(screen, company)
    assert [file["name"] for file in record["values"]["files"]] == ["发票一.pdf"]

    screen.go(f"/records/{record['id']}/edit")
    screen.page.locator("input[type=file]").last.set_input_files([SECOND])
    screen.says("entry:files.broken")
    screen.press("forms:edit.save")
    screen.says("entry:unsent.title", count=1)
    screen.press("entry:unsent.back")
    expect(screen.page).to_have_url(re.compile("/edit$"))


def test_files_of_a_row_are_uploaded_saved_and_opened(company: Company, open_screen: Open, form: str) -> None:
    screen = _filling(open_screen, company, form)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("OFD.xml", "<ofd:OFD/>")
    row = "\t".join(["高铁", "交通", "2026-03-05", "", "1,234.50"])
    _paste(screen, screen.find("button", screen.words("entry:lines.add")), row)
    ofd: FilePayload = {"name": "电子发票.ofd", "mimeType": "", "buffer": packed.getvalue()}
    screen.page.locator("tbody input[type=file]").first.set_input_files([PDF, ofd])
    expect(screen.page.locator("tbody progress")).to_have_count(0)
    screen.sees("电子发票.ofd")
    screen.keep("row-files-1440-zh-CN", whole=True)
    screen.press("forms:entry.save")

    record = _saved(screen, company)
    assert [file["name"] for file in record["values"]["lines"][0]["receipts"]] == ["发票一.pdf", "电子发票.ofd"]
    screen.sees("电子发票.ofd")
    screen.does_not_scroll_sideways()
    screen.keep("row-files-record-1440-zh-CN", whole=True)
    with screen.page.expect_download() as download:
        screen.page.get_by_role("button", name=re.compile("电子发票.ofd")).click()
    # The local cloud leaves the disposition that the address asks for out of its answer.
    assert "attachment; filename*=UTF-8''电子发票.ofd" in unquote(unquote(download.value.url))

    screen.go(f"/records/{record['id']}/edit")
    screen.press("entry:files.remove", name="发票一.pdf")
    screen.press("forms:edit.save")
    kept = _saved(screen, company)["values"]["lines"][0]["receipts"]
    assert [file["name"] for file in kept] == ["电子发票.ofd"]


def test_an_archive_with_a_program_in_it_is_refused_at_its_cell(company: Company, open_screen: Open, form: str) -> None:
    screen = _filling(open_screen, company, form)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("setup.exe", "MZ")
    _paste(screen, screen.find("button", screen.words("entry:lines.add")), "高铁\t交通\t2026-03-05\t\t5")
    bad: FilePayload = {"name": "资料.zip", "mimeType": "application/zip", "buffer": packed.getvalue()}
    screen.page.locator("tbody input[type=file]").first.set_input_files([bad])
    expect(screen.page.locator("tbody progress")).to_have_count(0)
    screen.press("forms:entry.save")
    expect(screen.page.locator("td p").filter(has_text="资料.zip")).to_be_visible()
    expect(screen.page).to_have_url(re.compile("/new$"))
