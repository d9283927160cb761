"""IF, AND, OR, NOT, ISBLANK. They read from left to right and stop when the answer is known."""

from ..values import Kind, Value, as_truth
from .base import SCALAR, TRUTH, Arguments, Function

MANY = 50


def _if(arguments: Arguments) -> Value:
    return arguments.value(1 if as_truth(arguments.value(0)) else 2)


FUNCTIONS = (
    Function("IF", _if, (TRUTH, SCALAR), None, 2, 3, passes_from=1),
    Function("AND", lambda given: all(map(as_truth, given.values())), (TRUTH,), Kind.BOOLEAN, 1, MANY),
    Function("OR", lambda given: any(map(as_truth, given.values())), (TRUTH,), Kind.BOOLEAN, 1, MANY),
    Function("NOT", lambda given: not as_truth(given.value(0)), (TRUTH,), Kind.BOOLEAN, 1, 1),
    Function("ISBLANK", lambda given: given.value(0) in (None, ""), (SCALAR,), Kind.BOOLEAN, 1, 1),
)
