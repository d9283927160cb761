"""What lt, lte, gt and gte share: one limit, on one side."""

from collections.abc import Sequence
from typing import Any, ClassVar

from ..admitted import Admitted
from ..kinds.base import Kind
from .base import Bounds, Operator, cast


class Order(Operator):
    below: ClassVar[bool]
    """Whether what passes is less than the limit."""
    open: ClassVar[bool]
    """Whether the limit itself does not pass."""

    def suits(self, kind: Kind) -> bool:
        return kind.ordered

    def holds(self, kind: Kind, stored: Any, args: Sequence[Any]) -> bool:
        value, (limit,) = kind.value(stored), args
        if value == limit:
            return not self.open
        return bool(value < limit) is self.below

    def bounds(self, keys: Sequence[str]) -> Bounds:
        """The key of an index may be cut, so that the limit's own key can hold what passes even if it is open."""
        return ("1", keys[0]) if self.below else (keys[0], "2")

    def narrow(self, admitted: Admitted, kind: Kind, args: tuple[Any, ...]) -> None:
        del kind
        if self.below:
            admitted.cap(args[0], is_open=self.open)
        else:
            admitted.raise_to(args[0], is_open=self.open)

    def sql(self, kind: Kind, column: str, args: Sequence[Any]) -> tuple[str, list[Any]]:
        sign = ("<" if self.below else ">") + ("" if self.open else "=")
        return f"{column} {sign} {cast(kind)}", [kind.parameter(args[0])]
