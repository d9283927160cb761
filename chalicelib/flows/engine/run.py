"""The state of one run: values only, frozen; states move forward and never back.

A run holds its tokens, visits, tasks and copies, so that one row under one version is the whole truth; lists of to-dos
are derived from it. `listed` says whether such an entry exists: what differs from it is work that a later step still
has to do.

- A *token* is one position in the flow. A plain flow has one; a node that forks makes one for each of its branches.
- A *visit* is one stay of a token at a node. A node that is entered again is visited again.
- A *task* asks one member for one decision, and belongs to the visit that asked.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

RUNNING = "running"
APPROVED = "approved"
REJECTED = "rejected"
WITHDRAWN = "withdrawn"

WAITING = "waiting"
"""Of a task: in a sequence, before its turn. Of a visit: not left yet. Of a token: its branches are under way."""
OPEN = "open"
CLOSED = "closed"
"""No longer needed: somebody else decided, the run was withdrawn, or the member left before their turn."""
HANDED_OVER = "handed_over"
PENDING = (WAITING, OPEN)

ACTIVE = "active"
"""The token stands at a node that waits for people or for a signal."""
JOINED = "joined"
"""The token has reached the end of its branch, and others of the same fork have not."""

FIRST = "k1"
"""Id of the token with which a run begins."""


@dataclass(frozen=True, slots=True)
class Token:
    """One position. `visit` is where it stands; `scope` is the visit of the fork that made it, "" for the first."""

    id: str
    node: str
    visit: str
    scope: str = ""
    state: str = ACTIVE


@dataclass(frozen=True, slots=True)
class Visit:
    """One stay of a token at a node.

    `outcome`: waiting, passed, rejected, withdrawn, auto_passed, copied, branched, ended; of forks also forked, joined
    and cancelled (the run ended, or went back, while this branch was under way). `detail` is the name of the branch
    taken. `waits_for` is `<kind>:<key>` of the signal that it waits for, if it does not wait for people.
    """

    id: str
    node: str
    token: str = FIRST
    entered_at: str = ""
    outcome: str = ""
    detail: str = ""
    left_at: str = ""
    waits_for: str = ""

    @property
    def open(self) -> bool:
        return self.outcome == WAITING


@dataclass(frozen=True, slots=True)
class Task:
    """One member asked by one visit. `status`: waiting, open, approved, rejected, closed or handed_over. `due_at` is
    until when they should have decided; "" if the node sets no time.

    `origin` says how it came to be: "" by the node's rules, or handed_over. `parent` is the task whose place it took;
    `delegated_from` is the member for whom this one decides.
    """

    id: str
    node: str
    member: str
    why: Mapping[str, Any]
    status: str
    opened_at: str = ""
    ended_at: str = ""
    listed: bool = False
    due_at: str = ""
    visit: str = ""
    origin: str = ""
    parent: str = ""
    delegated_from: str = ""

    @property
    def decided(self) -> bool:
        return self.status in (APPROVED, REJECTED)

    @property
    def open(self) -> bool:
        return self.status == OPEN

    @property
    def pending(self) -> bool:
        return self.status in PENDING

    def ended(self, status: str, at: str) -> "Task":
        return replace(self, status=status, ended_at=at)

    def opened(self, at: str, due_at: str) -> "Task":
        return replace(self, status=OPEN, opened_at=at, due_at=due_at)


@dataclass(frozen=True, slots=True)
class Copy:
    """A member who is kept informed (抄送)."""

    member: str
    node: str
    at: str
    read_at: str = ""
    listed: bool = False


@dataclass(frozen=True, slots=True)
class Run:
    """`values` are only those that the flow consults; `facts` go into every event; `card` is what lists show.

    `tokens` is empty once it is over. `round` counts the submissions of the record, this one included; `previous` and
    `changed` are how the one before ended and which values differ from it (`service/rounds.py`). Runs of earlier
    releases carry 0 and nothing. `said` counts trail entries, so that the next one goes on from there; the number of
    tasks and of visits gives the next one's id.
    """

    id: str
    initiator: str
    values: Mapping[str, Any] = field(default_factory=dict)
    facts: Mapping[str, Any] = field(default_factory=dict)
    card: Mapping[str, Any] = field(default_factory=dict)
    status: str = RUNNING
    tokens: tuple[Token, ...] = ()
    visits: tuple[Visit, ...] = ()
    tasks: tuple[Task, ...] = ()
    copies: tuple[Copy, ...] = ()
    said: int = 0
    started_at: str = ""
    ended_at: str = ""
    round: int = 0
    previous: Mapping[str, Any] = field(default_factory=dict)
    changed: tuple[str, ...] = ()

    @property
    def over(self) -> bool:
        return self.status != RUNNING

    @property
    def nodes(self) -> tuple[str, ...]:
        """Where it waits now: one node, or one of each branch that is under way."""
        return tuple(token.node for token in self.tokens if token.state == ACTIVE)

    @property
    def node(self) -> str:
        """The first of them; "" once it is over."""
        return next(iter(self.nodes), "")

    @property
    def unlisted(self) -> bool:
        """Whether some list does not show yet what this run says."""
        return any((task.status == OPEN) != task.listed for task in self.tasks) or not all(
            copy.listed for copy in self.copies
        )

    @property
    def pending(self) -> bool:
        """Whether an execution has to stand behind it: it goes on, or lists are behind."""
        return not self.over or self.unlisted

    def task(self, task_id: str) -> Task | None:
        """Task ids are `t1`, `t2`, … in the order in which they were made."""
        number = task_id[1:]
        if task_id[:1] != "t" or not number.isdecimal() or len(number) > 6 or not number.isascii():
            return None
        position = int(number) - 1
        found = self.tasks[position] if 0 <= position < len(self.tasks) else None
        return found if found is not None and found.id == task_id else None

    def tasks_of(self, visit_id: str) -> tuple[Task, ...]:
        return tuple(task for task in self.tasks if task.visit == visit_id)

    def acts(self, member_id: str) -> bool:
        """Whether they started it or were ever asked. Somebody in wait is not asked yet."""
        return member_id == self.initiator or any(
            task.member == member_id and task.status != WAITING and task.opened_at for task in self.tasks
        )

    def concerns(self, member_id: str) -> bool:
        """Whether they take part: as who acts, or kept informed."""
        return self.acts(member_id) or any(copy.member == member_id for copy in self.copies)
