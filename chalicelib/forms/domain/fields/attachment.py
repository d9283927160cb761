"""Files of a record. The client names an upload that it was issued; where the bytes lie it can neither see nor say."""

from collections.abc import Hashable, Iterator, Mapping
from typing import Any, ClassVar

from ....kernel.errors import FieldError
from ....kernel.ids import is_id
from ..files import EXTENSIONS, file_faults
from ..labels import Label
from ._people import ID
from .base import Fault, Field, FieldType, Locale, Reader

MOST_FILES = 20
MOST_MEGABYTES = 100


class Attachment(FieldType):
    """Canonical: `[{"id": …}]`; name, size and type are added from the upload's own row when a record is saved."""

    type = "attachment"
    words: ClassVar[Label] = {"zh-CN": "附件", "en": "files"}
    sql = "STRUCT(id VARCHAR, name VARCHAR, size BIGINT, content_type VARCHAR)[]"
    may_be_listed = False
    may_be_in_title = False
    may_have_default = False
    listed_by_default = False
    in_formulas = False
    holds_files = True
    takes_cells = False
    options: ClassVar[dict[str, Any]] = {
        "max_files": {"type": "integer", "minimum": 1, "maximum": MOST_FILES},
        "max_megabytes": {"type": "integer", "minimum": 1, "maximum": MOST_MEGABYTES},
        "extensions": {
            "type": "array",
            "minItems": 1,
            "uniqueItems": True,
            "items": {"enum": sorted(EXTENSIONS)},
        },
    }

    def schema(self, field: Field) -> dict[str, Any]:
        properties = {
            "id": {"type": "string", "pattern": ID},
            "name": {"type": "string", "readOnly": True},
            "size": {"type": "integer", "readOnly": True},
            "content_type": {"type": "string", "readOnly": True},
        }
        return {
            "type": "array",
            "maxItems": self.most(field),
            "items": {
                "type": "object",
                "required": ["id"],
                "additionalProperties": False,
                "properties": properties,
            },
        }

    def most(self, field: Field) -> int:
        return int(field.options.get("max_files", 10))

    def max_bytes(self, field: Field) -> int:
        return int(field.options.get("max_megabytes", 20)) * 1024 * 1024

    def extensions(self, field: Field) -> frozenset[str]:
        return frozenset(field.options.get("extensions") or EXTENSIONS)

    def file_faults(self, field: Field, name: str, content_type: str, size: int) -> Iterator[FieldError]:
        return file_faults(name, content_type, size, allowed=self.extensions(field), max_bytes=self.max_bytes(field))

    def canonical(self, field: Field, value: Any) -> list[dict[str, Any]]:
        if not isinstance(value, list):
            raise Fault("not_a_list")
        if len(value) > self.most(field):
            raise Fault("too_many_files", max=self.most(field))
        found = []
        for index, item in enumerate(value):
            identity = item.get("id") if isinstance(item, dict) else None
            if not is_id(identity):
                raise Fault("not_an_attachment", f"/{index}")
            found.append(identity)
        return [{"id": identity} for identity in dict.fromkeys(found)]

    def comparable(self, field: Field, value: Any) -> Hashable:
        found = super().comparable(field, value)
        return tuple(dict.fromkeys(found)) if isinstance(found, tuple) else found

    def text(self, field: Field, value: Any, locale: Locale) -> str:
        del field, locale
        return ", ".join(item.get("name", "") for item in value)

    def wording(self, entry: Mapping[str, Any], value: Any, reader: Reader) -> str:
        """By their names; files that were not saved yet have none."""
        del entry
        names = [str(item["name"]) for item in value or () if "name" in item]
        return reader.joined(names) if len(names) == len(value or ()) else reader.counted(len(value))


FIELD_TYPE = Attachment()
