"""Rows of exports. They expire soon after the file that they tell of."""

from collections.abc import Callable
from datetime import datetime

from ...aws.table import TenantTable
from ...kernel.codec import Codec
from ...kernel.unit_of_work import Row, UnitOfWork
from .. import row_keys
from ..domain.errors import ExportNotFound
from ..domain.export import Export

EXPORTS = Codec(Export, outside=("version",))


class ExportRepository:
    def __init__(self, table: Callable[[], TenantTable]) -> None:
        self._table = table

    def get(self, work: UnitOfWork, export_id: str) -> Export:
        """Raises ExportNotFound."""
        row = self._table().get(work, row_keys.export(export_id))
        if row is None:
            raise ExportNotFound()
        return EXPORTS.load(row.doc, version=row.version)

    def add(self, work: UnitOfWork, export: Export, until: datetime) -> None:
        work.create(row_keys.export(export.id), "export", EXPORTS.dump(export), expires_at=int(until.timestamp()))

    def save(self, work: UnitOfWork, export: Export, until: datetime) -> None:
        row = Row(row_keys.export(export.id), "export", {}, export.version)
        work.replace(row, EXPORTS.dump(export), expires_at=int(until.timestamp()))
