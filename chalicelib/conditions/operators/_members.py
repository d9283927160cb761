"""What has and has_none share: ids or options, of one or of several."""

from collections.abc import Hashable, Sequence
from typing import Any

from ..kinds.base import Kind
from .base import MANY, Operator, casts


class Members(Operator):
    arity = MANY

    def suits(self, kind: Kind) -> bool:
        return kind.members

    def operand(self, kind: Kind, raw: Any) -> Hashable:
        return kind.item(raw)

    def holds(self, kind: Kind, stored: Any, args: Sequence[Any]) -> bool:
        return not kind.items(stored).isdisjoint(args)

    def sql(self, kind: Kind, column: str, args: Sequence[Any]) -> tuple[str, list[Any]]:
        if not args:
            return "FALSE", []
        text, given = casts(kind, args)
        return (f"list_has_any({column}, [{text}])" if kind.several else f"{column} IN ({text})"), given
