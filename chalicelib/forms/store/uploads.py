"""Rows of uploads: one that no record was saved with expires by itself."""

from collections.abc import Iterable
from datetime import datetime

from ...kernel.unit_of_work import NEVER, UnitOfWork
from .. import row_keys
from ..domain.uploads import Upload
from .table import TableOf


class UploadRepository:
    def __init__(self, table: TableOf) -> None:
        self._table = table

    def get_many(self, work: UnitOfWork, upload_ids: Iterable[str]) -> dict[str, Upload]:
        """Those that are there, by id."""
        wanted = [row_keys.attachment(each) for each in upload_ids]
        rows = self._table().get_many(work, wanted) if wanted else {}
        found = [Upload(**row.doc, row=row) for row in rows.values() if row]
        return {upload.id: upload for upload in found}

    def add(self, work: UnitOfWork, upload: Upload, until: datetime) -> None:
        work.create(row_keys.attachment(upload.id), "attachment", upload.doc(), expires_at=int(until.timestamp()))

    def tie(self, work: UnitOfWork, upload: Upload) -> None:
        """It belongs to a record now, and stays."""
        assert upload.row is not None  # noqa: S101 - only what was read is tied
        work.replace(upload.row, upload.doc(), expires_at=NEVER)

    def drop(self, work: UnitOfWork, upload_id: str) -> None:
        work.unindex(row_keys.attachment(upload_id))
