"""Which values of one field a group of tests admits: a range, perhaps a list, minus exceptions.

Tests whose values cannot be compared with each other (sets, parts of texts) are kept as they are written.
"""

from dataclasses import dataclass, field
from typing import Any


@dataclass(slots=True)
class Admitted:
    """`none`: a value that is not there is admitted; `some`: one that is there may be."""

    low: Any = None
    low_open: bool = False
    high: Any = None
    high_open: bool = False
    listed: frozenset[Any] | None = None
    denied: frozenset[Any] = frozenset()
    opaque: set[tuple[str, tuple[Any, ...]]] = field(default_factory=set)
    none: bool = True
    some: bool = True

    # -- what operators say

    def note(self, op: str, args: tuple[Any, ...], *, absent: bool = False) -> None:
        """A test that is compared as written."""
        self.opaque.add((op, args))
        self.none = self.none and absent

    def restrict(self, values: tuple[Any, ...]) -> None:
        self.none = False
        self.listed = frozenset(values) if self.listed is None else self.listed & frozenset(values)

    def deny(self, values: tuple[Any, ...]) -> None:
        self.denied |= frozenset(values)

    def raise_to(self, limit: Any, *, is_open: bool = False) -> None:
        self.none = False
        if self.low is None or limit > self.low or (limit == self.low and is_open):
            self.low, self.low_open = limit, is_open

    def cap(self, limit: Any, *, is_open: bool = False) -> None:
        self.none = False
        if self.high is None or limit < self.high or (limit == self.high and is_open):
            self.high, self.high_open = limit, is_open

    # -- what that leaves

    def admits(self, value: Any) -> bool:
        if self.listed is not None and value not in self.listed:
            return False
        above = self.low is None or value > self.low or (value == self.low and not self.low_open)
        below = self.high is None or value < self.high or (value == self.high and not self.high_open)
        return above and below and value not in self.denied

    @property
    def has_value(self) -> bool:
        """Whether some value may be admitted."""
        if not self.some:
            return False
        if self.listed is not None:
            return any(self.admits(value) for value in self.listed)
        if self.low is None or self.high is None or self.low < self.high:
            return True
        return self.low == self.high and self.admits(self.low)

    def within(self, other: "Admitted") -> bool:
        """Whether everything admitted here is admitted there too."""
        if self.none and not other.none:
            return False
        if not self.has_value:
            return True
        if not other.some or not other.opaque <= self.opaque:
            return False
        if self.listed is not None:
            return all(other.admits(value) for value in self.listed if self.admits(value))
        return (
            other.listed is None and self._range_within(other) and not any(self.admits(each) for each in other.denied)
        )

    def _range_within(self, other: "Admitted") -> bool:
        low = other.low is None or (
            self.low is not None
            and (self.low > other.low or (self.low == other.low and (self.low_open or not other.low_open)))
        )
        high = other.high is None or (
            self.high is not None
            and (self.high < other.high or (self.high == other.high and (self.high_open or not other.high_open)))
        )
        return low and high
