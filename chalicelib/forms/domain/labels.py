"""Names that people read: one text, or one for each language. The first language is the fallback of the other."""

from typing import Any

LANGUAGES = ("zh-CN", "en")

Label = str | dict[str, str]

LABEL_SCHEMA: dict[str, Any] = {
    "oneOf": [
        {"type": "string", "minLength": 1, "maxLength": 100},
        {
            "type": "object",
            "minProperties": 1,
            "additionalProperties": False,
            "properties": {language: {"type": "string", "minLength": 1, "maxLength": 100} for language in LANGUAGES},
        },
    ]
}


def label_text(label: Label, language: str) -> str:
    if isinstance(label, str):
        return label
    return label.get(language) or next(iter(label.values()), "")
