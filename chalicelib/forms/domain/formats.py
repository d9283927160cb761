"""Named text formats and masks: every check is linear in the text, whatever the text is."""

import re
from collections.abc import Callable
from dataclasses import dataclass

MASK_LENGTH = 64

_PHONE = re.compile(r"(?:1[3-9][0-9]{9}|0[0-9]{2,3}-?[0-9]{7,8}|400-?[0-9]{3}-?[0-9]{4}|\+[1-9][0-9]{6,14})\Z")
_EMAIL_LOCAL = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}\Z")
_HOST_LABEL = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\Z")
_URL = re.compile(r"https?://[^\s/?#@\\]{1,253}(?:[/?#]\S{0,1900})?\Z")

_CODE_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_CODE_WEIGHTS = tuple(pow(3, place, 31) for place in range(17))


def is_phone(text: str) -> bool:
    """A mainland mobile, landline or 400 number, or +country number."""
    return _PHONE.match(text) is not None


def is_email(text: str) -> bool:
    local, at, host = text.rpartition("@")
    labels = host.split(".")
    return (
        bool(at)
        and _EMAIL_LOCAL.match(local) is not None
        and len(host) <= 253
        and len(labels) >= 2
        and all(_HOST_LABEL.match(label) for label in labels)
    )


def is_url(text: str) -> bool:
    return _URL.match(text) is not None


def is_credit_code(text: str) -> bool:
    """统一社会信用代码, GB 32100-2015: 18 characters, the last checks the others (modulo 31)."""
    if len(text) != 18 or any(char not in _CODE_ALPHABET for char in text):
        return False
    digits = [_CODE_ALPHABET.index(char) for char in text]
    total = sum(digit * weight for digit, weight in zip(digits, _CODE_WEIGHTS, strict=False))
    return (31 - total % 31) % 31 == digits[17]


@dataclass(frozen=True, slots=True)
class Format:
    """A check, and the code of what to say to those who fail it."""

    fits: Callable[[str], bool]
    code: str


FORMATS: dict[str, Format] = {
    "phone": Format(is_phone, "format_phone"),
    "email": Format(is_email, "format_email"),
    "url": Format(is_url, "format_url"),
    "credit_code": Format(is_credit_code, "format_credit_code"),
}

_MASK_CLASSES = {"9": "[0-9]", "A": "[A-Za-z]", "*": "[A-Za-z0-9]"}


def mask_pattern(mask: str) -> str:
    """`9` a digit, `A` a letter, `*` either, `\\` makes the next sign itself. One class a sign: nothing backtracks."""
    parts = []
    signs = iter(mask)
    for sign in signs:
        parts.append(re.escape(next(signs, "")) if sign == "\\" else _MASK_CLASSES.get(sign) or re.escape(sign))
    return "^" + "".join(parts) + "$"


def mask_fits(mask: str, text: str) -> bool:
    return re.fullmatch(mask_pattern(mask)[1:-1], text) is not None
