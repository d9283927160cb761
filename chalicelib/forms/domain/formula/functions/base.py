"""What a function is: its name, how many arguments of which kinds it takes, the kind that it gives, and its body."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from ..faults import FormulaError
from ..values import Kind, Value

NUMBER = frozenset({Kind.NUMBER})
TEXT = frozenset({Kind.TEXT})
DATE = frozenset({Kind.DATE})
TRUTH = frozenset({Kind.BOOLEAN, Kind.NUMBER})
ORDERED = frozenset({Kind.NUMBER, Kind.DATE})
SCALAR = frozenset({Kind.NUMBER, Kind.TEXT, Kind.BOOLEAN, Kind.DATE})


class List(NamedTuple):
    """The cells of a column, blanks included."""

    cells: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Arguments:
    """Arguments are read when asked for, so that `IF(n=0, 0, 1/n)` never divides by zero."""

    readers: tuple[Callable[[], Value | List], ...]
    today: date

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

    def cells(self) -> list[Value]:
        """All that is not blank, lists opened."""
        found: list[Value] = []
        for reader in self.readers:
            item = reader()
            found += item.cells if isinstance(item, List) else (item,)
        return [cell for cell in found if cell is not None]


@dataclass(frozen=True, slots=True)
class Function:
    """`takes` holds the allowed kinds by position, the last for all that follow; `gives` None = what it is given."""

    name: str
    call: Callable[[Arguments], Value]
    takes: tuple[frozenset[Kind], ...]
    gives: Kind | None
    least: int
    most: int
    lists: bool = False
    """Whether `lines.amount` may be an argument."""
    passes_from: int = 0
    """The first argument that the result may be, where `gives` is None."""
