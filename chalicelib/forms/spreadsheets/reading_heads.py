"""Where the head of a table stands in a sheet, and what its columns are called."""

from collections.abc import Sequence
from dataclasses import dataclass

from ..domain.fields import Cell, column_letter
from ..domain.fields._cells import TEXT
from .reading import Range, Row

LOOKED_AT = 30
"""Rows among which the head is looked for."""
BETWEEN = " / "


@dataclass(frozen=True, slots=True)
class Column:
    """`index` counts from A = 0; `name` is unique among the columns."""

    index: int
    name: str

    @property
    def letter(self) -> str:
        return column_letter(self.index)


def guess_head(rows: Sequence[Row]) -> int:
    """The number, from 0, of the last row of the head: the first row that is about as wide as the table, and has texts
    only, each another one; -1 if there is none.
    """
    looked = rows[:LOOKED_AT]
    widest = max((_filled(cells) for _, cells in looked), default=0)
    for place, (number, cells) in enumerate(looked):
        texts = [cell.text for cell in cells if cell]
        if len(texts) * 10 < widest * 6 or any(cell and cell.kind != TEXT for cell in cells):
            continue
        if len(set(texts)) * 10 >= len(texts) * 8 or place + 1 == len(looked):
            below = looked[place + 1] if place + 1 < len(looked) else None
            return below[0] if below and _goes_on(cells, below, number) else number
    return -1


def _goes_on(cells: Sequence[Cell | None], below: Row, number: int) -> bool:
    """Whether the next row belongs to the head: it names parts below names that span several columns."""
    under, row = below[1], below[0]
    if row != number + 1 or any(cell and cell.kind != TEXT for cell in under):
        return False
    width = max(len(cells), len(under))
    padded = [*cells, *[None] * (width - len(cells))]
    lower = [*under, *[None] * (width - len(under))]
    spans = sum(1 for above, each in zip(padded, lower, strict=True) if above is None and each is not None)
    alone = sum(1 for above, each in zip(padded, lower, strict=True) if above is not None and each is None)
    return spans > 0 and alone > 0


def columns_of(rows: Sequence[Row], head: int, merged: Sequence[Range]) -> list[Column]:
    """The columns of the table below the row `head` (-1: it has none, and columns are called by their letters).

    A name above that spans several columns goes in front: `联系人 / 电话`.
    """
    by_number = dict(rows)
    width = max((len(cells) for _, cells in rows), default=0)
    below = [cells for number, cells in rows if number > head]
    names: list[Column] = []
    taken: set[str] = set()
    for index in range(width):
        name = _name(by_number, head, index, merged) if head >= 0 else ""
        if not name and not any(_at(cells, index) for cells in below):
            continue
        name = (name or column_letter(index))[:200]
        unique, number = name, 2
        while unique in taken:
            unique, number = f"{name} ({number})", number + 1
        taken.add(unique)
        names.append(Column(index, unique))
    return names


def _name(rows: dict[int, list[Cell | None]], head: int, index: int, merged: Sequence[Range]) -> str:
    own = _at(rows.get(head, ()), index)
    above = _spanning(rows, head, index, merged)
    parts = [above, own.text if own else ""]
    return BETWEEN.join(" ".join(part.split()) for part in dict.fromkeys(parts) if part)


def _spanning(rows: dict[int, list[Cell | None]], head: int, index: int, merged: Sequence[Range]) -> str:
    """What stands above in a merged cell: beside the row's own name only if it spans several, but not all, columns."""
    width = max((len(cells) for cells in rows.values()), default=0)
    for (top, left), (bottom, right) in merged:
        if not (left <= index <= right and top < head + 1 and bottom >= head - 1 and top <= head):
            continue
        found = _at(rows.get(top, ()), left)
        vertical = bottom >= head and top < head and left == right
        spanning = top < head and bottom == head - 1 and left < right and right - left + 1 < width
        beside = top == head and left < right and index > left
        if found and (vertical or spanning or beside):
            return found.text
    return ""


def _at(cells: Sequence[Cell | None], index: int) -> Cell | None:
    return cells[index] if index < len(cells) else None


def _filled(cells: Sequence[Cell | None]) -> int:
    return sum(1 for cell in cells if cell)
