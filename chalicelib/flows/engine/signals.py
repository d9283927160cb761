"""What can reach a visit that waits. A node answers with `Progress`: it stays, or it is left."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from .run import Task


@dataclass(frozen=True, slots=True)
class Decided:
    """The member of an open task has decided. Checked already: it is theirs, and it is open."""

    task: Task
    approved: bool
    opinion: str = ""


@dataclass(frozen=True, slots=True)
class Reassigned:
    """A pending task goes to `member`, because its own one leaves. `member` is active."""

    task: Task
    member: str


@dataclass(frozen=True, slots=True)
class Received:
    """What the visit waited for by `EntryResult.wait`: a timer's end, a child run's end, a callback."""

    kind: str
    key: str
    data: Mapping[str, Any] = field(default_factory=dict)


Signal = Decided | Reassigned | Received


@dataclass(frozen=True, slots=True)
class Progress:
    """What a signal comes to. `outcome` "" keeps the visit waiting; else it is left with that outcome, and the run ends
    with `verdict`, goes back to the node `back_to`, or goes on at `next`.
    """

    outcome: str = ""
    next: int = -1
    verdict: str = ""
    back_to: str = ""


STAYS = Progress()
