"""A text contains a part; a set contains a member."""

from collections.abc import Hashable, Sequence
from typing import Any

from ..kinds.base import Kind
from .base import Operator, casts, words


class Contains(Operator):
    name = "contains"
    label = words("包含", "contains")
    sentence = words("{field} 包含 {value}", "{field} contains {value}")

    def suits(self, kind: Kind) -> bool:
        return kind.textual or kind.several

    def operand(self, kind: Kind, raw: Any) -> Hashable:
        return kind.operand(raw) if kind.several else kind.part(raw)

    def holds(self, kind: Kind, stored: Any, args: Sequence[Any]) -> bool:
        if kind.several:
            return not kind.items(stored).isdisjoint(args)
        return str(args[0]) in kind.text(stored)

    def holds_cut(self, kind: Kind, beginning: str, args: Sequence[Any]) -> bool | None:
        return True if self.holds(kind, beginning, args) else None

    def sql(self, kind: Kind, column: str, args: Sequence[Any]) -> tuple[str, list[Any]]:
        if kind.several:
            text, given = casts(kind, args)
            return f"list_has_any({column}, [{text}])", given
        return f"contains({column}, ?)", [args[0]]


OPERATOR = Contains()
