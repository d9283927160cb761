"""From one value to another, both included."""

from collections.abc import Sequence
from typing import Any

from ..admitted import Admitted
from ..kinds.base import Kind
from .base import TWO, Bounds, Operator, cast, words


class Between(Operator):
    name = "between"
    arity = TWO
    edges = ("low", "high")
    label = words("介于", "is between")
    sentence = words("{field} 介于 {low} 和 {high} 之间", "{field} is between {low} and {high}")

    def suits(self, kind: Kind) -> bool:
        return kind.ordered

    def holds(self, kind: Kind, stored: Any, args: Sequence[Any]) -> bool:
        low, high = args
        return bool(low <= kind.value(stored) <= high)

    def bounds(self, keys: Sequence[str]) -> Bounds:
        return keys[0], keys[-1]

    def narrow(self, admitted: Admitted, kind: Kind, args: tuple[Any, ...]) -> None:
        del kind
        admitted.raise_to(args[0])
        admitted.cap(args[1])

    def sql(self, kind: Kind, column: str, args: Sequence[Any]) -> tuple[str, list[Any]]:
        return f"{column} BETWEEN {cast(kind)} AND {cast(kind)}", [kind.parameter(each) for each in args]


OPERATOR = Between()
