"""Identifiers: random, fixed length, without the key delimiter `#`, so that they are safe inside keys."""

import hashlib
import os
import re
from datetime import datetime

_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"  # Crockford base32, lower case: no i, l, o, u
_SHAPE = re.compile(r"[0-9a-hjkmnp-tv-z]{26}\Z")
_NUMBERED = re.compile(r"[0-9a-hjkmnp-tv-z]{26}(\.[1-9][0-9]{0,5})?\Z")

_MARGIN = 2
"""Milliseconds: a moment that was written and read again may round to another one than the id's."""
_MOST_MILLIS = 32**10 - 1

SYSTEM_TENANT = "0" * 26
"""The platform's own partition (accounts by e-mail, sign-ups, abuse counters). Only tenancy and identity use it."""


def _encode(number: int, length: int) -> str:
    digits = []
    for _ in range(length):
        digits.append(_ALPHABET[number & 31])
        number >>= 5
    return "".join(reversed(digits))


def new_id() -> str:
    """26 characters, 128 random bits: for what must not be guessed or ordered (tenants, members, sessions)."""
    return _encode(int.from_bytes(os.urandom(16), "big"), 26)


def new_ordered_id(now: datetime) -> str:
    """26 characters, 48 bits of UTC milliseconds then 80 random bits (ULID layout): sorts by creation time."""
    return _encode(int(now.timestamp() * 1000), 10) + _encode(int.from_bytes(os.urandom(10), "big"), 16)


def ordered_id_bounds(moment: datetime) -> tuple[str, str]:
    """The first and the last id that could have been made at a moment, as it is written to the millisecond."""
    millis = int(moment.timestamp() * 1000)
    first, last = max(0, millis - _MARGIN), min(millis + _MARGIN, _MOST_MILLIS)
    return _encode(first, 10) + "0" * 16, _encode(last, 10) + "z" * 16


def derived_id(*parts: str) -> str:
    """The same id for the same parts: what makes a repeated operation write the same row."""
    digest = hashlib.sha256("\x1f".join(parts).encode()).digest()
    return _encode(int.from_bytes(digest[:16], "big"), 26)


def is_id(text: object) -> bool:
    return isinstance(text, str) and _SHAPE.match(text) is not None


def numbered_id(of: str, number: int) -> str:
    """The `number`-th thing that follows from what the id names, such as a submission of a record."""
    return f"{of}.{number}"


def base_id(text: str) -> str:
    """What a numbered id follows from; an id without a number is its own."""
    return text.partition(".")[0]


def number_of(text: str) -> int:
    """The number of a numbered id, 0 without one."""
    return int(text.partition(".")[2] or 0)


def is_address(text: object) -> bool:
    """Whether it is an id, numbered or not: what a path may name."""
    return isinstance(text, str) and _NUMBERED.match(text) is not None
