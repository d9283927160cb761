"""A signature drawn with a finger, a pen or the mouse: one small PNG of the machinery of attachments."""

from collections.abc import Iterator, Mapping
from typing import Any, ClassVar

from ....kernel.errors import FieldError
from ..labels import Label
from .attachment import Attachment
from .base import Field, Locale, Reader

MOST_KILOBYTES = 200
"""A drawing of a few strokes has 5 to 30 KB."""
_SIGNED = {"zh-CN": "已签名", "en": "signed"}


class Signature(Attachment):
    type = "signature"
    words: ClassVar[Label] = {"zh-CN": "手写签名", "en": "signature"}
    options: ClassVar[dict[str, Any]] = {}

    def most(self, field: Field) -> int:
        del field
        return 1

    def max_bytes(self, field: Field) -> int:
        del field
        return MOST_KILOBYTES * 1024

    def extensions(self, field: Field) -> frozenset[str]:
        del field
        return frozenset({"png"})

    def file_faults(self, field: Field, name: str, content_type: str, size: int) -> Iterator[FieldError]:
        """Its limit is told in KB."""
        for fault in super().file_faults(field, name, content_type, size):
            too_large = fault.code == "file_size" and size > 0
            yield FieldError.of(fault.path, "signature_size", limit=MOST_KILOBYTES) if too_large else fault

    def text(self, field: Field, value: Any, locale: Locale) -> str:
        del field, value
        return _SIGNED.get(locale.language, _SIGNED["en"])

    def wording(self, entry: Mapping[str, Any], value: Any, reader: Reader) -> str:
        del entry
        return _SIGNED.get(reader.language, _SIGNED["en"]) if value else ""


FIELD_TYPE = Signature()
