"""What entering a node comes to, and what every node is."""

from collections.abc import Iterator
from typing import NamedTuple, Protocol

from ...directory.org import Org
from ...kernel.errors import FieldError
from .context import Context, Person

WAIT = "waiting"
AUTO_PASSED = "auto_passed"
COPIED = "copied"
BRANCHED = "branched"
ENDED = "ended"
PASSED = "passed"
REJECTED = "rejected"

BLOCKED = "blocked"
"""Nobody is found and the node's policy is to refuse: a run cannot come here; a preview shows it."""


class EntryResult(NamedTuple):
    """`people` are asked (waiting) or informed (copied); `next` is where it goes on, at once or after the wait.

    `reason` says why a node passed by itself or whom it fell back to; `verdict` is set where the run ends.
    """

    outcome: str
    next: int
    people: tuple[Person, ...] = ()
    detail: str = ""
    reason: str = ""
    verdict: str = ""
    mode: str = ""


class Node(Protocol):
    @property
    def id(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def path(self) -> str: ...
    @property
    def type(self) -> str: ...
    @property
    def next(self) -> int: ...

    def enter(self, context: Context) -> EntryResult: ...

    def exits(self) -> tuple[int, ...]:
        """The indexes at which a run may go on from here."""
        ...

    def check(self, org: Org) -> Iterator[FieldError]:
        """Faults that only the organisation shows: ids that it does not have."""
        ...
