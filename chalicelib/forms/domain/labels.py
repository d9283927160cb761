"""Names that people read: one text, or one for each language. The first language is the fallback of the other."""

from typing import Any

Label = str | dict[str, str]

LABEL_SCHEMA: dict[str, Any] = {"$ref": "banli:forms/label"}


def label_text(label: Label, language: str) -> str:
    if isinstance(label, str):
        return label
    return label.get(language) or next(iter(label.values()), "")


def label_texts(label: Label) -> tuple[str, ...]:
    """In every language that there is."""
    return (label,) if isinstance(label, str) else tuple(label.values())
