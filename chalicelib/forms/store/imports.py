"""Rows of spreadsheets and imports; they expire by themselves."""

from collections.abc import Iterator, Mapping
from datetime import timedelta

from ...kernel.codec import Codec
from ...kernel.unit_of_work import Row, UnitOfWork
from .. import row_keys
from ..domain.importing.settings import FaultyEntry, Import, Spreadsheet
from .table import TableOf

SPREADSHEETS = Codec(Spreadsheet, outside=("version",))
IMPORTS = Codec(Import, outside=("version",))
FAULTY = Codec(FaultyEntry)
KEEPS = timedelta(days=30)
MOST_REMEMBERED = 500


class ImportRepository:
    def __init__(self, table: TableOf) -> None:
        self._table = table

    # -- files

    def add_spreadsheet(self, work: UnitOfWork, sheet: Spreadsheet) -> None:
        doc = SPREADSHEETS.dump(sheet)
        work.create(row_keys.spreadsheet(sheet.id), "spreadsheet", doc, expires_at=_until(work))

    def spreadsheet(self, work: UnitOfWork, upload_id: str) -> Spreadsheet | None:
        row = self._table().get(work, row_keys.spreadsheet(upload_id))
        return SPREADSHEETS.load(row.doc, version=row.version) if row else None

    # -- imports of files

    def add(self, work: UnitOfWork, made: Import) -> None:
        work.create(row_keys.imported(made.id), "import", IMPORTS.dump(made), expires_at=_until(work))

    def get(self, work: UnitOfWork, import_id: str) -> Import | None:
        row = self._table().get(work, row_keys.imported(import_id))
        return IMPORTS.load(row.doc, version=row.version) if row else None

    def save(self, work: UnitOfWork, changed: Import) -> None:
        """Raises Contended at the commit unless it is the next state of the one that was read."""
        row = Row(row_keys.imported(changed.id), "import", {}, changed.version)
        work.replace(row, IMPORTS.dump(changed), expires_at=_until(work))

    def add_faulty(self, work: UnitOfWork, made: Import, entry: FaultyEntry) -> None:
        key = row_keys.faulty(made.id, entry.index)
        work.index(key, FAULTY.dump(entry), kind="import_fault", expires_at=_until(work))

    def faulty(self, work: UnitOfWork, import_id: str) -> Iterator[FaultyEntry]:
        """In the order of the file."""
        partition = row_keys.imported(import_id).partition
        return (FAULTY.load(row.doc) for row in self._table().each(work, partition, prefix=row_keys.FAULTY))

    # -- what was chosen before

    def remembered(self, work: UnitOfWork, form_id: str) -> dict[str, str]:
        """Name of a column -> path of the field."""
        row = self._table().get(work, row_keys.import_mapping(form_id))
        return dict(row.doc["fields"]) if row else {}

    def remember(self, work: UnitOfWork, form_id: str, fields: Mapping[str, str]) -> None:
        """A hint: of two at once the later counts."""
        known = {
            **fields,
            **{name: path for name, path in self.remembered(work, form_id).items() if name not in fields},
        }
        kept = dict(list(known.items())[:MOST_REMEMBERED])
        work.index(row_keys.import_mapping(form_id), {"fields": kept}, kind="import_mapping")


def _until(work: UnitOfWork) -> int:
    return int((work.now + KEEPS).timestamp())
