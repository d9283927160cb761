"""Paragraphs: line breaks allowed, no order, no uniqueness."""

from typing import Any, ClassVar

from ..labels import Label
from ._texts import TextType


class LongText(TextType):
    type = "long_text"
    takes_any_column = True
    words: ClassVar[Label] = {"zh-CN": "多行文本", "en": "long text"}
    may_be_in_title = False
    listed_by_default = False
    multiline = True
    default_length = 20_000
    options: ClassVar[dict[str, Any]] = {
        "min_length": {"type": "integer", "minimum": 0, "maximum": 20_000},
        "max_length": {"type": "integer", "minimum": 1, "maximum": 20_000},
    }


FIELD_TYPE = LongText()
