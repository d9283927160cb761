"""The languages that Banli speaks; the first is spoken to whoever does not say."""

LANGUAGES = ("zh-CN", "en")
DEFAULT_LANGUAGE = LANGUAGES[0]

Label = str | dict[str, str]
"""A name that people read: one text, or one for each language. The first language is the fallback of the other."""


def label_text(label: Label, language: str) -> str:
    if isinstance(label, str):
        return label
    return label.get(language) or next(iter(label.values()), "")
