"""Named text formats and masks: every check is linear in the text, whatever the text is."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

MASK_LENGTH = 64

_PHONE = re.compile(r"(?:1[3-9][0-9]{9}|0[0-9]{2,3}-?[0-9]{7,8}|400-?[0-9]{3}-?[0-9]{4}|\+[1-9][0-9]{6,14})\Z")
_EMAIL_LOCAL = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}\Z")
_HOST_LABEL = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\Z")
_URL = re.compile(r"https?://[^\s/?#@\\]{1,253}(?:[/?#]\S{0,1900})?\Z")

_CODE_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_CODE_WEIGHTS = tuple(pow(3, place, 31) for place in range(17))


_MOBILE = re.compile(r"1[3-9][0-9]{9}\Z")
_EXTENSION = re.compile(r"(?:转|分机|#|ext\.?)\s*([0-9]{1,6})\Z", re.IGNORECASE)
_HYPHENED = re.compile(r"(0[0-9]{2,3}-[0-9]{7,8})-([0-9]{1,6})\Z")
_PHONE_SIGNS = re.compile(r"[\s()（）.-]")
_COUNTRY = re.compile(r"(?:\+|00)86(?=[0-9]{9,12}\Z)|86(?=1[3-9][0-9]{9}\Z)")
_LANDLINE = re.compile(r"0?(10|2[0-9]|[3-9][0-9]{2})([0-9]{7,8})\Z")
_PLAIN_PHONE = re.compile(
    r"(?:1[3-9][0-9]{9}|0(?:10|2[0-9]|[3-9][0-9]{2})-[0-9]{7,8}(?:-[0-9]{1,6})?|[48]00[0-9]{7}|\+[1-9][0-9]{6,14})\Z"
)

_ID_WEIGHTS = tuple(pow(2, 17 - place, 11) for place in range(17))
_ID_CHECKS = "10X98765432"
_PROVINCE = re.compile(r"1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]")


def plain_phone(text: str) -> str:
    """A number in its one way of writing: `13800138000`, `021-68886888`, with an extension `021-68886888-12`,
    `4008001234`, `+4915112345678`. What is no number comes back without its spaces.
    """
    extension = ""
    if match := _EXTENSION.search(text):
        text, extension = text[: match.start()].rstrip(" -"), match.group(1)
    elif match := _HYPHENED.match(text.replace(" ", "")):
        text, extension = match.groups()
    digits = _COUNTRY.sub("", _PHONE_SIGNS.sub("", text), count=1)
    is_chinese = not digits.startswith("+") and not _MOBILE.match(digits) and not digits.startswith(("400", "800"))
    if is_chinese and (match := _LANDLINE.match(digits)) and len(digits) >= 10:
        digits = f"0{match.group(1)}-{match.group(2)}"
    return f"{digits}-{extension}" if extension else digits


def is_plain_phone(text: str) -> bool:
    """One that `plain_phone` wrote."""
    return _PLAIN_PHONE.match(text) is not None


def is_mobile(text: str) -> bool:
    """A mainland mobile number as `plain_phone` writes it."""
    return _MOBILE.match(text) is not None


def id_number_fault(text: str) -> str:
    """The code of what is wrong with a 居民身份证号码, "" for none. The county is not looked up: codes of counties are
    abolished, and people keep their number.
    """
    if len(text) == 15 and text.isascii() and text.isdigit():
        return "id_number_15"
    if len(text) != 18 or not (text[:17].isascii() and text[:17].isdigit()) or text[17] not in "0123456789X":
        return "format_id_number"
    if not _PROVINCE.match(text):
        return "id_number_region"
    try:
        if date(int(text[6:10]), int(text[10:12]), int(text[12:14])).year < 1850:
            return "id_number_date"
    except ValueError:
        return "id_number_date"
    total = sum(int(digit) * weight for digit, weight in zip(text[:17], _ID_WEIGHTS, strict=True))
    return "" if _ID_CHECKS[total % 11] == text[17] else "id_number_check"


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

    name: str
    fits: Callable[[str], bool]
    code: str


FORMATS: dict[str, Format] = {
    each.name: each
    for each in (
        Format("phone", is_phone, "format_phone"),
        Format("email", is_email, "format_email"),
        Format("url", is_url, "format_url"),
        Format("credit_code", is_credit_code, "format_credit_code"),
    )
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
