"""Rows of uploads: one that no record was saved with expires by itself."""

from collections.abc import Iterable
from datetime import datetime

from ...kernel.codec import Codec
from ...kernel.unit_of_work import NEVER, Row, UnitOfWork
from .. import row_keys
from ..domain.uploads import Upload
from .table import TableOf

UPLOADS = Codec(Upload, outside=("version",))


class UploadRepository:
    def __init__(self, table: TableOf) -> None:
        self._table = table

    def get_many(self, work: UnitOfWork, upload_ids: Iterable[str]) -> dict[str, Upload]:
        """Those that are there, by id."""
        wanted = [row_keys.attachment(each) for each in upload_ids]
        rows = self._table().get_many(work, wanted) if wanted else {}
        found = [UPLOADS.load(row.doc, version=row.version) for row in rows.values() if row]
        return {upload.id: upload for upload in found}

    def add(self, work: UnitOfWork, upload: Upload, until: datetime) -> None:
        work.create(
            row_keys.attachment(upload.id), "attachment", UPLOADS.dump(upload), expires_at=int(until.timestamp())
        )

    def tie(self, work: UnitOfWork, upload: Upload) -> None:
        """It belongs to a record now, and stays."""
        row = Row(row_keys.attachment(upload.id), "attachment", {}, upload.version)
        work.replace(row, UPLOADS.dump(upload), expires_at=NEVER)

    def drop(self, work: UnitOfWork, upload_id: str) -> None:
        work.unindex(row_keys.attachment(upload_id))
