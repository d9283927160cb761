"""The state of one run: values only, frozen; states move forward and never back.

A run holds its tasks and copies, so that one row under one version is the whole truth; lists of to-dos are copies of
it. `listed` says whether such a copy exists: what differs from it is work that a later step still has to do.
"""

from collections.abc import Mapping
from typing import Any, NamedTuple

RUNNING = "running"
APPROVED = "approved"
REJECTED = "rejected"
WITHDRAWN = "withdrawn"

WAITING = "waiting"
"""In a sequence, before its turn."""
OPEN = "open"
CLOSED = "closed"
"""No longer needed: somebody else decided, the run was withdrawn, or the member left before his turn."""
HANDED_OVER = "handed_over"
PENDING = (WAITING, OPEN)


class Task(NamedTuple):
    """One member asked at one node. `status`: waiting, open, approved, rejected, closed or handed_over. `due_at` is
    until when he should have decided; "" if the node sets no time.
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

    @property
    def decided(self) -> bool:
        return self.status in (APPROVED, REJECTED)

    @property
    def open(self) -> bool:
        return self.status == OPEN

    # Written out, because `_replace` takes three times as long and this is the engine's inner loop.

    def ended(self, status: str, at: str) -> "Task":
        return Task(self.id, self.node, self.member, self.why, status, self.opened_at, at, self.listed, self.due_at)

    def opened(self, at: str, due_at: str) -> "Task":
        return Task(self.id, self.node, self.member, self.why, OPEN, at, "", self.listed, due_at)

    def shown(self, listed: bool) -> "Task":  # noqa: FBT001
        return Task(
            self.id, self.node, self.member, self.why, self.status, self.opened_at, self.ended_at, listed, self.due_at
        )


class Copy(NamedTuple):
    """A member who is kept informed (抄送)."""

    member: str
    node: str
    at: str
    read_at: str = ""
    listed: bool = False


class Visit(NamedTuple):
    """A node that the run came through. `outcome`: waiting, passed, rejected, auto_passed, copied, branched, ended."""

    node: str
    outcome: str
    detail: str = ""
    """The name of the branch taken."""


class Run(NamedTuple):
    """`values` are only those that the flow consults; `facts` go into every event; `card` is what lists show.

    `round` counts the submissions of the record, this one included; `previous` and `changed` are how the one before
    ended and which values differ from it (`service/rounds.py`). Runs of earlier releases carry 0 and nothing.
    `said` counts trail entries, so that the next one goes on from there; the number of tasks gives the next task's id.
    """

    id: str
    initiator: str
    values: Mapping[str, Any] = {}
    facts: Mapping[str, Any] = {}
    card: Mapping[str, Any] = {}
    status: str = RUNNING
    node: str = ""
    tasks: tuple[Task, ...] = ()
    copies: tuple[Copy, ...] = ()
    visited: tuple[Visit, ...] = ()
    said: int = 0
    started_at: str = ""
    ended_at: str = ""
    round: int = 0
    previous: Mapping[str, Any] = {}
    changed: tuple[str, ...] = ()

    @property
    def over(self) -> bool:
        return self.status != RUNNING

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

    def acts(self, member_id: str) -> bool:
        """Whether they started it or were ever asked. Somebody in wait is not asked yet."""
        return member_id == self.initiator or any(
            task.member == member_id and task.status != WAITING and task.opened_at for task in self.tasks
        )

    def concerns(self, member_id: str) -> bool:
        """Whether they take part: as who acts, or kept informed."""
        return self.acts(member_id) or any(copy.member == member_id for copy in self.copies)
