"""Spreadsheets that members send: an upload by a signed URL, and the rows that are read from it."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from ...kernel.ids import new_ordered_id
from ...kernel.unit_of_work import UnitOfWork
from ..domain.fields import Cell
from ..domain.files import file_faults
from ..domain.importing.settings import Spreadsheet, SpreadsheetInvalid, SpreadsheetNotFound
from ..spreadsheets.columns import suggested
from ..spreadsheets.reading import EXTENSIONS, MOST_BYTES, Book, Row, open_book
from ..spreadsheets.reading_heads import Column, columns_of, guess_head
from .import_ports import Files, ImportStore
from .ports import Company

FOR_COLUMNS = 1_000
"""Rows by which columns are told."""
SHOWN, SAMPLES = 20, 3


@dataclass(frozen=True)
class Table:
    """A sheet with its head, the number of its last row from 1 (0: none), and the first rows of the sheet."""

    book: Book
    sheet: int
    head: int
    columns: Sequence[Column]
    rows: Sequence[Row]

    def samples(self, column: Column) -> list[Cell]:
        below = (cells for number, cells in self.rows if number + 1 > self.head)
        found = (cells[column.index] for cells in below if column.index < len(cells))
        return [cell for cell in found if cell]


class Spreadsheets:
    def __init__(self, store: ImportStore, blobs: Files, company: Company) -> None:
        self._store = store
        self._blobs = blobs
        self._company = company

    def issue(self, work: UnitOfWork, name: str, content_type: str, size: int) -> dict[str, Any]:
        """As `Attachments.issue`. Raises SpreadsheetInvalid."""
        faults = list(file_faults(name, content_type, size, allowed=frozenset(EXTENSIONS), max_bytes=MOST_BYTES))
        if faults:
            raise SpreadsheetInvalid(fields=faults)
        made = Spreadsheet(new_ordered_id(work.now), name.strip(), size, content_type, work.actor.member_id)
        self._store.add_spreadsheet(work, made)
        told = {"id": made.id, "name": made.name, "size": size, "content_type": content_type}
        return {**told, "upload": self._blobs.presign_upload(work.actor, made.blob, content_type, size)}

    def own(self, work: UnitOfWork, upload_id: str, member_id: str = "") -> Spreadsheet:
        """The actor's, or that member's, own. Raises SpreadsheetNotFound."""
        found = self._store.spreadsheet(work, upload_id)
        if found is None or found.member_id != (member_id or work.actor.member_id):
            raise SpreadsheetNotFound()
        return found

    def open(self, work: UnitOfWork, sheet: Spreadsheet) -> Book:
        """Raises SpreadsheetNotFound while nothing was sent, SpreadsheetUnreadable, SpreadsheetTooLarge."""
        content = self._blobs.load(work.actor, sheet.blob)
        if content is None:
            raise SpreadsheetNotFound()
        return open_book(sheet.name, content)

    def table(self, book: Book, sheet: int | None = None, head: int | None = None) -> Table:
        """`sheet` and `head` as guessed where they are None. Raises SheetNotFound, SpreadsheetTooLarge."""
        chosen = book.first if sheet is None else sheet
        rows = list(islice(book.rows(chosen), FOR_COLUMNS))
        last = guess_head(rows) if head is None else head - 1
        return Table(book, chosen, last + 1, columns_of(rows, last, book.merged(chosen)), rows)

    def read(self, work: UnitOfWork, upload_id: str, sheet: int | None, head: int | None) -> dict[str, Any]:
        """The sheets, the first rows, and the columns with the fields that one would make of them."""
        book = self.open(work, self.own(work, upload_id))
        table = self.table(book, sheet, head)
        org = self._company.org(work)
        people = [member.name for member in org.members.values() if member.active]
        fields = [suggested(column, table.samples(column), people) for column in table.columns]
        shown = described(table, work.actor.language)
        columns = [{**each, "field": field} for each, field in zip(shown["columns"], fields, strict=True)]
        return {**shown, "columns": columns}


def described(table: Table, language: str) -> dict[str, Any]:
    """`sheets`, `sheet`, `head`, `columns` with samples, and the first rows as `top`."""
    columns = [
        {
            "index": column.index,
            "letter": column.letter,
            "name": column.name,
            "samples": [cell.plain(language)[:100] for cell in table.samples(column)[:SAMPLES]],
        }
        for column in table.columns
    ]
    top = [
        {"row": number + 1, "cells": [cell.plain(language)[:100] if cell else "" for cell in cells]}
        for number, cells in table.rows[:SHOWN]
    ]
    sheets = [{"name": each.name, "hidden": each.hidden} for each in table.book.sheets]
    return {"sheets": sheets, "sheet": table.sheet, "head": table.head, "columns": columns, "top": top}
