"""The spreadsheet formulas of forms: text -> tokens -> frozen tree -> value, by an allow-list and nothing else.

Why our own: a general evaluator is an escape waiting for its CVE, and none has exact decimals. Every stage is bounded
(length, depth, nodes, digits, steps, size), so the worst formula costs milliseconds. The browser evaluates the same
language for live results; `tests/contracts/formula_cases.json` holds both to the same answers, and the server's answer
is the one that is stored.

The rules that a reader needs:

- Precedence is a spreadsheet's: `%`, then unary minus, `^`, `* /`, `+ -`, `&`, comparisons; `^` groups to the left.
- Decimals carry 40 significant digits, half up; a result is rounded to 12 places.
- A blank is 0 in arithmetic, "" in text, FALSE in logic, and earlier than every date; a day plus or minus a blank
  is a blank.
- Text is never read as a number, nor TRUE as 1: mixing kinds is `formula_type`.
- `lines.amount` is a list and only stands inside functions that take lists; inside a row of `lines` the bare
  name of a sibling column is that row's cell.
- TODAY() and AGE() make a formula *volatile*: its value is that of the day on which it is read.
- WORKDAY and its like ask the working calendar that evaluation is given; a year that it does not know is an error.
- AND, OR and IF read no further than they must.
- Amounts of two currencies are never added or compared; CONVERT(amount, rate, "CNY") changes the currency (`units.py`).
"""

from .calendar import Calendar, Year
from .checking import Names, infer
from .evaluating import Budget, Scope, evaluate
from .faults import FormulaError
from .functions import FUNCTIONS
from .nodes import Call, Chain, Literal, Node, Reference, Unary, calls, references
from .parsing import named_in, parse
from .units import PLAIN, Unit, Units, in_currency, unit_of, unit_text
from .values import Kind, Value, kind_of, number_text, round_places

__all__ = [
    "FUNCTIONS",
    "PLAIN",
    "Budget",
    "Calendar",
    "Call",
    "Chain",
    "FormulaError",
    "Kind",
    "Literal",
    "Names",
    "Node",
    "Reference",
    "Scope",
    "Unary",
    "Unit",
    "Units",
    "Value",
    "Year",
    "calls",
    "evaluate",
    "in_currency",
    "infer",
    "kind_of",
    "named_in",
    "number_text",
    "parse",
    "references",
    "round_places",
    "unit_of",
    "unit_text",
]
