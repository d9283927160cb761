"""The mails that carry one-time links: made of small files, one per purpose, in zh-CN and en, as text and HTML.

The HTML has its styles inline and names both colour schemes, because mail clients drop style sheets and turn colours
around in the dark. What a user wrote (a company's name) is escaped, kept on one line and short, and dots in it are
made unclickable: an invitation must not become a carrier for somebody's link.
"""

import html
import json
import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from .links import Link

MAX_SHOWN = 60
PATHS = {"sign_up": "/verify", "invite": "/join", "reset": "/reset-password"}
"""Where the web app takes each token: behind the `#`, so that no server or proxy ever logs it."""
SIGN_IN_PATH = "/sign-in"

_FOLDER = Path(__file__).resolve().parent.parent / "mails"
_PLACE = re.compile(r"\{(\w+)\}")
_INNER_DOT = re.compile(r"(?<=\w)\.(?=\w)")


@dataclass(frozen=True, slots=True)
class Mail:
    subject: str
    text: str
    html: str


def write_mail(link: Link, token: str, language: str, origin: str) -> Mail:
    """`origin` is the web app's own, from the configuration; a request never has a say in where a link leads."""
    shown = {name: one_line(str(link.data.get(name, ""))) for name in ("company", "inviter")}
    return _write(link.purpose, _url(link, token, origin), language, shown)


def write_account_exists(link: Link, token: str, language: str, origin: str) -> Mail:
    """For a sign-up of somebody who has an account: where to sign in, and the link to one more company."""
    shown = {"sign_in": f"{origin.rstrip('/')}{SIGN_IN_PATH}"}
    return _write("account_exists", _url(link, token, origin), language, shown)


def _url(link: Link, token: str, origin: str) -> str:
    return f"{origin.rstrip('/')}{PATHS[link.purpose]}#token={token}"


def _write(name: str, url: str, language: str, shown: dict[str, str]) -> Mail:
    texts = _texts(name)
    said = {part: _fill(text, shown) for part, text in (texts.get(language) or texts["zh-CN"]).items()}
    said |= {"url": url, "language": language}
    escaped = {part: html.escape(text) for part, text in said.items()}
    return Mail(said["subject"], _fill(_file("layout.txt"), said), _fill(_file("layout.html"), escaped))


def one_line(text: str) -> str:
    """User text fit for a subject and a sentence: no line breaks or controls, nothing that a mail client would link."""
    printable = "".join(" " if unicodedata.category(char)[0] in "CZ" else char for char in text)
    short = " ".join(printable.split())[:MAX_SHOWN]
    return _INNER_DOT.sub("․", short).replace("://", "∶//")


def _fill(template: str, values: dict[str, str]) -> str:
    """In one pass: what is filled in is never looked at again."""
    return _PLACE.sub(lambda found: values.get(found[1], found[0]), template)


@cache
def _texts(name: str) -> dict[str, dict[str, str]]:
    texts: Any = json.loads(_file(f"{name}.json"))
    return {language: dict(spoken) for language, spoken in texts.items()}


@cache
def _file(name: str) -> str:
    return (_FOLDER / name).read_text(encoding="utf-8")
