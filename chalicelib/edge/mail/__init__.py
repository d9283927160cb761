"""How every mail of the product looks and reads: one letter, as a page of HTML and as plain text.

A context says what stands in a letter (`letters.py`, with its words in `mails/*.json`); the layout is decided here
once. `texts.py` makes what users wrote fit for a mail, `html.py` and `text.py` set it.
"""

from .html import to_html
from .letter import Entry, Fact, Letter, Mail, Said
from .text import to_text
from .texts import defanged, fill, one_line, several_lines, wording

__all__ = [
    "Entry",
    "Fact",
    "Letter",
    "Mail",
    "Said",
    "defanged",
    "fill",
    "one_line",
    "several_lines",
    "wording",
    "write",
]


def write(letter: Letter) -> Mail:
    return Mail(letter.subject, to_text(letter), to_html(letter))
