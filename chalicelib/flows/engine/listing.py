"""Bringing the lists up to date: a few at once inside a decision's own transaction, the rest in steps of the machine.

The rule is one comparison: a task belongs in its member's to-dos while it is open. Closing goes first, so that nobody
is offered what is no longer his to decide.
"""

from dataclasses import replace
from typing import NamedTuple

from .run import OPEN, Copy, Task

MAX_LISTED_AT_ONCE = 12
"""Members whose lists one transaction changes: each costs up to three rows of the hundred that it may have."""


class Listed(NamedTuple):
    """What lists show or hide now, and whether more is left to do."""

    opened: list[Task]
    closed: list[Task]
    copied: list[Copy]
    is_more: bool


def catch_up(tasks: list[Task], copies: list[Copy], limit: int) -> Listed:
    """Show or hide up to `limit` of them, in place."""
    opened: list[Task] = []
    closed: list[Task] = []
    copied: list[Copy] = []
    differing = [number for number, task in enumerate(tasks) if (task.status == OPEN) != task.listed]
    hidden = [number for number, copy in enumerate(copies) if not copy.listed]
    if len(differing) > limit:
        differing.sort(key=lambda number: tasks[number].status == OPEN)
    for number in differing[:limit]:
        task = tasks[number] = replace(tasks[number], listed=not tasks[number].listed)
        (opened if task.listed else closed).append(task)
    for number in hidden[: max(0, limit - len(differing))]:
        copy = copies[number] = replace(copies[number], listed=True)
        copied.append(copy)
    return Listed(opened, closed, copied, len(differing) + len(hidden) > limit)
