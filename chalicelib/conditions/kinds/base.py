"""What every kind of value answers for the operators."""

from collections.abc import Hashable
from typing import Any


class Kind:
    """One kind of value. Values come in wire form and are compared in the form that `value` gives.

    The flags say which operators suit: `scalar` (equal or not), `ordered` (less or more), `textual` (parts of a text),
    `several` (a set of ids or options: every comparison asks for members of it), `members` (also a single id is asked
    whether it is among others), `span` (a stretch of days can be meant).
    """

    name: str
    sql_type: str = "VARCHAR"
    """DuckDB's type of the column, or of its elements if `several`."""
    scalar: bool = True
    ordered: bool = False
    textual: bool = False
    several: bool = False
    members: bool = False
    takes_lists: bool = False
    """One operand may be a list."""
    blank_operand: bool = True
    """Whether "" is an operand at all. Where it is none, it stands for one that is still to be filled in."""
    actors: tuple[str, ...] = ()
    """What of the actor can be meant: names of `dynamic.ACTORS`."""
    span: str = ""
    """`day` or `moment` where relative dates can be meant."""

    def value(self, stored: Any) -> Any:
        """What is compared, of a value that is there."""
        return stored

    def operand(self, raw: Any) -> Hashable:
        """What a written operand compares as. Raises ValueError, TypeError or KeyError if it is none of this kind."""
        if not isinstance(raw, str):
            raise ValueError(raw)
        return raw

    def items(self, stored: Any) -> frozenset[Any]:
        """The members of a set; a single value is a set of one."""
        return frozenset([stored] if isinstance(stored, str) else stored)

    def item(self, raw: Any) -> Hashable:
        """One member as `has` names it. Raises as `operand`."""
        if not isinstance(raw, str):
            raise ValueError(raw)
        return raw

    def text(self, stored: Any) -> str:
        """A text as it is looked through for a part."""
        return str(stored)

    def part(self, raw: Any) -> str:
        """A part to look for. Raises as `operand`."""
        if not isinstance(raw, str):
            raise ValueError(raw)
        return raw

    def parameter(self, operand: Any) -> Any:
        """The operand as SQL takes it for `CAST(? AS <sql_type>)`."""
        return operand
