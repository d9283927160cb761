"""What the bytes of an upload must be for the name that it bears, and which archives are let in."""

import io
import stat
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass, field

import pytest

from chalicelib.forms.domain import archives
from chalicelib.forms.domain.files import EXTENSIONS
from chalicelib.forms.domain.inspection import HEAD_BYTES, content_fault

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 100


@dataclass
class Held:
    content: bytes
    fetched: list[int] = field(default_factory=list)

    @property
    def head(self) -> bytes:
        return self.content[:HEAD_BYTES]

    @property
    def size(self) -> int:
        return len(self.content)

    def read(self, start: int, length: int) -> bytes:
        self.fetched.append(length)
        return self.content[start : start + length]


def packed(*names: str | zipfile.ZipInfo, content: bytes = b"x", method: int = zipfile.ZIP_DEFLATED) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", method) as archive:
        for name in names:
            archive.writestr(name, content)
    return made.getvalue()


def fault(name: str, content: bytes) -> str | None:
    return content_fault(name, Held(content))


def test_every_extension_has_a_check() -> None:
    assert [each for each in EXTENSIONS if fault(f"a.{each}", b"\x7fELF\0\0") != "file_content"] == []


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.pdf", b"%PDF-1.7"),
        ("a.pdf", b"\xef\xbb\xbf\n%PDF-1.4"),
        ("a.png", b"\x89PNG\r\n\x1a\n\0"),
        ("a.jpg", b"\xff\xd8\xff\xe0\0"),
        ("a.webp", b"RIFF\x01\0\0\0WEBPVP8 "),
        ("a.png", b"\xff\xd8\xff\xe0\0"),
        ("a.txt", "备注".encode("gb18030")),
        ("a.csv", "\ufeff金额,1".encode("utf-16-le")),
        ("a.xls", b"<html><table></table></html>"),
        ("a.xls", OLE),
        ("a.xlsx", OLE),
        ("a.docx", packed("[Content_Types].xml", "word/document.xml")),
        ("a.xlsx", packed("[Content_Types].xml", "xl/workbook.xml")),
        ("a.ofd", packed("OFD.xml", "Doc_0/Document.xml")),
        ("发票.OFD", packed("OFD.xml")),
        ("a.zip", packed("合同/a.pdf", "b.DOCX", "c/", "__MACOSX/c/._x", "d/.DS_Store", "发票.ofd", "发票.xml")),
        ("a.xml", b"<?xml version='1.0' encoding='UTF-8'?>\n<!-- x -->\n<EInvoice/>"),
        ("a.xml", "\ufeff<发票>1</发票>".encode()),
        ("a.xml", "\ufeff<?xml version='1.0' encoding='UTF-16'?><a/>".encode("utf-16-le")),
        ("a.xml", "<?xml version='1.0' encoding='GB18030'?><x:发票 y='1'/>".encode("gb18030")),
    ],
)
def test_what_it_says_it_is(name: str, content: bytes) -> None:
    assert fault(name, content) is None


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.pdf", b"MZ\x90\0"),
        ("a.pdf", b"<html>"),
        ("a.png", b"<svg xmlns='http://www.w3.org/2000/svg'/>"),
        ("a.txt", b"MZ\x90\0\x03"),
        ("a.ofd", b"%PDF-1.7"),
        ("a.ofd", OLE),
        ("a.ofd", packed("Document.xml")),
        ("a.ofd", packed("Doc_0/OFD.xml")),
        ("a.docx", packed("xl/workbook.xml")),
        ("a.zip", b"%PDF-1.7"),
        ("a.zip", b"Rar!\x1a\x07\0"),
        ("a.zip", b"MZ\x90\0" + packed("a.pdf")),
        ("a.xml", b"%PDF-1.7"),
        ("a.xml", b"plain"),
        ("a.xml", b"<html><script>alert(1)</script></html>"),
        ("a.xml", b"<?xml version='1.0'?><x:html xmlns:x='http://www.w3.org/1999/xhtml'/>"),
        ("a.xml", b"<!-- --><svg/>"),
        ("a.xml", b"<!--" + b" " * HEAD_BYTES + b"--><a/>"),
    ],
)
def test_something_else_under_the_name_is_refused(name: str, content: bytes) -> None:
    assert fault(name, content) == "file_content"


@pytest.mark.parametrize(
    "content",
    [
        b"<!DOCTYPE a SYSTEM 'http://evil/x.dtd'><a/>",
        b"<?xml version='1.0'?>\n<!-- x -->\n<!doctype a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>",
        "\ufeff<!DOCTYPE a []><a/>".encode("utf-16-be"),
        b"\xef\xbb\xbf<!DOCTYPE a []><a/>",
    ],
)
def test_an_xml_that_declares_a_document_type_is_refused(content: bytes) -> None:
    assert fault("a.xml", content) == "file_xml_dtd"


