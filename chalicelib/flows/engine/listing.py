"""Bringing the lists up to date: a few at once inside a decision's own transaction, the rest in steps of the machine.

The rule is one comparison: a task belongs in its member's to-dos while it is open. Closing goes first, so that nobody
is offered what is no longer his to decide.
"""

from .effects import CloseTodo, Effect, ListCopy, OpenTodo
from .run import OPEN, Copy, Task

MAX_LISTED_AT_ONCE = 12
"""Members whose lists one transaction changes: each costs up to three rows of the hundred that it may have."""


def catch_up(tasks: list[Task], copies: list[Copy], limit: int) -> tuple[list[Effect], bool]:
    """Show or hide up to `limit` of them, in place; the effects that do so, and whether some are left."""
    effects: list[Effect] = []
    differing = [number for number, task in enumerate(tasks) if (task.status == OPEN) != task.listed]
    hidden = [number for number, copy in enumerate(copies) if not copy.listed]
    if len(differing) > limit:
        differing.sort(key=lambda number: tasks[number].status == OPEN)
    for number in differing[:limit]:
        task = tasks[number].shown(not tasks[number].listed)
        tasks[number] = task
        effects.append(OpenTodo(task) if task.listed else CloseTodo(task))
    for number in hidden[: max(0, limit - len(differing))]:
        copies[number] = copies[number]._replace(listed=True)
        effects.append(ListCopy(copies[number]))
    return effects, len(differing) + len(hidden) > limit
