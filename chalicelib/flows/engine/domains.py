"""Which values a group of tests admits, so that publishing can say "this can never hold" before anybody waits for it.

Careful on one side only: a group is called impossible, or covered by an earlier one, when that is certain; a group
that merely looks so is left alone. Sets (several choices, roles) and partial texts are compared as written.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from .conditions import Condition, Test
from .operands import SET_KINDS


@dataclass(slots=True)
class Domain:
    """Admitted values of one field: a range, perhaps a list, minus exceptions; and whether no value is admitted."""

    low: Any = None
    low_open: bool = False
    high: Any = None
    high_open: bool = False
    listed: frozenset[Any] | None = None
    denied: frozenset[Any] = frozenset()
    opaque: set[tuple[str, tuple[Any, ...]]] = field(default_factory=set)
    none: bool = True
    some: bool = True

    def narrow(self, test: Test) -> None:
        op, args = test.op, test.args
        if op == "empty":
            self.some = False
            return
        if op not in ("ne", "not_in"):
            self.none = False
        if test.kind in SET_KINDS or op == "contains":
            self.opaque.add((op, args))
        elif op in ("eq", "in"):
            self.listed = frozenset(args) if self.listed is None else self.listed & frozenset(args)
        elif op in ("ne", "not_in"):
            self.denied |= frozenset(args)
        else:
            self._bound(op, args)

    def _bound(self, op: str, args: tuple[Any, ...]) -> None:
        if op in ("gt", "gte", "between"):
            limit, is_open = args[0], op == "gt"
            if self.low is None or limit > self.low or (limit == self.low and is_open):
                self.low, self.low_open = limit, is_open
        if op in ("lt", "lte", "between"):
            limit, is_open = args[-1], op == "lt"
            if self.high is None or limit < self.high or (limit == self.high and is_open):
                self.high, self.high_open = limit, is_open

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

    def within(self, other: "Domain") -> bool:
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

    def _range_within(self, other: "Domain") -> bool:
        low = other.low is None or (
            self.low is not None
            and (self.low > other.low or (self.low == other.low and (self.low_open or not other.low_open)))
        )
        high = other.high is None or (
            self.high is not None
            and (self.high < other.high or (self.high == other.high and (self.high_open or not other.high_open)))
        )
        return low and high


def domains(group: Iterable[Test]) -> dict[str, Domain]:
    found: dict[str, Domain] = {}
    for test in group:
        found.setdefault(test.key, Domain()).narrow(test)
    return found


def impossible(group: Iterable[Test]) -> bool:
    return any(not domain.has_value and not domain.none for domain in domains(group).values())


def covered(condition: Condition, earlier: Iterable[Condition]) -> bool:
    """Whether every group that can hold at all holds only where an earlier condition holds already."""
    before = [domains(group) for each in earlier for group in each.groups]
    return all(
        impossible(group) or any(_narrower(domains(group), other) for other in before) for group in condition.groups
    )


def _narrower(inner: dict[str, Domain], outer: dict[str, Domain]) -> bool:
    return all(inner.get(key, Domain()).within(domain) for key, domain in outer.items())
