"""Has none of these people, departments or options."""

from collections.abc import Sequence
from typing import Any

from ..admitted import Admitted
from ..kinds.base import Kind
from ._members import Members
from .base import words


class HasNone(Members):
    name = "has_none"
    absent = True
    label = words("不包含任何一个", "has none of")
    sentence = words("{field} 不包含 {value} 中的任何一个", "{field} has none of {value}")

    def holds(self, kind: Kind, stored: Any, args: Sequence[Any]) -> bool:
        return not super().holds(kind, stored, args)

    def narrow(self, admitted: Admitted, kind: Kind, args: tuple[Any, ...]) -> None:
        del kind
        admitted.note(self.name, args, absent=True)

    def sql(self, kind: Kind, column: str, args: Sequence[Any]) -> tuple[str, list[Any]]:
        text, given = super().sql(kind, column, args)
        return f"NOT ({text})", given


OPERATOR = HasNone()
