"""What a letter consists of. Every part is text, never markup: the layout escapes all of it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of what the letter is about: 金额 ¥1,200.00."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Said:
    """Somebody's own words; `by` says whose."""

    by: str
    words: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One of several things that the letter is about, each with its own page."""

    title: str
    note: str
    url: str


@dataclass(frozen=True, slots=True)
class Letter:
    """`preview` is what a mail list shows behind the subject; `copy` asks to copy the link where no button works;
    `small` is said below it in a lower voice, and `foot` at the very end, with a link of its own.
    """

    language: str
    subject: str
    heading: str
    intro: str
    button: str
    url: str
    preview: str
    facts: tuple[Fact, ...] = ()
    said: Said | None = None
    entries: tuple[Entry, ...] = ()
    copy: str = ""
    small: tuple[str, ...] = ()
    foot: str = ""
    foot_link: str = ""
    foot_url: str = ""


@dataclass(frozen=True, slots=True)
class Mail:
    """A letter, ready to be sent."""

    subject: str
    text: str
    html: str
