"""A phone number: its digits, without the country code of China and without an extension."""

import re

from ..formats import plain_phone
from ..normal_form import searchable

LEAST = 5
"""Digits of a number: fewer are none (无, 000)."""
_EXTENSION = re.compile(r"(?<=[0-9]{7})-[0-9]{1,6}\Z")
_OTHER = re.compile("[^0-9+]")


def phone(text: str) -> str:
    """`+86 138 0013 8000` and `138-0013-8000` are one; so are `(021) 6888-6888 转 12` and `02168886888`."""
    number = _OTHER.sub("", _EXTENSION.sub("", plain_phone(searchable(text).strip())))
    digits = number.lstrip("+")
    return number if len(digits) >= LEAST and digits.strip("0") else ""
