"""What a card says of a record, for a mail: in the reader's language and the company's time zone, each on one line."""

from collections.abc import Mapping
from typing import Any
from zoneinfo import ZoneInfo

from ..edge.mail import one_line
from ..forms.api import Reader, shown_as
from ..kernel.clock import from_text, in_zone
from ..kernel.languages import moment_text

MAX_VALUE = 160


def moment(text: str, language: str, zone: str) -> str:
    return moment_text(in_zone(from_text(text), ZoneInfo(zone)), language)


def summed_up(each: Mapping[str, Any], reader: Reader) -> str:
    """The value of one entry of a card, as its field's type writes it; "" if there is none."""
    return one_line(shown_as(each["type"]).wording(each, each["value"], reader), MAX_VALUE)
