"""What exports consist of."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from . import company, entrance, form_repository, link_titles, lists
from .queries import queries

if TYPE_CHECKING:
    from ..service.exports import Exports


@cache
def exports() -> Exports:
    from ...aws import blobs
    from ...aws.table import table
    from ..domain.export import CSV, XLSX
    from ..job_kinds import export
    from ..service.exports import Exports, Parts
    from ..spreadsheets.writing_csv import CsvWriter
    from ..spreadsheets.writing_xlsx import XlsxWriter
    from ..store.exports import ExportRepository

    return Exports(
        Parts(
            forms=form_repository(),
            lists=lists(),
            queries=queries(),
            titles=link_titles(),
            entrance=entrance(),
            company=company(),
            store=ExportRepository(table),
            bucket=blobs,
            writers={XLSX: XlsxWriter(), CSV: CsvWriter()},
            start=export.start,
        )
    )
