"""A file on its way to a record: issued to one member for one field, then tied to the record saved with it."""

from dataclasses import dataclass
from typing import Any

from ...kernel.work import Row


def blob_key(form_id: str, attachment_id: str) -> str:
    """Where the bytes lie: made of our own ids only."""
    return f"forms/{form_id}/{attachment_id}"


@dataclass(frozen=True, slots=True)
class Upload:
    """What was issued. `record_id` and `blob_version` "" until a record is saved with it: the upload's URL lives on for
    minutes after that, so what was saved is named by its version, and nothing sent later takes its place.
    """

    id: str
    form_id: str
    field: str
    name: str
    content_type: str
    size: int
    member_id: str
    record_id: str = ""
    blob_version: str = ""
    row: Row | None = None

    def public(self) -> dict[str, Any]:
        return {"id": self.id, "name": self.name, "size": self.size, "content_type": self.content_type}

    def doc(self) -> dict[str, Any]:
        return {name: getattr(self, name) for name in self.__slots__ if name != "row"}

    @property
    def blob(self) -> str:
        return blob_key(self.form_id, self.id)
