"""Names that people type: one spelling for one name, and none that shows itself as another."""

import re
import unicodedata

from .skeleton import skeleton

_TURNS_AROUND = re.compile("[\u202a-\u202e\u2066-\u2069]")
"""Overrides of writing direction: with them a name can read like a different one. Joiners stay: emoji need them."""


def clean_name(text: str) -> str:
    """NFC, outer spaces gone, inner ones single; "" if it shows nothing, or something is in it that no name has."""
    name = " ".join(unicodedata.normalize("NFC", text).split())
    unfit = _TURNS_AROUND.search(name) or any(unicodedata.category(char) in ("Cc", "Cs") for char in name)
    return "" if unfit or not skeleton(name) else name
