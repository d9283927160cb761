"""Chinese capitals of an amount in yuan, as invoices and cheques write it: 1234.56 is 壹仟贰佰叁拾肆元伍角陆分."""

from decimal import Decimal

_DIGITS = "零壹贰叁肆伍陆柒捌玖"
_PLACES = ("仟", "佰", "拾", "")
LIMIT = Decimal(10) ** 16
"""Amounts below can be written."""


def capitals(amount: Decimal) -> str:
    """Of an amount with at most two decimal places, smaller than `LIMIT`."""
    cents = int(amount.copy_abs() * 100)
    yuan, jiao, fen = cents // 100, cents // 10 % 10, cents % 10
    text = f"{_whole(yuan)}元" if yuan or not cents else ""
    if not jiao and not fen:
        text += "整"
    elif not fen:
        text += f"{_DIGITS[jiao]}角整"
    else:
        text += f"{_DIGITS[jiao]}角" if jiao else "零" if yuan else ""
        text += f"{_DIGITS[fen]}分"
    return ("负" if amount < 0 and cents else "") + text


def _whole(number: int) -> str:
    """A whole number; groups of eight digits are joined by 亿, of four by 万."""
    if number == 0:
        return _DIGITS[0]
    high, low = divmod(number, 10**8)
    return _joined(_eight(high), "亿", _eight(low), gap=low < 10**7) if high else _eight(low)


def _eight(number: int) -> str:
    high, low = divmod(number, 10**4)
    return _joined(_four(high), "万", _four(low), gap=low < 10**3) if high else _four(low)


def _joined(high: str, unit: str, low: str, *, gap: bool) -> str:
    """A lower group that does not fill its places is told apart by one 零."""
    return high + unit + (_DIGITS[0] if gap and low else "") + low


def _four(number: int) -> str:
    text, pending = "", False
    for digit, place in zip(f"{number:04d}", _PLACES, strict=True):
        if digit == "0":
            pending = bool(text)
            continue
        text += (_DIGITS[0] if pending else "") + _DIGITS[int(digit)] + place
        pending = False
    return text
