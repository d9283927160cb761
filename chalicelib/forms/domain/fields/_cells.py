"""A cell of a spreadsheet, and what the settings of an import say about reading it."""

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo
from decimal import Decimal, InvalidOperation
from typing import Any

from ._field import Fault, Field

TEXT, NUMBER, TRUTH, DAY, MOMENT, TIME = "text", "number", "truth", "day", "moment", "time"
YEAR_FIRST, DAY_FIRST, MONTH_FIRST = "", "dmy", "mdy"
"""How a date such as 3-1-2026 is read; "" is not said, and then it is asked for."""
_EXACT_DIGITS = 15
"""Of a number in a spreadsheet; what is beyond was rounded away when it was typed."""
_EPOCH, _EPOCH_1904 = date(1899, 12, 30), date(1904, 1, 1)
_LATEST_SERIAL = 2_958_465
_SPLIT = re.compile(r"[、，,;；|\n]+")
_NUMBER = re.compile(r"[+-]?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)?(?:\.[0-9]*)?(?:[eE][+-]?[0-9]{1,3})?\Z")
_MONEY_SIGNS = re.compile(r"^(?:CNY|RMB|USD|EUR|人民币|US\$|[¥￥$€£])\s*|\s*(?:元整?|CNY|RMB|USD|EUR)$", re.IGNORECASE)
_YEAR_FIRST = re.compile(r"([0-9]{4})\s*[-/.年]\s*([0-9]{1,2})\s*[-/.月]\s*([0-9]{1,2})\s*[日号]?")
_COMPACT = re.compile(r"([12][0-9]{3})([01][0-9])([0-3][0-9])\Z")
_YEAR_LAST = re.compile(r"([0-9]{1,2})\s*[-/.]\s*([0-9]{1,2})\s*[-/.]\s*([0-9]{4})")
_CLOCK = re.compile(r"([0-9]{1,2})\s*[:时点]\s*([0-9]{1,2})\s*(?:[:分]\s*([0-9]{1,2})?秒?)?\s*\Z")


@dataclass(frozen=True, slots=True)
class Cell:
    """`text` is a text as it stands there, a plain decimal, `true` or `false`, `2026-03-01`, `2026-03-01T09:30:00` or
    `09:30`.
    """

    kind: str
    text: str

    def dump(self) -> Any:
        """As JSON: a text as itself, anything else with its kind."""
        return self.text if self.kind == TEXT else [self.kind, self.text]

    @property
    def is_rounded(self) -> bool:
        """A number of more digits than a spreadsheet keeps: the last ones are zeros that nobody typed."""
        if self.kind != NUMBER:
            return False
        return abs(Decimal(self.text)) >= Decimal(10) ** _EXACT_DIGITS

    def plain(self, language: str) -> str:
        """As people read it."""
        if self.kind == TRUTH:
            return {"zh-CN": ("否", "是")}.get(language, ("no", "yes"))[self.text == "true"]
        return self.text.replace("T", " ") if self.kind == MOMENT else self.text


def load_cell(stored: Any) -> Cell | None:
    """What `Cell.dump` made; None of None."""
    if stored is None:
        return None
    return Cell(TEXT, stored) if isinstance(stored, str) else Cell(*stored)


def number_cell(value: float) -> Cell:
    """With the digits that a spreadsheet keeps: 0.1 + 0.2 is 0.3."""
    return Cell(NUMBER, plain_number(Decimal(f"{value:.{_EXACT_DIGITS}g}")))


def plain_number(number: Decimal) -> str:
    text = format(number, "f")
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text in ("-0", "") else text


