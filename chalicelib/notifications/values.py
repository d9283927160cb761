"""Amounts, rates, dates and people as the web app shows them, for a mail: in the reader's language and the company's
time zone. Amounts keep every digit.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from ..edge.mail import one_line
from ..kernel.clock import from_text, in_zone
from ..kernel.money import money_text, percent_text

MAX_VALUE = 160
SIGNS = {"CNY": "¥", "USD": "$", "EUR": "€", "GBP": "£", "HKD": "$", "TWD": "$", "SGD": "$", "JPY": "¥", "KRW": "₩"}
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_COUNTED = {"zh-CN": "{count} 项", "en": "{count} items"}
_YES_NO = {"zh-CN": ("是", "否"), "en": ("Yes", "No")}

Named = Callable[[str, str], str]
"""(type, id) → the name of that member or department; "" if there is none."""


@dataclass(frozen=True, slots=True)
class Reader:
    """For whom a value is written down."""

    language: str
    zone: str
    named: Named

    @property
    def comma(self) -> str:
        return "、" if self.language == "zh-CN" else ", "


def moment(text: str, language: str, zone: str) -> str:
    at = in_zone(from_text(text), ZoneInfo(zone))
    return f"{_day(at, language)} {at:%H:%M}"


def summed_up(each: Mapping[str, Any], reader: Reader) -> str:
    """The value of one entry of a card; "" if there is none."""
    value = each["value"]
    items = [item for item in (value if isinstance(value, list | tuple) else [value]) if item not in (None, "")]
    if items and isinstance(items[0], Mapping):
        return _several(items, reader)
    write = _WRITE.get(each["type"], _plain)
    shown = [_plain(each, item, reader) if isinstance(item, bool) else write(each, item, reader) for item in items]
    return one_line(reader.comma.join(part for part in shown if part), MAX_VALUE)


def _plain(each: Mapping[str, Any], value: Any, reader: Reader) -> str:
    del each
    return _YES_NO[reader.language][0 if value else 1] if isinstance(value, bool) else str(value)


_WRITE: Mapping[str, Callable[[Mapping[str, Any], Any, Reader], str]] = {
    "money": lambda each, value, _: _money(Decimal(str(value)), str(each.get("currency", "CNY")), each.get("decimals")),
    "percent": lambda each, value, _: percent_text(Decimal(str(value)), each.get("decimals")),
    "number": lambda _, value, __: _grouped(Decimal(str(value))),
    "date": lambda _, value, reader: _day(datetime.fromisoformat(str(value)), reader.language),
    "datetime": lambda _, value, reader: moment(str(value), reader.language, reader.zone),
    "member": lambda each, value, reader: reader.named(each["type"], str(value)),
    "department": lambda each, value, reader: reader.named(each["type"], str(value)),
}


def _several(items: list[Any], reader: Reader) -> str:
    """Files by their names, detail lines by their number."""
    names = [str(item["name"]) for item in items if "name" in item]
    if len(names) == len(items):
        return one_line(reader.comma.join(names), MAX_VALUE)
    return _COUNTED[reader.language].replace("{count}", str(len(items)))


def _money(value: Decimal, currency: str, decimals: int | None) -> str:
    minus = "-" if value < 0 else ""
    return f"{minus}{SIGNS.get(currency, currency + ' ')}{Decimal(money_text(abs(value), currency, decimals)):,f}"


def _grouped(value: Decimal) -> str:
    text = f"{value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _day(at: datetime, language: str) -> str:
    if language == "zh-CN":
        return f"{at.year}年{at.month}月{at.day}日"
    return f"{_MONTHS[at.month - 1]} {at.day}, {at.year}"
