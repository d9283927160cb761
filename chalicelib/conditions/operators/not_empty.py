"""Something was filled in."""

from collections.abc import Sequence
from typing import Any

from ..admitted import Admitted
from ..kinds.base import Kind
from .base import FILLED, NONE, Bounds, Operator, words


class NotEmpty(Operator):
    name = "not_empty"
    aliases = ("filled",)
    arity = NONE
    absent = False
    label = words("已填写", "is filled in")
    sentence = words("{field} 已填写", "{field} is filled in")

    def suits(self, kind: Kind) -> bool:
        del kind
        return True

    def holds(self, kind: Kind, stored: Any, args: Sequence[Any]) -> bool:
        del kind, stored, args
        return True

    def holds_cut(self, kind: Kind, beginning: str, args: Sequence[Any]) -> bool:
        return self.holds(kind, beginning, args)

    def bounds(self, keys: Sequence[str]) -> Bounds:
        del keys
        return FILLED

    def narrow(self, admitted: Admitted, kind: Kind, args: tuple[Any, ...]) -> None:
        del kind, args
        admitted.none = False

    def sql(self, kind: Kind, column: str, args: Sequence[Any]) -> tuple[str, list[Any]]:
        del kind, column, args
        return "TRUE", []


OPERATOR = NotEmpty()
