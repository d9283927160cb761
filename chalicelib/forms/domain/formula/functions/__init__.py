"""The functions of the formula language, by name. A function is a row of `table.json` and a body in one of these files.

The browser has the same table (`python -m tools formula-functions` writes it) and bodies of its own.
"""

import json
from pathlib import Path
from typing import Any

from ..faults import FormulaError
from . import conditional, dates, finding, lists, logic, numbers, rounding, texts, working_days
from .base import Body, Function, read_function

TABLE: list[dict[str, Any]] = json.loads(Path(__file__).with_name("table.json").read_text("utf-8"))
"""For each function what is checked of it, and its `signature`, `about` and `example` in both languages."""

BODIES: dict[str, Body] = {
    name: body
    for module in (conditional, dates, finding, lists, logic, numbers, rounding, texts, working_days)
    for name, body in module.BODIES.items()
}
FUNCTIONS: dict[str, Function] = {row["name"]: read_function(row, BODIES[row["name"]]) for row in TABLE}


def find(name: str, at: int = 0) -> Function:
    """Raises FormulaError formula_unknown_function."""
    function = FUNCTIONS.get(name)
    if function is None:
        raise FormulaError("formula_unknown_function", at, name=name)
    return function
