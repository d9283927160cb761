"""One condition of a list: what it compares, what of an index can hold what passes, and what passes.

The keys of an index and the texts of a list entry are cut, so both may only narrow: what is compared is the whole
value, and where an entry's cut text cannot decide, `holds` says so and the record itself is asked.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from ...kernel.clock import from_text
from ...kernel.ids import ordered_id_bounds
from .fields import Field, type_of
from .normal_form import searchable
from .records import BLANK_KEY, CUT, index_key

ORDERED = ("eq", "lt", "lte", "gt", "gte", "between", "in")
OPS = (*ORDERED, "prefix", "contains", "has", "blank", "filled")

_SEAM = 32
"""Letters at the end of a cut text that may not count: they could combine with what followed."""

Bounds = tuple[str | None, str | None]
"""Inclusive bounds of sort keys; None is open."""


@dataclass(frozen=True, slots=True)
class Filter:
    """`wanted` are whole keys to compare with, `keys` the same as an index has them."""

    field: Field
    op: str
    wanted: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()

    def holds(self, value: Any, *, whole: bool = True) -> bool | None:
        """Whether a value passes; None if it is a list entry's (`whole=False`) whose end is cut off and matters.

        Blanks only pass `blank`.
        """
        blank = value is None or value == []
        if blank or self.op in ("blank", "filled"):
            return self.op == ("blank" if blank else "filled")
        if self.op == "has":
            return any(str(item) in self.wanted for item in (value if isinstance(value, list) else [value]))
        is_cut = not whole and is_textual(self.field) and len(value) >= CUT
        if self.op == "contains":
            found = self.wanted[0] in searchable(value[:-_SEAM] if is_cut else value)
            return found or (None if is_cut else False)
        key = type_of(self.field).whole_key(self.field, value)
        if is_cut:
            key = key[:-_SEAM]
            if any(wanted.startswith(key) for wanted in self.wanted):
                return None
        return _COMPARISONS[self.op](key, self.wanted)

    def bounds(self) -> Bounds:
        """Of sort keys `<key>#<id>`: `#` sorts before whatever could follow, `$` just behind."""
        first, last = (self.keys[0], self.keys[-1]) if self.keys else ("", "")
        if self.op == "prefix":
            return first, f"{first}~"
        low, high = {
            "eq": (first, first),
            "lt": ("1", first),
            "lte": ("1", first),
            "gt": (first, "2"),
            "gte": (first, "2"),
            "between": (first, last),
            "blank": (BLANK_KEY, BLANK_KEY),
            "filled": ("1", "2"),
        }.get(self.op, ("", ""))
        return low or None, f"{high}$" if high else None

    def id_bounds(self) -> Bounds:
        """Of the ids of records made at moments that pass."""
        moments = [from_text(each) for each in self.wanted]
        if self.op not in ("eq", "lt", "lte", "gt", "gte", "between"):
            return None, None
        low = None if self.op in ("lt", "lte") else ordered_id_bounds(moments[0])[0]
        high = None if self.op in ("gt", "gte") else ordered_id_bounds(moments[-1])[1]
        return low, high


_COMPARISONS: dict[str, Callable[[str, tuple[str, ...]], bool]] = {
    "eq": lambda key, wanted: key == wanted[0],
    "lt": lambda key, wanted: key < wanted[0],
    "lte": lambda key, wanted: key <= wanted[0],
    "gt": lambda key, wanted: key > wanted[0],
    "gte": lambda key, wanted: key >= wanted[0],
    "between": lambda key, wanted: wanted[0] <= key <= wanted[1],
    "in": lambda key, wanted: key in wanted,
    "prefix": lambda key, wanted: key.startswith(wanted[0]),
}


def is_textual(field: Field) -> bool:
    return type_of(field).compare_kind(field) == "text"


def make_filter(field: Field, op: str, comparable: Field, operands: list[Any]) -> Filter:
    """Of canonical operands; `comparable` is the field as it compares."""
    if op in ("has", "contains"):
        return Filter(field, op, tuple(operands))
    kind = type_of(comparable)
    return Filter(
        field,
        op,
        tuple(kind.whole_key(comparable, each) for each in operands),
        tuple(index_key(comparable, each) for each in operands),
    )
