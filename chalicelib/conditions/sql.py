"""A condition as SQL of DuckDB, for reports over a copy of the records. Operands are parameters, never text."""

from collections.abc import Callable
from typing import Any

from .tree import AllOf, AnyOf, Comparison, Node, Not, Subject


def to_sql(node: Node, column: Callable[[Subject], str]) -> tuple[str, list[Any]]:
    """The text of an expression that is never NULL, and its parameters. Of settled operands.

    `column` names the column of a subject; it is quoted here. Absent values are NULL there, and sets are lists.
    """
    if isinstance(node, Comparison):
        return _test(node, quoted(column(node.subject)))
    if isinstance(node, Not):
        text, given = to_sql(node.part, column)
        return f"NOT ({text})", given
    if not node.parts:
        return ("TRUE" if isinstance(node, AllOf) else "FALSE"), []
    parts = [to_sql(part, column) for part in node.parts]
    between = " OR " if isinstance(node, AnyOf) else " AND "
    return "(" + between.join(text for text, _ in parts) + ")", [each for _, given in parts for each in given]


def quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _test(test: Comparison, column: str) -> tuple[str, list[Any]]:
    if test.dynamic:
        raise ValueError("operands must be settled first")
    text, given = test.operator.sql(test.subject.kind, column, test.args)
    if test.operator.absent:
        return f"({column} IS NULL OR {text})", given
    return f"({column} IS NOT NULL AND {text})", given