@dataclass(frozen=True, slots=True)
class CellReading:
    """How cells are read. `named` answers the ids that a text means in a field that refers to members, departments or
    records: none, one or several. `since_1904`: day numbers of the workbook count from 1904.
    """

    language: str
    zone: tzinfo
    named: Callable[[Field, str], Sequence[str]]
    dates: str = YEAR_FIRST
    since_1904: bool = False

    # -- numbers

    def number(self, cell: Cell, *, percent: bool = False) -> str:
        """A plain decimal. `percent`: `12.5%` is 0.125. Raises Fault not_a_number."""
        if cell.kind == NUMBER:
            return cell.text
        text = unicodedata.normalize("NFKC", cell.text).replace(" ", "").strip()
        negative = text.startswith("(") and text.endswith(")")
        text = text[1:-1] if negative else text
        hundredth = percent and text.endswith("%")
        text = _MONEY_SIGNS.sub("", text[:-1] if hundredth else text)
        if cell.kind != TEXT or not _NUMBER.match(text):
            raise Fault("not_a_number")
        try:
            number = Decimal(text.replace(",", ""))
        except InvalidOperation as error:
            raise Fault("not_a_number") from error
        number = -number if negative else number
        return plain_number(number.scaleb(-2) if hundredth else number)

    # -- days

    def day(self, cell: Cell) -> date:
        """Raises Fault not_a_date, no_such_date or date_ambiguous."""
        return self.moment(cell).date()

    def moment(self, cell: Cell) -> datetime:
        """Without a zone, as it stands there. Raises as `day`."""
        if cell.kind in (DAY, MOMENT):
            return datetime.fromisoformat(cell.text)
        if cell.kind == NUMBER:
            return self._of_number(Decimal(cell.text))
        if cell.kind != TEXT:
            raise Fault("not_a_date")
        return self._of_text(unicodedata.normalize("NFKC", cell.text).strip())

    def _of_number(self, number: Decimal) -> datetime:
        """A day number of the workbook, or a date written as one, such as 20260301."""
        if compact := _COMPACT.match(str(number)):
            return datetime.combine(_day(*map(int, compact.groups())), time())
        if not 1 <= number <= _LATEST_SERIAL:
            raise Fault("not_a_date")
        epoch = datetime.combine(_EPOCH_1904 if self.since_1904 else _EPOCH, time())
        return epoch + timedelta(seconds=round(float(number) * 86_400))

    def _of_text(self, text: str) -> datetime:
        day, rest = self._day_of(text)
        rest = rest.strip(" T")
        if not rest:
            return datetime.combine(day, time())
        clock = _CLOCK.match(rest)
        if clock is None:
            raise Fault("not_a_date")
        hour, minute, second = (int(part or 0) for part in clock.groups())
        if hour > 23 or minute > 59 or second > 59:
            raise Fault("not_a_date")
        return datetime.combine(day, time(hour, minute, second))

    def _day_of(self, text: str) -> tuple[date, str]:
        found = _YEAR_FIRST.match(text) or _COMPACT.match(text)
        if found:
            return _day(*map(int, found.groups())), text[found.end() :]
        found = _YEAR_LAST.match(text)
        if not found:
            raise Fault("not_a_date")
        first, second, year = map(int, found.groups())
        order = self.dates or (DAY_FIRST if first > 12 else MONTH_FIRST if second > 12 or first == second else "")
        if not order:
            raise Fault("date_ambiguous", date=found.group())
        day, month = (first, second) if order == DAY_FIRST else (second, first)
        return _day(year, month, day), text[found.end() :]

    def clock(self, cell: Cell) -> str:
        """`09:30`. Raises Fault not_a_time."""
        if cell.kind == TIME:
            return cell.text[:5]
        if cell.kind == NUMBER and 0 <= Decimal(cell.text) < 1:
            minutes = round(Decimal(cell.text) * 24 * 60)
            return f"{minutes // 60:02d}:{minutes % 60:02d}"
        if cell.kind == MOMENT:
            return cell.text[11:16]
        clock = _CLOCK.match(unicodedata.normalize("NFKC", cell.text).strip()) if cell.kind == TEXT else None
        if clock is None:
            raise Fault("not_a_time")
        return f"{int(clock.group(1)):02d}:{int(clock.group(2)):02d}"

    # -- several

    def parts(self, cell: Cell) -> list[str]:
        """What stands in one cell, separated by commas and the like."""
        return [part for each in _SPLIT.split(cell.plain(self.language)) if (part := each.strip())]


def _day(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError as error:
        raise Fault("no_such_date", date=f"{year}-{month}-{day}") from error


def column_letter(index: int) -> str:
    """`A` of 0, `AA` of 26."""
    text = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        text = chr(65 + rest) + text
    return text
