"""The operators, one file each with an `OPERATOR`, found by their names. A new operator is a new file here."""

from ...kernel.plugins import discover
from .base import Operator

__all__ = ["BY_NAME", "OPERATORS", "Operator"]

OPERATORS: dict[str, Operator] = {each.name: each for each in discover(__name__, __path__, "OPERATOR", Operator)}
BY_NAME: dict[str, Operator] = {name: each for each in OPERATORS.values() for name in (each.name, *each.aliases)}
"""Also under the names that earlier releases took."""
