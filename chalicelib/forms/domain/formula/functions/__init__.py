"""The functions of the formula language, by name. A function is added to one of these files; there is no other way."""

from ..faults import FormulaError
from . import dates, lists, logic, numbers, texts
from .base import Function

FUNCTIONS: dict[str, Function] = {
    function.name: function for module in (dates, lists, logic, numbers, texts) for function in module.FUNCTIONS
}


def find(name: str, at: int = 0) -> Function:
    """Raises FormulaError formula_unknown_function."""
    function = FUNCTIONS.get(name)
    if function is None:
        raise FormulaError("formula_unknown_function", at, name=name)
    return function
