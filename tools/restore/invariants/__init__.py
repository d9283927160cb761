"""What must hold of a whole table, whoever wrote it and whenever: checked over rows alone, after a restore or any time.

Pure: rows in, faults out. `python -m tools.restore.check <table>` reads a table and says them. Each module of this
folder holds the rules of one context; a rule is a generator over `Rows`.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from . import flows, forms, people, plain
from .rows import Fault, Rows

__all__ = ["Fault", "Rows", "faults_of"]

RULES = (*plain.RULES, *people.RULES, *forms.RULES, *flows.RULES)


def faults_of(items: Iterable[dict[str, Any]]) -> list[Fault]:
    """Every fault of a table's items (in DynamoDB's JSON). What has expired is taken as gone."""
    return list(_faults(Rows.read(items)))


def _faults(rows: Rows) -> Iterator[Fault]:
    for rule in RULES:
        yield from rule(rows)
