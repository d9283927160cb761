"""IF, IFS, SWITCH, AND, OR, NOT, XOR and what stands in for a blank. They stop reading when the answer is known."""

from ..faults import FormulaError
from ..ordering import same
from ..values import Value, as_truth
from .base import Arguments, Body

_BLANK = (None, "")


def _if(given: Arguments) -> Value:
    return given.value(1 if as_truth(given.value(0)) else 2)


def _ifs(given: Arguments) -> Value:
    for index in range(0, len(given), 2):
        if as_truth(given.value(index)):
            return given.value(index + 1)
    return None


def _switch(given: Arguments) -> Value:
    value, count = given.value(0), len(given)
    for index in range(1, count - 1, 2):
        if same(given.value(index), value):
            return given.value(index + 1)
    return given.value(count - 1) if count % 2 == 0 else None


def _coalesce(given: Arguments) -> Value:
    return next((value for value in given.values() if value not in _BLANK), None)


def _if_error(given: Arguments) -> Value:
    """A record's whole budget of work is no error of one formula, so that is told all the same."""
    try:
        return given.value(0)
    except FormulaError as error:
        if error.code == "formula_too_much_work":
            raise
    return given.value(1)


BODIES: dict[str, Body] = {
    "IF": _if,
    "IFS": _ifs,
    "SWITCH": _switch,
    "AND": lambda given: all(map(as_truth, given.values())),
    "OR": lambda given: any(map(as_truth, given.values())),
    "NOT": lambda given: not as_truth(given.value(0)),
    "XOR": lambda given: sum(map(as_truth, given.values())) % 2 == 1,
    "ISBLANK": lambda given: given.value(0) in _BLANK,
    "IFBLANK": _coalesce,
    "COALESCE": _coalesce,
    "IFERROR": _if_error,
}
