"""The form in which two texts that look the same are the same: for comparing only, never for storing.

Covered, as Unicode's TR39 calls it the "skeleton" of a text: letter case, compatibility forms (full-width and
mathematical letters, ligatures, radicals), what is not drawn (zero-width characters, soft hyphens, direction marks,
variation selectors, fillers), the many dashes, quotation marks, middle dots and spaces, and the Cyrillic and Greek
letters that look like Latin ones. Not covered: 0 and O, or 1, l and I, which real codes tell apart, and
the rest of TR39's table, which no keyboard of our users produces.
"""

import re
import unicodedata

_LIKE_LATIN = str.maketrans(
    "АВСЕНІЈКМОРЅТУХԚԜҮ" + "асԁеһіјӏорԛѕуԝх" + "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ" + "ανορυι" + "ıɑɡ",
    "ABCEHIJKMOPSTYXQWY" + "acdehijlopqsywx" + "ABEZHIKMNOPTYX" + "avopui" + "iag",
)
"""By what each letter looks like in its own case, so before case is folded: Μ is M, but μm is not mm."""

_DASHES = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2015\u2043\u2212\u02d7\u2796\u2e3a\u2e3b"), "-")
_QUOTES = {
    **dict.fromkeys(map(ord, "\u2018\u2019\u201a\u201b\u2032\u02b9\u02bc\u00b4`"), "'"),
    **dict.fromkeys(map(ord, "\u201c\u201d\u201e\u201f\u2033"), '"'),
}
_DOTS = dict.fromkeys(map(ord, "\u2022\u2027\u2219\u22c5\u30fb\u0387"), "\u00b7")
_SIGNS = {**_DASHES, **_QUOTES, **_DOTS, 0x301C: "~", 0x223C: "~", 0x2044: "/", 0x2215: "/"}

_UNDRAWN = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\ufe00-\ufe0f\uffa0\U000e0000-\U000e0fff]"
)
"""Characters that are not drawn and are not of the category Cf, which goes as a whole."""


def skeleton(text: str, *, fold_case: bool = True) -> str:
    """Equal for two texts that look the same; `fold_case=False` tells capitals apart (mW and MW). Applied again it
    changes nothing.
    """
    before = None
    while text != before:
        before, text = text, _once(text, fold_case)
    return text


def shows_nothing(text: str) -> bool:
    """Whether there is nothing in it that anybody could see: spaces, and characters that are not drawn."""
    return all(char.isspace() or _is_undrawn(char) for char in text)


def _is_undrawn(char: str) -> bool:
    return unicodedata.category(char) in ("Cf", "Cc") or _UNDRAWN.match(char) is not None


def _once(text: str, fold_case: bool) -> str:  # noqa: FBT001 - only `skeleton` calls it
    text = unicodedata.normalize("NFKC", text.translate(_SIGNS)).translate(_LIKE_LATIN)
    drawn = "".join(char for char in text if unicodedata.category(char) not in ("Cf", "Cc") or char.isspace())
    shown = _UNDRAWN.sub("", drawn)
    folded = unicodedata.normalize("NFKC", shown.casefold() if fold_case else shown)
    return " ".join(folded.translate(_SIGNS).split())
