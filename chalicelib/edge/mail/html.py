"""The HTML part: tables and inline styles, because that is what mail clients keep; no image has to be loaded.

Clients that know style sheets get the dark colours of `page.html` by class; the others turn the light ones around by
themselves and are told by `color-scheme` that they need not. Colours are those of the web app's palette.
"""

from collections.abc import Iterator
from functools import cache
from html import escape
from pathlib import Path

from .letter import Entry, Fact, Letter, Said
from .text import SIGNED
from .texts import fill

_CHINESE = "'PingFang SC','Microsoft YaHei','Noto Sans CJK SC'"
_LATIN = "'Segoe UI',Roboto,'Helvetica Neue',Arial"
_SERIF = "'Songti SC','SimSun','Noto Serif CJK SC',serif"
_FILLER = "&#847;&zwnj;&nbsp;" * 60
"""Behind the preview, so that a mail list does not go on with the body."""


def to_html(letter: Letter) -> str:
    said = {
        "language": letter.language,
        "subject": letter.subject,
        "preview": letter.preview,
        "heading": letter.heading,
        "intro": letter.intro,
    }
    made = {
        "sans": _sans(letter.language),
        "serif": _SERIF,
        "filler": _FILLER,
        "blocks": "\n".join(_blocks(letter)),
        "foot": "<br>".join(_foot(letter)),
    }
    return fill(_page(), {name: escape(text) for name, text in said.items()} | made)


def _blocks(letter: Letter) -> Iterator[str]:
    if letter.facts:
        yield _table("".join(_fact(fact) for fact in letter.facts))
    if letter.said:
        yield _said(letter.said)
    if letter.entries:
        yield _table("".join(_entry(entry) for entry in letter.entries))
    yield _button(letter.button, letter.url)
    if letter.copy:
        yield _low(f"{escape(letter.copy)}<br>{_link(letter.url, letter.url, 'word-break:break-all')}", above=16)
    if letter.small:
        yield _low("<br>".join(escape(line) for line in letter.small), above=16)


def _table(rows: str) -> str:
    return (
        '<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" '
        f'style="margin-top:20px">{rows}</table>'
    )


def _fact(fact: Fact) -> str:
    line = "padding:9px 0;border-top:1px solid #e5e2dc"
    return (
        f'<tr><td class="low line name" width="112" valign="top" dir="auto" style="width:112px;{line};color:#545b66;'
        f'{_font(13, 1.6)};word-break:break-word">{escape(fact.name)}</td>'
        f'<td class="ink line" valign="top" dir="auto" style="{line};padding-left:12px;color:#1d2229;'
        f'{_font(14, 1.6)};word-break:break-word">{escape(fact.value)}</td></tr>'
    )


def _said(said: Said) -> str:
    words = escape(said.words).replace("\n", "<br>")
    return _table(
        '<tr><td class="words" bgcolor="#f6f5f2" style="padding:12px 16px;border-left:3px solid #cfcbc3;'
        'border-radius:4px;background:#f6f5f2">'
        f'<p class="low" style="margin:0 0 4px;color:#545b66;{_font(13, 1.6)}">{escape(said.by)}</p>'
        f'<p class="ink" dir="auto" style="margin:0;color:#1d2229;{_font(14, 1.65)};word-break:break-word">{words}</p>'
        "</td></tr>"
    )


def _entry(entry: Entry) -> str:
    note = f'<br><span class="low" style="color:#545b66;{_font(13, 1.6)}">{escape(entry.note)}</span>'
    return (
        '<tr><td class="line" dir="auto" style="padding:10px 0;border-top:1px solid #e5e2dc;word-break:break-word">'
        f"{_link(entry.url, entry.title, 'font-weight:500;' + _font(14, 1.6))}{note if entry.note else ''}</td></tr>"
    )


def _button(label: str, url: str) -> str:
    """Padded by the cell in Outlook, by the link elsewhere, so that all of it can be pressed."""
    return (
        '<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin-top:24px"><tr>'
        '<td class="press" align="center" bgcolor="#1c5d9f" style="border-radius:6px;background:#1c5d9f;'
        'mso-padding-alt:12px 28px">'
        f'<a class="on" href="{escape(url)}" style="display:inline-block;padding:12px 28px;border-radius:6px;'
        f'color:#ffffff;font-weight:600;{_font(15, 1.35)};text-decoration:none">{escape(label)}</a></td></tr></table>'
    )


def _low(inner: str, *, above: int) -> str:
    return f'<p class="low" style="margin:{above}px 0 0;color:#545b66;{_font(13, 1.65)}">{inner}</p>'


def _link(url: str, label: str, style: str) -> str:
    return f'<a class="link" href="{escape(url)}" style="color:#1a5794;{style}">{escape(label)}</a>'


def _foot(letter: Letter) -> Iterator[str]:
    yield escape(letter.foot or SIGNED)
    if letter.foot_url:
        yield _link(letter.foot_url, letter.foot_link, "text-decoration:underline")


def _sans(language: str) -> str:
    """What both scripts share, quotes above all, is drawn by the first font that has it: each language begins with its
    own. What stands in the letter inherits it.
    """
    first, then = (_CHINESE, _LATIN) if language == "zh-CN" else (_LATIN, _CHINESE)
    return f"-apple-system,{first},{then},sans-serif"


def _font(size: int, line: float) -> str:
    return f"font-size:{size}px;line-height:{line}"


@cache
def _page() -> str:
    return (Path(__file__).parent / "page.html").read_text(encoding="utf-8")
