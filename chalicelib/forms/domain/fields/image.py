"""Pictures of a record: files of attachments, shown as pictures and taken with the camera of a phone."""

from typing import Any, ClassVar

from ..labels import Label
from .attachment import Attachment
from .base import Field

EXTENSIONS = ("gif", "jpeg", "jpg", "png", "webp")
USUAL_IMAGES, MOST_IMAGES = 9, 20
USUAL_MEGABYTES, MOST_MEGABYTES = 10, 20


class Image(Attachment):
    type = "image"
    words: ClassVar[Label] = {"zh-CN": "图片", "en": "pictures"}
    options: ClassVar[dict[str, Any]] = {
        "max_files": {"type": "integer", "minimum": 1, "maximum": MOST_IMAGES},
        "max_megabytes": {"type": "integer", "minimum": 1, "maximum": MOST_MEGABYTES},
    }

    def most(self, field: Field) -> int:
        return int(field.options.get("max_files", USUAL_IMAGES))

    def max_bytes(self, field: Field) -> int:
        return int(field.options.get("max_megabytes", USUAL_MEGABYTES)) * 1024 * 1024

    def extensions(self, field: Field) -> frozenset[str]:
        del field
        return frozenset(EXTENSIONS)


FIELD_TYPE = Image()
