"""What may be in a text that a user typed: everything that people write, nothing that breaks a store or a screen.

The text itself is kept as typed, only trimmed: Unicode normalisation would replace compatibility ideographs, which
are in people's names. Normal forms are for comparing (`folded`) alone.
"""

import re
import unicodedata

from ...kernel.skeleton import skeleton

_FULL_WIDTH_DIGITS = re.compile("[０-９．，－＋％]")
_INVISIBLE = re.compile("[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_CONTROL_BUT_BREAKS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def is_storable(text: str) -> bool:
    """No lone surrogate: it has no UTF-8 form, so it could be neither stored nor answered."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def has_control(text: str, *, multiline: bool = False) -> bool:
    """`multiline` allows line breaks and tabs."""
    return (_CONTROL_BUT_BREAKS if multiline else _CONTROL).search(text) is not None


def has_full_width_digits(text: str) -> bool:
    return _FULL_WIDTH_DIGITS.search(text) is not None


def folded(text: str) -> str:
    """The form in which two texts that look the same are the same: for unique values and order, never for storing."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).casefold())


def searchable(text: str) -> str:
    """The form in which a text is looked through: without regard to case, width, and signs that nobody sees."""
    return unicodedata.normalize("NFKC", _INVISIBLE.sub("", unicodedata.normalize("NFKC", text)).casefold())


def unique_forms(text: str) -> tuple[str, ...]:
    """The forms in which values that look the same are the same, for what must not occur twice.

    Two where they differ: the skeleton, and the plain folding that older records are guarded by alone.
    """
    return tuple(dict.fromkeys((skeleton(text), folded(text))))
