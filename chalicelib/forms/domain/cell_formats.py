"""What a value is in a cell of a spreadsheet: its type, and how the cell shows it."""

from datetime import date
from decimal import Decimal

CellValue = str | Decimal | date | None
"""A `datetime` is the clock of the company's zone, without a zone of its own."""

TEXT, DAY, MOMENT, PLAIN_NUMBER = "@", "yyyy-mm-dd", "yyyy-mm-dd hh:mm", "General"
"""In the notation that spreadsheets share. TEXT keeps what looks like a number."""


def number_format(places: int) -> str:
    return f"#,##0.{'0' * places}" if places else "#,##0"


def percent_format(places: int) -> str:
    return f"0.{'0' * places}%" if places else "0%"
