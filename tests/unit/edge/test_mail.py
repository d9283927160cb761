"""The layout of every mail: whatever users wrote stays text, on its line, in its direction, and short."""

import re
from html.parser import HTMLParser

import pytest

from chalicelib.edge.mail import Entry, Fact, Letter, Said, defanged, fill, one_line, several_lines, write

HOSTILE = "<img src=x onerror=alert(1)>\"'&\r\nBcc: x@y.co\u202e{url}"


def letter(words: str = "字", language: str = "zh-CN") -> Letter:
    return Letter(
        language=language,
        subject=words,
        heading=words,
        intro=words,
        button="打开",
        url="https://banli.test/runs/1?a=1&b=2",
        preview=words,
        facts=(Fact(words, words),),
        said=Said(words, words),
        entries=(Entry(words, words, "https://banli.test/runs/2"),),
        copy="复制：",
        small=(words, words),
        foot=words,
        foot_link="更改",
        foot_url="https://banli.test/account",
    )


class Seen(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.targets: set[str] = set()
        self.open: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        if tag not in ("meta", "br"):
            self.open.append(tag)
        self.targets |= {value or "" for name, value in attrs if name in ("href", "src")}

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_what_users_wrote_is_never_markup() -> None:
    seen = Seen(write(letter(HOSTILE)).html)
    assert not {"img", "script", "link", "base", "form"} & set(seen.tags)
    assert seen.targets == {
        "https://banli.test/runs/1?a=1&b=2",
        "https://banli.test/runs/2",
        "https://banli.test/account",
    }
    assert seen.open == []


def test_it_works_in_dark_clients_without_an_image_and_on_a_narrow_screen() -> None:
    page = write(letter()).html
    assert '<meta name="color-scheme" content="light dark">' in page
    assert "prefers-color-scheme:dark" in page
    assert "<img" not in page
    assert "url(" not in page
    assert "max-width:560px" in page
    assert not re.search(r"\{\w+\}", page)


def test_the_text_part_says_all_that_the_page_says() -> None:
    mail = write(letter("甲\n乙"))
    for part in ("> 甲\n> 乙", "https://banli.test/runs/1?a=1&b=2", "https://banli.test/account", "· 甲"):
        assert part in mail.text
    assert "<" not in mail.text
    assert mail.text.startswith("甲")


def test_a_letter_without_extras_has_no_empty_places() -> None:
    bare = Letter("en", "s", "Heading", "Intro.", "Open", "https://banli.test/", "p")
    mail = write(bare)
    assert mail.text == "Heading\n\nIntro.\n\nOpen:\nhttps://banli.test/\n\n— Banli 办理\n"
    assert mail.html.count("<table") == mail.html.count("</table>")


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("王敏\r\nBcc: a@b.co", "王敏 Bcc: a@b.co"),
        ("abc\u202edcb\u2066x\u200f", "abcdcbx"),
        ("a\u0000\u0007b\u2028c", "a b c"),
        ("👩\u200d🔧 工", "👩\u200d🔧 工"),
        ("  多  空 格 ", "多 空 格"),
        ("x" * 200, "x" * 59 + "…"),
        ("\ufeff", ""),
    ],
)
def test_a_name_is_one_line_that_reads_as_it_is_written(written: str, shown: str) -> None:
    assert one_line(written) == shown


def test_an_opinion_keeps_its_lines_but_not_without_end() -> None:
    assert several_lines("一\r\n二\u202e\n\n三 ") == "一\n二\n\n三"
    assert several_lines("行\n" * 40).count("\n") == 11
    assert len(several_lines("长" * 5_000)) == 1_000


def test_an_address_in_a_strangers_mail_is_no_link() -> None:
    assert defanged("Visit https://evil.example now") == "Visit https∶//evil․example now"
    assert defanged("Acme Co., Ltd.") == "Acme Co., Ltd."


def test_what_is_filled_in_is_not_filled_again() -> None:
    assert fill("{a} {b}", {"a": "{b}", "b": "x"}) == "{b} x"
