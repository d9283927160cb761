"""A file on its way to a record: issued to one member for one field, then tied to the record saved with it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ...kernel.ids import is_id

MOST_NEW_FILES = 40
"""That one save can tie: each is a row of its transaction, beside those of the record and of what it sets going."""


def blob_key(form_id: str, attachment_id: str) -> str:
    """Where the bytes lie: made of our own ids only."""
    return f"forms/{form_id}/{attachment_id}"


@dataclass(frozen=True, slots=True)
class Upload:
    """What was issued. `field` is a field's id, or `<lines>.<column>`.

    `record_id` and `blob_version` are "" until a record is saved with it: the upload's URL lives on for minutes after
    that, so what was saved is named by its version, and nothing sent later takes its place.
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
    version: int = 0
    """The one that was read."""

    def public(self) -> dict[str, Any]:
        return {"id": self.id, "name": self.name, "size": self.size, "content_type": self.content_type}

    @property
    def blob(self) -> str:
        return blob_key(self.form_id, self.id)


def stored_files(value: Any) -> Iterator[dict[str, Any]]:
    """Every file in stored values or in a side of a change, wherever it stands: in a field, or in a cell of a row."""
    if isinstance(value, list):
        for item in value:
            yield from stored_files(item)
    elif isinstance(value, dict):
        if "content_type" in value and is_id(value.get("id")):
            yield value
        for item in value.values():
            if isinstance(item, (list, dict)):
                yield from stored_files(item)
