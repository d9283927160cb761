"""Each guard of the product, how it is broken, and the tests that must notice.

`old` stands once in `file`; `new` takes its place in a scratch copy. A guard that moved is an error that
says so: a list that silently breaks nothing would prove nothing.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Guard:
    """`tests` are paths for pytest, narrow enough to take seconds."""

    name: str
    promise: str
    file: str
    old: str
    new: str
    tests: tuple[str, ...]


GUARDS: tuple[Guard, ...] = ()
