"""What a password must be: long enough, and none of those that everybody tries first. No composition rules (NIST
800-63B): they make passwords harder to remember, not to guess.
"""

import unicodedata
from functools import cache
from pathlib import Path

from .errors import PasswordWeak

SHORTEST = 10
LONGEST = 1024
"""Bytes of UTF-8. The upper bound keeps hashing from being a way to burn our CPU."""


def password_bytes(text: str) -> bytes:
    """NFC, so that one password typed on two keyboards is one password."""
    return unicodedata.normalize("NFC", text).encode("utf-8", "surrogatepass")


def check_password(text: str) -> None:
    """Raises PasswordWeak."""
    size = len(password_bytes(text))
    if size < SHORTEST:
        raise PasswordWeak("password_short", min=SHORTEST)
    if size > LONGEST:
        raise PasswordWeak("password_long", max=LONGEST)
    plain = text.casefold()
    if plain in _common() or len(set(plain)) <= 2:
        raise PasswordWeak("password_common")


@cache
def _common() -> frozenset[str]:
    return frozenset((Path(__file__).parent / "common_passwords.txt").read_text().split())
