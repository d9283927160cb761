"""What entering a node comes to, and what every node is."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, Protocol

from ...directory.org import Org
from ...kernel.errors import FieldError
from .context import Context, Person
from .run import Visit
from .signals import STAYS, Progress, Signal

if TYPE_CHECKING:
    from .visit_context import VisitContext

WAIT = "waiting"
AUTO_PASSED = "auto_passed"
COPIED = "copied"
BRANCHED = "branched"
ENDED = "ended"
PASSED = "passed"
REJECTED = "rejected"
FORKED = "forked"
JOINED = "joined"
CANCELLED = "cancelled"

BLOCKED = "blocked"
"""Nobody is found and the node's policy is to refuse: a run cannot come here; a preview shows it."""

MAX_APPROVERS = 500
"""Members whom one visit asks."""


@dataclass(frozen=True, slots=True)
class EntryResult:
    """`outcome` says what happens:

    - waiting: `people` are asked (in a `sequence` only the first of them at once), each with `due_hours`; or, without
      people, the visit waits for the signal `wait` = (kind, key).
    - copied: `people` are informed. auto_passed, branched, copied: on at `next`.
    - forked: one token goes to each of `forks`; they meet at the node `next`, which joins.
    - joined: once all tokens of the fork are here, the run goes on at `next`.
    - ended: the run ends with `verdict`.

    `reason` says why a node passed by itself or whom it fell back to.
    """

    outcome: str
    next: int
    people: tuple[Person, ...] = ()
    detail: str = ""
    reason: str = ""
    verdict: str = ""
    mode: str = ""
    sequence: bool = False
    due_hours: int = 0
    wait: tuple[str, str] = ("", "")
    forks: tuple[int, ...] = ()


class Finding(NamedTuple):
    """What the publish check of a node finds; a warning does not stand in the way of publishing."""

    fault: FieldError
    warning: bool = False


class Node(Protocol):
    """One step of a compiled flow. `path` is its place in the definition; `next` what follows it."""

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

    def on_signal(self, visit: Visit, signal: Signal, context: "VisitContext") -> Progress:
        """What the signal does to a visit of this node that waits. Tasks are changed through `context`."""
        ...

    def exits(self) -> tuple[int, ...]:
        """The indexes at which a run may go on from here."""
        ...

    def fixed(self, org: Org) -> Iterable[str]:
        """Ids of the members to whom this step brings every document, whoever submits whatever."""
        ...

    def check(self, org: Org, starters: Sequence[str]) -> Iterator[Finding]:
        """Faults that only the organisation shows; `starters` are the members who may start the flow."""
        ...


class BaseNode:
    """The answers of a node that asks nobody, waits for nothing and has one exit."""

    __slots__ = ()

    def on_signal(self, visit: Visit, signal: Signal, context: "VisitContext") -> Progress:  # noqa: ARG002
        return STAYS

    def exits(self: Node) -> tuple[int, ...]:
        return (self.next,)

    def fixed(self, org: Org) -> Iterable[str]:  # noqa: ARG002
        return ()

    def check(self, org: Org, starters: Sequence[str]) -> Iterator[Finding]:  # noqa: ARG002
        return iter(())
