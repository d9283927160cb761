"""An e-mail address, kept as typed; two that differ only in case are the same for uniqueness and filters."""

from typing import ClassVar

from ..formats import is_email
from ..labels import Label
from ._codes import CodeType
from .base import Fault, Field


class Email(CodeType):
    type = "email"
    takes_any_column = True
    words: ClassVar[Label] = {"zh-CN": "邮箱", "en": "e-mail"}
    default_length = 320

    def judge(self, field: Field, text: str) -> None:
        del field
        if not is_email(text):
            raise Fault("format_email")


FIELD_TYPE = Email()
