"""What eq, in, ne and not_in share. On a set, eq and in ask whether it has one of the values, ne and not_in whether it
has none of them.
"""

from collections.abc import Sequence
from typing import Any

from ..admitted import Admitted
from ..kinds.base import Kind
from .base import Bounds, Operator, casts


class Equal(Operator):
    def suits(self, kind: Kind) -> bool:
        return kind.scalar

    def holds(self, kind: Kind, stored: Any, args: Sequence[Any]) -> bool:
        return _meets(kind, stored, args)

    def bounds(self, keys: Sequence[str]) -> Bounds:
        return (min(keys), max(keys)) if keys else ("1", "1")

    def narrow(self, admitted: Admitted, kind: Kind, args: tuple[Any, ...]) -> None:
        if kind.several:
            admitted.note("in", args)
        else:
            admitted.restrict(args)

    def sql(self, kind: Kind, column: str, args: Sequence[Any]) -> tuple[str, list[Any]]:
        return _sql(kind, column, args)


class NotEqual(Operator):
    absent = True

    def suits(self, kind: Kind) -> bool:
        return kind.scalar

    def holds(self, kind: Kind, stored: Any, args: Sequence[Any]) -> bool:
        return not _meets(kind, stored, args)

    def narrow(self, admitted: Admitted, kind: Kind, args: tuple[Any, ...]) -> None:
        if kind.several:
            admitted.note("not_in", args, absent=True)
        else:
            admitted.deny(args)

    def sql(self, kind: Kind, column: str, args: Sequence[Any]) -> tuple[str, list[Any]]:
        text, given = _sql(kind, column, args)
        return f"NOT ({text})", given


def _meets(kind: Kind, stored: Any, args: Sequence[Any]) -> bool:
    if kind.several:
        return not kind.items(stored).isdisjoint(args)
    return kind.value(stored) in args


def _sql(kind: Kind, column: str, args: Sequence[Any]) -> tuple[str, list[Any]]:
    if not args:
        return "FALSE", []
    text, given = casts(kind, args)
    return (f"list_has_any({column}, [{text}])" if kind.several else f"{column} IN ({text})"), given
