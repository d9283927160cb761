"""统一社会信用代码, GB 32100-2015: 18 characters, the last of which checks the others."""

from typing import ClassVar

from ..formats import is_credit_code
from ..labels import Label
from ._codes import CodeType
from .base import Fault, Field


class CreditCode(CodeType):
    type = "credit_code"
    words: ClassVar[Label] = {"zh-CN": "统一社会信用代码", "en": "unified social credit code"}
    default_length = 40

    def normal(self, text: str) -> str:
        return text.replace(" ", "").upper()

    def judge(self, field: Field, text: str) -> None:
        del field
        if not is_credit_code(text):
            raise Fault("format_credit_code")


FIELD_TYPE = CreditCode()
