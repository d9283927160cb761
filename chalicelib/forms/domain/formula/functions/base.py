"""What a function is: its name, how many arguments of which kinds it takes, the kind that it gives, and its body.

All but the body stands in `table.json`, which the server, the browser, the designer and the documentation share.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from ..calendar import Calendar
from ..faults import FormulaError
from ..values import Kind, Value, as_integer

Body = Callable[["Arguments"], Value]


class List(NamedTuple):
    """The cells of a column, blanks included."""

    cells: tuple[Value, ...]


def _free(steps: int) -> None:
    del steps


@dataclass(frozen=True, slots=True)
class Arguments:
    """Arguments are read when asked for, so that `IF(n=0, 0, 1/n)` never divides by zero. `spend` takes steps from the
    budget of the record's formulas, for what does more than it reads.
    """

    readers: tuple[Callable[[], Value | List], ...]
    today: date
    calendar: Calendar | None = None
    spend: Callable[[int], None] = _free

    def __len__(self) -> int:
        return len(self.readers)

    def value(self, index: int) -> Value:
        """One value; a blank if the argument was left out."""
        if index >= len(self.readers):
            return None
        found = self.readers[index]()
        if isinstance(found, List):
            raise FormulaError("formula_list", name="")
        return found

    def values(self) -> Iterator[Value]:
        return (self.value(index) for index in range(len(self.readers)))

    def column(self, index: int) -> tuple[Value, ...]:
        """The cells of one argument, blanks included; a single value is a list of one."""
        found = self.readers[index]()
        return found.cells if isinstance(found, List) else (found,)

    def every(self, start: int = 0) -> list[Value]:
        """All cells from the argument `start` on, lists opened, blanks included."""
        return [cell for index in range(start, len(self.readers)) for cell in self.column(index)]

    def cells(self) -> list[Value]:
        """All that is not blank, lists opened."""
        return [cell for cell in self.every() if cell is not None]

    def whole(self, index: int, otherwise: int, low: int, high: int) -> int:
        """A whole number within bounds; `otherwise` if the argument was left out. Raises FormulaError formula_range."""
        if index >= len(self.readers):
            return otherwise
        found = as_integer(self.value(index))
        if not low <= found <= high:
            raise FormulaError("formula_range", found=str(found), low=low, high=high)
        return found


@dataclass(frozen=True, slots=True)
class Function:
    """One row of the table with its body. `gives` None: what the arguments are that `passes` names.

    `takes` holds the allowed kinds by position, the last for all that follow; with `cycle` they repeat.
    """

    name: str
    call: Body
    takes: tuple[frozenset[Kind], ...]
    gives: Kind | None
    least: int
    most: int
    lists: str | tuple[int, ...] = ()
    """Which arguments may be a column `lines.amount`: positions, or "all", "even", "odd" and the first, "from2"."""
    rows: bool = False
    """Whether the lines themselves may be an argument: then their rows are counted."""
    aligned: bool = False
    """Whether columns that it takes must be of the same lines."""
    passes: str = ""
    alike: str | tuple[int, ...] = ()
    """Arguments that must be of one kind: positions, or "cases" as SWITCH has them."""
    cycle: int = 0
    pairs: int | None = None
    """Arguments behind so many come in pairs."""
    unit: str = ""
    """How the currency of its result follows from its arguments (`units.py`); "": it has none."""
    volatile: bool = False
    """Whether its value depends on the day on which it is asked."""
    calendar: bool = False
    """Whether it asks the working calendar."""

    def takes_at(self, index: int) -> frozenset[Kind]:
        return self.takes[index % self.cycle if self.cycle else min(index, len(self.takes) - 1)]

    def takes_list(self, index: int) -> bool:
        if isinstance(self.lists, tuple):
            return index in self.lists
        if self.lists == "even":
            return index % 2 == 0
        if self.lists == "odd":
            return index % 2 == 1 or index == 0
        return index >= 2 if self.lists == "from2" else self.lists == "all"

    def fits(self, count: int) -> bool:
        return self.least <= count <= self.most and (self.pairs is None or (count - self.pairs) % 2 == 0)

    def passed(self, count: int) -> tuple[int, ...]:
        """The arguments that its result may be, of so many."""
        return _PASSES[self.passes](count) if self.passes else ()

    def same(self, count: int) -> tuple[int, ...]:
        """The arguments that must be of one kind, of so many."""
        if isinstance(self.alike, tuple):
            return self.alike
        return (0, *range(1, count - 1, 2))


_PASSES: dict[str, Callable[[int], tuple[int, ...]]] = {
    "all": lambda count: tuple(range(count)),
    "first": lambda count: (0,),  # noqa: ARG005
    "then": lambda count: tuple(range(1, count)),
    "pairs": lambda count: tuple(range(1, count, 2)),
    "cases": lambda count: (*range(2, count, 2), *((count - 1,) if count % 2 == 0 else ())),
    "found": lambda count: tuple(range(2, count)),
}


def read_function(row: Mapping[str, Any], call: Body) -> Function:
    """Of a row of the table."""

    def places(name: str) -> str | tuple[int, ...]:
        found = row.get(name, ())
        return found if isinstance(found, str) else tuple(found)

    return Function(
        name=row["name"],
        call=call,
        takes=tuple(frozenset(map(Kind, kinds)) for kinds in row["takes"]),
        gives=None if row["gives"] is None else Kind(row["gives"]),
        least=row["least"],
        most=row["most"],
        lists=places("lists"),
        rows=row.get("rows", False),
        aligned=row.get("aligned", False),
        passes=row.get("passes", ""),
        alike=places("alike"),
        cycle=row.get("cycle", 0),
        pairs=row.get("pairs"),
        unit=row.get("unit", ""),
        volatile=row.get("volatile", False),
        calendar=row.get("calendar", False),
    )
