"""Messages of error codes in zh-CN and en, gathered from every context's `messages.json` on first need.

Placeholders `{name}` are filled by plain replacement: `str.format` on anything near user text reaches attributes.
"""

import json
from functools import lru_cache
from pathlib import Path
from typing import Any

from ..kernel.errors import Named
from ..kernel.languages import DEFAULT_LANGUAGE, label_text

_ROOT = Path(__file__).resolve().parent.parent


@lru_cache(maxsize=1)
def catalogue() -> dict[str, dict[str, str]]:
    """`{code: {language: text}}`. A code that two contexts define is a fault of ours and raises at once."""
    found: dict[str, dict[str, str]] = {}
    for path in sorted(_ROOT.glob("*/messages.json")):
        for code, texts in json.loads(path.read_text(encoding="utf-8")).items():
            if code in found:
                raise ValueError(f"{path}: {code} is defined twice")
            found[code] = texts
    return found


def message(code: str, language: str, params: dict[str, Any]) -> str:
    texts = catalogue().get(code) or catalogue()["internal"]
    text = texts.get(language) or texts[DEFAULT_LANGUAGE]
    for name, value in params.items():
        text = text.replace("{" + name + "}", _shown(value, language))
    return text


def join(sentences: list[str], language: str) -> str:
    return " ".join(sentences) if language == "en" else "".join(sentences)


def preferred_language(header: str) -> str:
    """The first language of an Accept-Language header that we speak; "" if it names none."""
    for part in header.split(","):
        tag = part.split(";")[0].strip().lower()
        if tag.startswith("zh"):
            return "zh-CN"
        if tag.startswith("en"):
            return "en"
    return ""


def _shown(value: Any, language: str) -> str:
    if isinstance(value, Named):
        return _name(value, language)
    if isinstance(value, list | tuple | set | frozenset):
        return ("、" if language == "zh-CN" else ", ").join(_shown(item, language) for item in value)
    return str(value)


def _name(named: Named, language: str) -> str:
    if named.parts:
        return named.between.join(_name(part, language) for part in named.parts)
    return message(named.code, language, {}) if named.code else label_text(named.label, language)
