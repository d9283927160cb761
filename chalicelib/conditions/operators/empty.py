"""Nothing was filled in."""

from collections.abc import Sequence
from typing import Any

from ..admitted import Admitted
from ..kinds.base import Kind
from .base import BLANK, NONE, Bounds, Operator, words


class Empty(Operator):
    name = "empty"
    aliases = ("blank",)
    arity = NONE
    absent = True
    label = words("没有填写", "is blank")
    sentence = words("{field} 没有填写", "{field} is blank")

    def suits(self, kind: Kind) -> bool:
        del kind
        return True

    def holds(self, kind: Kind, stored: Any, args: Sequence[Any]) -> bool:
        del kind, stored, args
        return False

    def holds_cut(self, kind: Kind, beginning: str, args: Sequence[Any]) -> bool:
        return self.holds(kind, beginning, args)

    def bounds(self, keys: Sequence[str]) -> Bounds:
        del keys
        return BLANK, BLANK

    def narrow(self, admitted: Admitted, kind: Kind, args: tuple[Any, ...]) -> None:
        del kind, args
        admitted.some = False

    def sql(self, kind: Kind, column: str, args: Sequence[Any]) -> tuple[str, list[Any]]:
        del kind, column, args
        return "FALSE", []


OPERATOR = Empty()
