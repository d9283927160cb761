"""What every operator answers: which kinds it suits, what passes, and how it reads as bounds, SQL and words."""

from collections.abc import Hashable, Sequence
from typing import Any, ClassVar

from ..admitted import Admitted
from ..kinds.base import Kind

NONE, ONE, TWO, MANY = "none", "one", "two", "many"

Words = dict[str, str]
"""By language."""


def words(zh: str, en: str) -> Words:
    return {"zh-CN": zh, "en": en}


Bounds = tuple[str | None, str | None]
"""Inclusive bounds of keys of an index; None is open."""
BLANK = "0"
FILLED: Bounds = ("1", "2")
"""Keys of an index: that of a blank, and between which the keys of all values lie."""


class Operator:
    """One operator. `args` are operands as `operand` gave them; of `between` two, of `in` any number."""

    name: ClassVar[str]
    aliases: ClassVar[tuple[str, ...]] = ()
    """Names under which earlier releases took it."""
    arity: ClassVar[str] = ONE
    absent: ClassVar[bool] = False
    """Whether a value that is not there passes."""
    label: ClassVar[Words]
    """Its name in a list of operators."""
    sentence: ClassVar[Words]
    """`{field}` and `{value}`, for `between` `{low}` and `{high}`."""
    edges: ClassVar[tuple[str, ...]] = ()
    """Which end of a stretch of days each operand means; operators without edges ask whether the value lies in it."""

    def suits(self, kind: Kind) -> bool:
        raise NotImplementedError

    def operand(self, kind: Kind, raw: Any) -> Hashable:
        """Raises as the kind does."""
        return kind.operand(raw)

    def holds(self, kind: Kind, stored: Any, args: Sequence[Any]) -> bool:
        """Of a value that is there."""
        raise NotImplementedError

    def holds_cut(self, kind: Kind, beginning: str, args: Sequence[Any]) -> bool | None:
        """Of a text of which only the beginning is known; None if its end matters."""
        key = kind.value(beginning)
        return None if any(str(each).startswith(key) for each in args) else self.holds(kind, beginning, args)

    def bounds(self, keys: Sequence[str]) -> Bounds:
        """What of an index can hold what passes, of operands as the index has them."""
        del keys
        return None, None

    def narrow(self, admitted: Admitted, kind: Kind, args: tuple[Any, ...]) -> None:
        """Note in what is admitted what this test takes away."""
        del kind
        admitted.note(self.name, args)

    def sql(self, kind: Kind, column: str, args: Sequence[Any]) -> tuple[str, list[Any]]:
        """DuckDB's text for a value that is there, and its parameters. `column` is quoted already."""
        raise NotImplementedError


def cast(kind: Kind) -> str:
    return f"CAST(? AS {kind.sql_type})"


def casts(kind: Kind, args: Sequence[Any]) -> tuple[str, list[Any]]:
    """A list of parameters, in a fixed order."""
    ordered = [kind.parameter(each) for each in args]
    return ", ".join(cast(kind) for _ in ordered), ordered
