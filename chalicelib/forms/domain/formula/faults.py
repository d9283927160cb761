"""What can be wrong with a formula: a stable code, and the words that its message needs."""

from typing import Any


class FormulaError(Exception):
    """`code` has its message in messages.json. `position` is the 1-based character, or 0 where none applies."""

    def __init__(self, code: str, position: int = 0, **params: Any) -> None:
        super().__init__(code, position, params)
        self.code = code
        self.position = position
        self.params = {**params, "position": position} if position else params
