"""Words for mails, and what users wrote made fit to stand among them."""

import json
import re
import unicodedata
from functools import cache
from pathlib import Path
from typing import Any

from ...kernel.languages import DEFAULT_LANGUAGE

SHORT = 60
"""Characters of a name in a sentence or a subject."""
LONG = 1_000
MAX_LINES = 12

_PLACE = re.compile(r"\{(\w+)\}")
_INNER_DOT = re.compile(r"(?<=\w)\.(?=\w)")
_JOINERS = "\u200c\u200d"
"""Invisible, but part of an emoji or of a word of some scripts."""


def one_line(text: str, limit: int = SHORT) -> str:
    """Fit for a subject and a sentence: no line breaks, nothing invisible that turns the reading direction around."""
    return _cut(" ".join(_seen(text).split()), limit)


def several_lines(text: str) -> str:
    """An opinion with the line breaks that its writer made, up to what a mail has room for."""
    lines = [" ".join(_seen(line).split()) for line in text.strip().splitlines()]
    kept = "\n".join(lines[:MAX_LINES])
    return _cut(kept + "…" if len(lines) > MAX_LINES else kept, LONG)


def defanged(text: str) -> str:
    """For mails to strangers: nothing in it that a mail client would make a link of, so that an invitation cannot
    carry somebody's address.
    """
    return _INNER_DOT.sub("․", text).replace("://", "∶//")


def fill(template: str, values: dict[str, str]) -> str:
    """In one pass: what is filled in is never looked at again."""
    return _PLACE.sub(lambda found: values.get(found[1], found[0]), template)


def wording(folder: Path, name: str, language: str) -> dict[str, str]:
    """The words of `<folder>/<name>.json` in that language, or in the first of all."""
    spoken = _words(folder, name)
    return spoken.get(language) or spoken[DEFAULT_LANGUAGE]


@cache
def _words(folder: Path, name: str) -> dict[str, dict[str, str]]:
    found: Any = json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))
    return {language: dict(spoken) for language, spoken in found.items()}


def _seen(text: str) -> str:
    """Controls and separators are a space; formats (marks of direction above all) are nothing."""
    return "".join(_char(char) for char in unicodedata.normalize("NFC", text))


def _char(char: str) -> str:
    category = unicodedata.category(char)
    if category == "Cf":
        return char if char in _JOINERS else ""
    return " " if category[0] in "CZ" else char


def _cut(text: str, limit: int) -> str:
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"
