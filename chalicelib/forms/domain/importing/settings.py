"""An import, what was chosen for it, and how far it is."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ....kernel.errors import Conflict, Denied, Invalid, NotFound

CREATE, UPDATE, UPSERT = "create", "update", "upsert"
MODES = (CREATE, UPDATE, UPSERT)
SKIP, STOP = "skip", "stop"
PREPARED, STARTED, ENDED = "prepared", "started", "ended"
FAULTY_ROW = "import_halted_faulty"


class SpreadsheetNotFound(NotFound):
    """Not there, not yet sent, or somebody else's: the same answer on purpose."""

    code = "not_found"


class SpreadsheetInvalid(Invalid):
    """A file that is not taken as it is announced."""

    code = "spreadsheet_invalid"


class ImportNotFound(NotFound):
    code = "not_found"


class ImportStarted(Conflict):
    """It was started already: a file is imported once, and again as another import."""

    code = "import_started"


class ImportInvalid(Invalid):
    """The choices do not go together; `fields` say which."""

    code = "import_invalid"


class ImportDenied(Denied):
    """Nobody gave this member the right to import into the form."""

    code = "import_denied"


class RowKeyMissing(Invalid):
    """The row does not say which record it is for."""

    code = "import_key_missing"


class RowNotFound(Invalid):
    """No record, or none that the member may read, has the row's key."""

    code = "import_row_not_found"


@dataclass(frozen=True)
class Spreadsheet:
    """A file that was announced for upload by a member."""

    id: str
    name: str
    size: int
    content_type: str
    member_id: str
    version: int = 0

    @property
    def blob(self) -> str:
        return f"spreadsheets/{self.id}"


@dataclass(frozen=True)
class Settings:
    """`sheet` from 0; `head` is the number of the last row of the head from 1, 0 for none; `mapping` column (from 0, as
    text) -> path of a field, `name` or `lines.product`; `key` the field by which records are found; `dates` how dates
    such as 3-1-2026 are read.
    """

    sheet: int
    head: int
    mapping: Mapping[str, str]
    mode: str = CREATE
    key: str = ""
    faulty: str = SKIP
    dates: str = ""

    @property
    def columns(self) -> dict[str, int]:
        """Path -> column."""
        return {path: int(column) for column, path in self.mapping.items()}


@dataclass(frozen=True)
class Import:
    """One import of one file into one form, by `member_id`. `records`: how many the file has, once they are counted;
    `halted` is the code of why it ended before its end, `halted_row` the row.
    """

    id: str
    form_id: str
    upload_id: str
    file_name: str
    member_id: str
    language: str
    created_at: str
    state: str = PREPARED
    job_id: str = ""
    settings: Settings | None = None
    names: Mapping[str, str] | None = None
    """Column -> what the head calls it, for the file of faulty rows."""
    records: int | None = None
    since_1904: bool = False
    halted: str = ""
    halted_row: int = 0
    version: int = 0

    def part(self, number: int) -> str:
        """Where a part of its rows lies."""
        return f"imports/{self.id}/{number:05d}"

    @property
    def error_file(self) -> str:
        return f"imports/{self.id}/errors"


@dataclass(frozen=True)
class FaultyEntry:
    """A record that was not imported: its place, its rows as they stand in the file, and why, in each language."""

    index: int
    row: int
    code: str
    texts: Mapping[str, str]
    rows: tuple[Any, ...] = ()