@pytest.mark.parametrize(
    "inside", ["a.exe", "b/x.js", "a.html", "a.pdf.lnk", "more.zip", "README", "x\\run.bat", "a.svg"]
)
def test_an_archive_holds_only_what_may_be_uploaded_by_itself(inside: str) -> None:
    assert fault("a.zip", packed("a.pdf", inside)) == "file_archive_kind"


@pytest.mark.parametrize(
    "name",
    ["../a.pdf", "a/../../b.pdf", "..\\a.pdf", "/etc/a.pdf", "\\\\host\\a.pdf", "C:a.pdf", "a\n.pdf", "x" * 1_001],
)
@pytest.mark.parametrize("extension", ["zip", "ofd"])
def test_a_name_that_leads_out_of_the_archive_is_refused(name: str, extension: str) -> None:
    assert fault(f"a.{extension}", packed("OFD.xml", name)) == "file_archive_path"


def test_a_name_cut_by_a_zero_is_read_whole() -> None:
    raw = packed("a.pdf_exe").replace(b"a.pdf_exe", b"a.pdf\0exe")
    assert fault("a.zip", raw) == "file_archive_path"


def test_a_link_is_refused() -> None:
    link = zipfile.ZipInfo("a.pdf")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    assert fault("a.zip", packed(link)) == "file_archive_path"


def test_a_password_is_refused() -> None:
    raw = bytearray(packed("a.pdf"))
    raw[raw.index(b"PK\x01\x02") + 8] |= 1
    assert fault("a.zip", bytes(raw)) == "file_archive_encrypted"


def test_a_bomb_is_refused_by_its_ratio() -> None:
    assert fault("a.zip", packed("a.txt", content=b"\0" * (archives.RATIO_COUNTS_FROM + 1))) == "file_archive_too_large"
    assert fault("a.zip", packed("a.txt", content=b"\0" * (1024 * 1024))) is None


def test_a_bomb_is_refused_by_what_it_claims() -> None:
    raw = bytearray(packed("a.txt", content=b"y" * 100))
    at = raw.index(b"PK\x01\x02") + 24
    raw[at : at + 4] = (2**31).to_bytes(4, "little")
    assert fault("a.zip", bytes(raw)) == "file_archive_too_large"


def test_entries_that_share_their_bytes_are_refused() -> None:
    raw = bytearray(packed("a.txt", "b.txt", content=b"y" * 100, method=zipfile.ZIP_STORED))
    at = raw.rindex(b"PK\x01\x02") + 42
    raw[at : at + 4] = (0).to_bytes(4, "little")
    assert fault("a.zip", bytes(raw)) == "file_archive_too_large"


def test_more_entries_than_anybody_looks_through_are_refused() -> None:
    def names(count: int) -> Iterable[str]:
        return (f"{number}.txt" for number in range(count))

    assert fault("a.zip", packed(*names(archives.MOST_ENTRIES))) is None
    assert fault("a.zip", packed(*names(archives.MOST_ENTRIES + 1))) == "file_archive_too_many"


def test_of_a_large_directory_no_more_is_fetched_than_the_limit() -> None:
    held = Held(packed(*(f"{number:0500}.txt" for number in range(8_000)), content=b""))
    assert content_fault("a.zip", held) == "file_archive_too_many"
    assert sum(held.fetched) <= archives.MOST_READ


@pytest.mark.parametrize("cut", [30, 60, -1, -10, -23])
def test_a_damaged_archive_is_refused(cut: int) -> None:
    assert fault("a.zip", packed("a.pdf", "b.pdf")[:cut]) == "file_archive_broken"


def test_a_directory_that_is_noise_is_refused() -> None:
    raw = packed("a.pdf", content=b"y" * 50)
    start = raw.index(b"PK\x01\x02")
    for at in range(start, len(raw)):
        for byte in (0, 0x2E, 0xFF):
            changed = raw[:at] + bytes([byte]) + raw[at + 1 :]
            assert fault("a.zip", changed) in {
                None,
                "file_archive_broken",
                "file_archive_encrypted",
                "file_archive_path",
                "file_archive_too_large",
                "file_archive_too_many",
                "file_archive_kind",
            }


def test_only_the_end_of_an_archive_is_fetched() -> None:
    held = Held(packed("a.txt", content=bytes(range(256)) * 8_000, method=zipfile.ZIP_STORED))
    assert content_fault("a.zip", held) is None
    assert sum(held.fetched) <= archives.TAIL_BYTES
