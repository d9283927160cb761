"""Which stored row a sent row is. Rows have no ids of their own, so they are recognised by what stands in them.

In this order, each stored row at most once:

1. by the cells of removed columns that the client sent back as it had got them;
2. by all its cells, wherever the row stands now;
3. by its place, if there are as many rows as before;
4. by more than half of its filled cells.

A row that is none of them is a new one.
"""

from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import Any

from .fields import Field, frozen, type_of

Row = Mapping[str, Any]
_Cells = tuple[Hashable, ...]


def matched_rows(columns: tuple[Field, ...], sent: Sequence[Any], stored: Sequence[Row]) -> list[Row]:
    """For each sent row the stored row that it is, or an empty one."""
    return _Matching(columns, sent, stored).rows()


def removed_cells(columns: tuple[Field, ...], row: Any) -> dict[str, Any]:
    """What a row holds for columns that the form does not have (any more)."""
    known = {column.id for column in columns}
    return {name: value for name, value in row.items() if name not in known} if isinstance(row, Mapping) else {}


class _Matching:
    def __init__(self, columns: tuple[Field, ...], sent: Sequence[Any], stored: Sequence[Row]) -> None:
        entered = tuple(column for column in columns if not type_of(column).computed)
        self._sent = [_cells(entered, row) for row in sent]
        self._stored = [_cells(entered, row) for row in stored]
        self._sent_removed = [removed_cells(columns, row) for row in sent]
        self._stored_removed = [removed_cells(columns, row) for row in stored]
        self._rows = stored
        self._found: dict[int, int] = {}
        self._free = dict.fromkeys(range(len(stored)))

    def rows(self) -> list[Row]:
        carrying = [index for index, cells in enumerate(self._sent_removed) if cells]
        self._take(carrying, lambda here, there: self._carries(here, there) and self._same(here, there))
        self._take(carrying, lambda here, there: self._carries(here, there) and here == there)
        self._take(carrying, self._carries)
        self._take(range(len(self._sent)), self._same)
        if len(self._sent) == len(self._stored):
            self._take(range(len(self._sent)), lambda here, there: here == there)
        self._take_most_alike()
        return [self._rows[self._found[index]] if index in self._found else {} for index in range(len(self._sent))]

    def _take(self, wanted: Sequence[int], fits: Callable[[int, int], bool]) -> None:
        """Rows at their own place first, so that of two equal rows neither is thought to have moved."""
        for here in wanted:
            if here in self._free and here not in self._found and fits(here, here):
                self._pair(here, here)
        for here in wanted:
            if here not in self._found:
                there = next((each for each in self._free if fits(here, each)), None)
                if there is not None:
                    self._pair(here, there)

    def _take_most_alike(self) -> None:
        left = [here for here in range(len(self._sent)) if here not in self._found]
        scores = [(self._shared(here, there), here, there) for here in left for there in self._free]
        for score, here, there in sorted(scores, key=lambda each: (-each[0], each[1], each[2])):
            if score > 0.5 and here not in self._found and there in self._free:
                self._pair(here, there)

    def _pair(self, here: int, there: int) -> None:
        self._found[here] = there
        del self._free[there]

    def _carries(self, here: int, there: int) -> bool:
        stored = self._stored_removed[there]
        return all(
            name in stored and frozen(stored[name]) == frozen(value) for name, value in self._sent_removed[here].items()
        )

    def _same(self, here: int, there: int) -> bool:
        return self._sent[here] == self._stored[there]

    def _shared(self, here: int, there: int) -> float:
        pairs = [
            (one, other)
            for one, other in zip(self._sent[here], self._stored[there], strict=True)
            if one is not None or other is not None
        ]
        return sum(one == other for one, other in pairs) / len(pairs) if pairs else 0.0


def _cells(columns: tuple[Field, ...], row: Any) -> _Cells:
    if not isinstance(row, Mapping):
        return ("not a row", *(None for _ in columns[1:]))
    return tuple(
        type_of(column).comparable(column, row[column.id]) if row.get(column.id) is not None else None
        for column in columns
    )
