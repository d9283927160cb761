"""What the settings of links to records are called."""

from collections.abc import Mapping
from typing import Any

RECORD = "record"
"""`refers_to` of a field whose values are ids of records."""
REFUSE, CLEAR, CASCADE = "refuse", "clear", "cascade"
"""`on_delete`: what becomes of a record when one that it is linked to is deleted."""
HIDDEN_WORDS = {"zh-CN": "（无权查看）", "en": "(not yours to see)"}
"""What stands for the title of a record that the reader may not read."""


def form_ids(options: Mapping[str, Any]) -> list[str]:
    """The forms that a link leads to; of a draft, too, which may be unfinished, and of fields of another type none."""
    return texts(options.get("forms"))


def texts(value: Any) -> list[str]:
    """A list of ids as a draft has it, which may have another shape."""
    return [str(each) for each in value] if isinstance(value, list) else []
