"""What is left of a record when its days in the recycle bin are over: its history and its files go as it goes."""

from collections.abc import Callable, Sequence

from ...kernel.loops import try_each
from ...kernel.unit_of_work import UnitOfWork
from ..domain.uploads import Upload, stored_files
from .beside_ports import StageHistory
from .ports import BesideRecords, Blobs, RecordStore, UploadStore

SHARE = 50
MAX_ROWS = 60
MOVES = 30
"""Of the stage history in one share: they, a share of the history and the files fit one transaction."""
BESIDE = 80
"""Rows that other contexts keep of it, in a share of their own."""


class Purging:
    def __init__(
        self,
        records: RecordStore,
        uploads: UploadStore,
        blobs: Blobs,
        stages: StageHistory,
        beside: Callable[[], Sequence[BesideRecords]] = tuple,
    ) -> None:
        self._beside = beside
        self._records = records
        self._stages = stages
        self._uploads = uploads
        self._blobs = blobs

    def left(self, work: UnitOfWork, record_id: str) -> bool:
        """Whether it is due and something of it is still there."""
        due, _ = self._records.due(work, record_id)
        if not due:
            return False
        return bool(self._records.get_many(work, [record_id]) or self._records.history(work, record_id, 1, None).items)

    def purge(self, work: UnitOfWork, record_id: str, form_id: str) -> bool:
        """Drop a share of it; True if more is left. Nothing happens to a record that was restored, or deleted anew.

        The files go at once and their rows with this work: a purge that dies in between is run again. A share of the
        history goes after the files that it names, so that none is forgotten.
        """
        due, values = self._records.due(work, record_id)
        if not due:
            return False
        if any(each.drop(work, record_id, BESIDE) for each in self._beside()):
            return True
        moves = self._stages.moves(work, record_id, MOVES)
        for move in moves.items:
            self._stages.drop(work, record_id, move)
        if moves.next_cursor is not None:
            return True
        page = self._records.history(work, record_id, SHARE, None)
        changes = [change for entry in page.items for change in entry["changes"]]
        named = [values, [change["before"] for change in changes], [change["after"] for change in changes]]
        if self._drop_files(work, record_id, form_id, {file["id"] for file in stored_files(named)}):
            return True
        for entry in page.items:
            self._records.forget(work, record_id, entry["number"])
        if page.next_cursor is not None:
            return True
        self._records.drop(work, record_id)
        return False

    def _drop_files(self, work: UnitOfWork, record_id: str, form_id: str, named: set[str]) -> bool:
        """True if that was all there is room for. Only what is tied to the record: values can name anything."""
        found = self._uploads.get_many(work, sorted(named)).values()
        own = [upload for upload in found if upload.record_id == record_id and upload.form_id == form_id]
        try_each(own[:MAX_ROWS], lambda upload: self._drop_file(work, upload))
        # The history of a share has its own rows to drop: the two together must fit one transaction.
        return len(own) > MAX_ROWS - SHARE

    def _drop_file(self, work: UnitOfWork, upload: Upload) -> None:
        self._blobs.delete(work.actor, upload.blob)
        self._uploads.drop(work, upload.id)
