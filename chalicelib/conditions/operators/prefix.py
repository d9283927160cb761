"""A text begins with a part."""

from collections.abc import Sequence
from typing import Any

from ..kinds.base import Kind
from .base import Bounds, Operator, words


class Prefix(Operator):
    name = "prefix"
    label = words("开头是", "begins with")
    sentence = words("{field} 以 {value} 开头", "{field} begins with {value}")

    def suits(self, kind: Kind) -> bool:
        return kind.textual

    def holds(self, kind: Kind, stored: Any, args: Sequence[Any]) -> bool:
        return bool(kind.value(stored).startswith(args[0]))

    def bounds(self, keys: Sequence[str]) -> Bounds:
        """`~` sorts behind whatever can follow in a key."""
        return keys[0], f"{keys[0]}~"

    def sql(self, kind: Kind, column: str, args: Sequence[Any]) -> tuple[str, list[Any]]:
        return f"starts_with({column}, ?)", [kind.parameter(args[0])]


OPERATOR = Prefix()
