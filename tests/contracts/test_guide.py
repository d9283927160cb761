"""The builder's guide says what the screen says: what it names in quotes or italics stands there in these words."""

import json
import re
from dataclasses import astuple
from pathlib import Path
from typing import Any

import pytest

from tools.template.source import ROOT

from ..browser.story import STORIES, Story

DOCS = ROOT / "docs"
GUIDES = {"en": (DOCS / "guide.md", r"(?<!\*)\*([^*]+)\*(?!\*)"), "zh-CN": (DOCS / "guide.zh-CN.md", r"“([^”]+)”")}
BOLD = re.compile(r"\*\*([^*]+)\*\*")
PICTURE = re.compile(r"\]\((pictures/[^)]+)\)")
OPERATORS = ROOT / "web" / "src" / "entities" / "condition" / "operators"
OPERATOR_LABEL = re.compile(r"label: \{ 'zh-CN': '([^']+)', en: '([^']+)' \}")
HEADINGS = {"en": {"English"}, "zh-CN": {"中文"}}

every_guide = pytest.mark.parametrize("story", STORIES, ids=lambda story: story.language)


def texts(value: Any) -> set[str]:
    if isinstance(value, str):
        return {value}
    return {text for each in value.values() for text in texts(each)}


def said(language: str) -> set[str]:
    """Every text of the web app, in this language, as somebody would quote it: without its case."""
    files = (ROOT / "web" / "src").glob(f"**/locales/**/{language}.json")
    written = {text.casefold() for file in files for text in texts(json.loads(file.read_text("utf-8")))}
    return written | operator_labels(language)


def operator_labels(language: str) -> set[str]:
    """What the lists of operators say: an operator is one file, with its words in both languages."""
    labels = [OPERATOR_LABEL.findall(file.read_text("utf-8")) for file in OPERATORS.glob("*.ts")]
    return {(chinese if language == "zh-CN" else english).casefold() for file in labels for chinese, english in file}


def written(story: Story) -> set[str]:
    parts = [part for each in astuple(story) for part in (each if isinstance(each, tuple) else (each,))]
    return {part.casefold() for part in parts}


@every_guide
def test_what_the_guide_quotes_is_on_the_screen(story: Story) -> None:
    path, quoted = GUIDES[story.language]
    text = path.read_text("utf-8")
    names = re.findall(quoted, BOLD.sub("", text)) + BOLD.findall(text)
    parts = [part.strip() for name in names for part in name.split(" · ")]
    assert len(parts) > 20
    known = said(story.language) | written(story) | {name.casefold() for name in HEADINGS[story.language]} | {"3", "+"}
    assert [part for part in parts if part.casefold() not in known] == []


@every_guide
def test_the_guide_has_all_its_pictures(story: Story) -> None:
    path, _ = GUIDES[story.language]
    pictures = PICTURE.findall(path.read_text("utf-8"))
    assert len(pictures) >= 6
    assert [name for name in pictures if not (Path(path).parent / name).exists()] == []
