"""What a decision asks the world to write, beside the run itself. All of it goes into one transaction."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ...kernel.events import Event
from .run import Copy, Run, Task


@dataclass(frozen=True, slots=True)
class OpenTodo:
    """Show the task in its member's to-dos, and let him read the record."""

    task: Task


@dataclass(frozen=True, slots=True)
class CloseTodo:
    """Take it out of his to-dos."""

    task: Task


@dataclass(frozen=True, slots=True)
class ListDone:
    """Show it in what the member has done."""

    task: Task


@dataclass(frozen=True, slots=True)
class ListCopy:
    """Show it in what the member is informed of, and let him read the record; `again` when only its mark changed."""

    copy: Copy
    again: bool = False


@dataclass(frozen=True, slots=True)
class ListStarted:
    """Show the initiator's list where the run stands now."""


@dataclass(frozen=True, slots=True)
class AppendTrail:
    """Trail entries of this act, contiguous from `first`."""

    first: int
    entries: tuple[Mapping[str, Any], ...]


@dataclass(frozen=True, slots=True)
class RecordState:
    """The record is now in this state, and locked or not."""

    state: str
    locked: bool


Effect = OpenTodo | CloseTodo | ListDone | ListCopy | ListStarted | AppendTrail | RecordState | Event
"""An event is told as it is."""


@dataclass(frozen=True, slots=True)
class Decision:
    run: Run
    effects: tuple[Effect, ...]
