"""The languages that Banli speaks; the first is spoken to whoever does not say."""

from datetime import date, datetime

LANGUAGES = ("zh-CN", "en")
DEFAULT_LANGUAGE = LANGUAGES[0]

Label = str | dict[str, str]
"""A name that people read: one text, or one for each language. The first language is the fallback of the other."""


def label_text(label: Label, language: str) -> str:
    if isinstance(label, str):
        return label
    return label.get(language) or next(iter(label.values()), "")


_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def day_text(day: date, language: str) -> str:
    """A day as people read it: `2026年11月22日`, `Nov 22, 2026`."""
    if language == "zh-CN":
        return f"{day.year}年{day.month}月{day.day}日"
    return f"{_MONTHS[day.month - 1]} {day.day}, {day.year}"


def moment_text(local: datetime, language: str) -> str:
    """A moment in the reader's zone as people read it, to the minute."""
    return f"{day_text(local, language)} {local:%H:%M}"
