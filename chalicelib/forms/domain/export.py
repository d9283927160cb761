"""A list of records as a file: what was asked for and how far it is, and what its columns hold."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from .cell_formats import CellValue
from .definition import Definition
from .fields import Field, Reader, meant, shown_as, type_of
from .labels import Label, label_text
from .records import CREATED, STATE_AT, UPDATED
from .state_words import STATE_WORDS

MAX_ROWS = 100_000
XLSX, CSV = "xlsx", "csv"
_STATES = [{"value": state, "name": words} for state, words in STATE_WORDS.items()]
OWN_COLUMNS: dict[str, Field] = {
    each.id: each
    for each in (
        Field("@title", "text", {"zh-CN": "标题", "en": "Title"}),
        Field("@state", "choice", {"zh-CN": "状态", "en": "State"}, options={"choices": _STATES}),
        Field("@created_by", "member", {"zh-CN": "发起人", "en": "From"}),
        Field(CREATED, "datetime", {"zh-CN": "提交时间", "en": "Submitted"}),
        Field(UPDATED, "datetime", {"zh-CN": "更新时间", "en": "Updated"}),
        Field(STATE_AT, "datetime", {"zh-CN": "状态更新时间", "en": "State changed"}),
    )
}
"""What every record has beside its fields."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the file's rows, kept as a file of its own. `version` names its bytes."""

    version: str
    rows: int


@dataclass(frozen=True, slots=True)
class Export:
    """`fields` are ids of fields and names of OWN_COLUMNS, in the order of the columns; `lines` is a field whose rows
    become rows of the file, "" for one row a record. `place` is where in the list the next piece begins.

    `withheld` counts records that may be read and not exported; `complete` is False if the list went on behind
    `MAX_ROWS`; `fault` is the code of why there is no file, with what its message names.
    """

    id: str
    form_id: str
    form_version: int
    form_name: Label
    member_id: str
    started_at: str
    fields: tuple[str, ...]
    lines: str = ""
    format: str = XLSX
    language: str = "zh-CN"
    filters: Any = ""
    sort: str = ""
    search: str = ""
    place: str | None = None
    read: bool = False
    """Whether the list was read to its end."""
    pieces: tuple[Piece, ...] = ()
    rows: int = 0
    records: int = 0
    withheld: int = 0
    complete: bool = True
    fault: str = ""
    fault_params: Mapping[str, Any] = field(default_factory=dict)
    name: str = ""
    file_version: str = ""
    size: int = 0
    until: str = ""
    version: int = 0

    @property
    def is_over(self) -> bool:
        return bool(self.fault or self.file_version)


@dataclass(frozen=True, slots=True)
class Source:
    """What a column holds: a field of the record, or one of its rows."""

    field: Field
    of_line: bool = False

    def name(self, language: str) -> str:
        """Amounts in another currency than the company's usual one say so in the head, because cells do not."""
        known = meant(self.field)
        currency = type_of(known).currency(known)
        name = label_text(self.field.name, language)
        if currency in ("", "CNY"):
            return name
        return f"{name}（{currency}）" if language == "zh-CN" else f"{name} ({currency})"

    @property
    def format(self) -> str:
        known = meant(self.field)
        return shown_as(type_of(known).shown_type(known)).cell_format(known)

    def cell(self, value: Any, reader: Reader) -> CellValue:
        if value is None or value in ("", []):
            return None
        known = meant(self.field)
        return shown_as(type_of(known).shown_type(known)).cell(known, value, reader)


def sources(definition: Definition, fields: Sequence[str], lines: str) -> tuple[Source, ...]:
    """The columns, those of rows where their field stands, or at the end. A field that is no more is left out."""
    found: list[Source] = []
    placed = [*fields, *([lines] if lines and lines not in fields else [])]
    for name in placed:
        field = OWN_COLUMNS.get(name) or definition.by_id.get(name)
        if field is None:
            continue
        if name == lines:
            found += [Source(column, of_line=True) for column in field.columns]
        else:
            found.append(Source(field))
    return tuple(found)


def rows_of(
    columns: Sequence[Source],
    lines: str,
    value_of: Callable[[str], Any],
    reader: Reader,
) -> Iterator[list[CellValue]]:
    """The rows of one record: its own values are repeated in each. `value_of` a field or one of OWN_COLUMNS."""
    own = {each.field.id: each.cell(value_of(each.field.id), reader) for each in columns if not each.of_line}
    held: Sequence[Mapping[str, Any]] = (value_of(lines) if lines else None) or [{}]
    for line in held:
        yield [each.cell(line.get(each.field.id), reader) if each.of_line else own[each.field.id] for each in columns]
