"""A workbook of one sheet of texts: a template, or rows to be corrected. A text is never taken for a formula."""

import io
from collections.abc import Iterable, Sequence

from .writing_table import Column
from .writing_xlsx import XlsxWriter

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def plain_workbook(heads: Sequence[str], rows: Iterable[Sequence[str]] = ()) -> bytes:
    """The first row in bold, and frozen. Cells have the format of texts, so that a number typed into one stays as it
    was typed.
    """
    writer, columns, made = XlsxWriter(), [Column(head) for head in heads], io.BytesIO()
    filled = ([*row, *[""] * (len(heads) - len(row))][: len(heads)] for row in rows)
    writer.put_together(made, "Sheet1", columns, [writer.piece(columns, filled, 1)])
    return made.getvalue()
