"""A phone number. Spaces, brackets, hyphens and +86 are taken off: one number has one way of writing."""

from typing import Any, ClassVar

from ..formats import is_mobile, is_plain_phone, plain_phone
from ..labels import Label
from ._codes import CodeType
from .base import Fault, Field

MOBILE = "mobile"


class Phone(CodeType):
    """`13800138000`, `021-68886888`, `021-68886888-123` with an extension, `4008001234`, `+4915112345678`."""

    type = "phone"
    takes_any_column = True
    words: ClassVar[Label] = {"zh-CN": "电话", "en": "phone"}
    default_length = 40
    options: ClassVar[dict[str, Any]] = {
        "kind": {"enum": ["any", MOBILE], "x-name": {"zh-CN": "号码种类", "en": "kind of number"}},
    }

    def normal(self, text: str) -> str:
        return plain_phone(text)

    def judge(self, field: Field, text: str) -> None:
        if field.options.get("kind") == MOBILE and not is_mobile(text):
            raise Fault("format_mobile")
        if not is_plain_phone(text):
            raise Fault("format_phone")


FIELD_TYPE = Phone()
