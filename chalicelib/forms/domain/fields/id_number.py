"""居民身份证号码, GB 11643-1999: 18 characters with a birth date and a check digit. Personal: titles, cards and mails
show only its ends.
"""

from collections.abc import Iterator, Mapping
from typing import Any, ClassVar

from ..formats import id_number_fault
from ..labels import Label
from ._codes import CodeType
from .base import Fault, Field, Locale, Reader


def covered(value: str) -> str:
    """`110101********1234`"""
    return f"{value[:6]}{'*' * 8}{value[-4:]}"


class IdNumber(CodeType):
    type = "id_number"
    words: ClassVar[Label] = {"zh-CN": "身份证号", "en": "identity number"}
    listed_by_default = False
    default_length = 40

    def normal(self, text: str) -> str:
        return text.replace(" ", "").upper()

    def judge(self, field: Field, text: str) -> None:
        del field
        code = id_number_fault(text)
        if code:
            raise Fault(code)

    def tokens(self, field: Field, value: str, locale: Locale) -> Iterator[str]:
        del field, locale
        yield value

    def text(self, field: Field, value: Any, locale: Locale) -> str:
        del field, locale
        return covered(value)

    def summary_value(self, field: Field, value: str) -> str:
        del field
        return covered(value)

    def word(self, entry: Mapping[str, Any], item: Any, reader: Reader) -> str:
        del entry, reader
        return covered(str(item))


FIELD_TYPE = IdNumber()
