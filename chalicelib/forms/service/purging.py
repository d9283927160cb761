"""What is left of a record when its days in the recycle bin are over: its history and its files go as it goes."""

from collections.abc import Iterable, Iterator
from typing import Any

from ...kernel.ids import is_id
from ...kernel.loops import try_each
from ...kernel.work import Work
from ..domain.uploads import blob_key
from .ports import Blobs, RecordStore, UploadStore

SHARE = 50
MAX_ROWS = 60


class Purging:
    def __init__(self, records: RecordStore, uploads: UploadStore, blobs: Blobs) -> None:
        self._records = records
        self._uploads = uploads
        self._blobs = blobs

    def purge(self, work: Work, record_id: str, form_id: str) -> bool:
        """Drop a share of it; True if more is left. Nothing happens to a record that was restored, or deleted anew.

        The files go at once and their rows with this work: a purge that dies in between is run again.
        """
        due, values = self._records.due(work, record_id)
        if not due:
            return False
        page = self._records.history(work, record_id, SHARE, None)
        taken, files = 0, set(_files(values))
        for entry in page.items:
            taken += 1
            self._records.forget(work, record_id, entry["number"])
            files |= set(_files([side for change in entry["changes"] for side in (change["before"], change["after"])]))
            if len(work.changes) + len(files) > MAX_ROWS:
                break
        try_each(sorted(files), lambda attachment_id: self._drop_file(work, form_id, attachment_id))
        if page.next_cursor is not None or taken < len(page.items):
            return True
        self._records.drop(work, record_id)
        return False

    def _drop_file(self, work: Work, form_id: str, attachment_id: str) -> None:
        self._blobs.delete(work.actor, blob_key(form_id, attachment_id))
        self._uploads.drop(work, attachment_id)


def _files(values: Iterable[Any]) -> Iterator[str]:
    for value in values:
        for item in value if isinstance(value, list) else ():
            if isinstance(item, dict) and "content_type" in item and is_id(item.get("id")):
                yield item["id"]
