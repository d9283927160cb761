"""A web address. Only http and https: it is shown as a link, and nothing else may run in the reader's browser."""

from typing import ClassVar

from ..formats import is_url
from ..labels import Label
from ._codes import CodeType
from .base import Fault, Field


class Url(CodeType):
    type = "url"
    words: ClassVar[Label] = {"zh-CN": "网址", "en": "web address"}
    default_length = 2_000

    def judge(self, field: Field, text: str) -> None:
        del field
        if not is_url(text):
            raise Fault("format_url")


FIELD_TYPE = Url()
