"""What becomes of the tasks of an approval: decided, passed on in a sequence, handed over. See `approve` for the modes.

`settle` is asked after every change: whether the visit has its answer.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from ... import events
from ..commands import APPROVE, REJECT
from ..context import Person
from ..errors import SuccessorIsInitiator
from ..node_entry import PASSED
from ..run import APPROVED, CLOSED, HANDED_OVER, OPEN, REJECTED, WAITING, Task
from ..signals import STAYS, Decided, Progress, Reassigned
from ..visit_context import VisitContext

ANY, ALL, SEQUENCE = "any", "all", "sequence"


@dataclass(frozen=True, slots=True)
class Rules:
    """What these tasks need to know of their node. `own`: the initiator may approve their own record."""

    mode: str
    next: int
    due_hours: int
    own: bool


def decided(rules: Rules, signal: Decided, context: VisitContext) -> Progress:
    task, act = signal.task, APPROVED if signal.approved else REJECTED
    context.end(task, act)
    away = context.named_one(task.delegated_from)
    context.append_trail(act, task=task.id, opinion=signal.opinion, delegated_from=away)
    context.emit(
        events.TASK_DECIDED,
        task_id=task.id,
        decision=APPROVE if signal.approved else REJECT,
        decided_by=task.member,
        opinion=signal.opinion,
    )
    return settle(rules, context) if signal.approved else Progress(REJECTED, verdict=REJECTED)


def settle(rules: Rules, context: VisitContext) -> Progress:
    """Go on if the visit has its answer; in a sequence, ask the next one."""
    statuses = {task.status for task in context.tasks}
    answered = rules.mode == ANY and APPROVED in statuses
    if not answered and (OPEN in statuses or (rules.mode == SEQUENCE and _ask_next(rules, context))):
        return STAYS
    return Progress(PASSED, rules.next)


def _ask_next(rules: Rules, context: VisitContext) -> bool:
    """Open the next one of a sequence. For one who left stands their successor, or nobody."""
    for task in context.tasks:
        if task.status != WAITING:
            continue
        person = context.context.org.standing_for(task.member)
        if person is None or (person.id != task.member and not _may_take(rules, person.id, context)):
            context.end(task, CLOSED)
            continue
        if person.id != task.member:
            task = _give(task, person.id, context)  # noqa: PLW2901
        context.open(task, rules.due_hours)
        return True
    return False


def reassigned(rules: Rules, signal: Reassigned, context: VisitContext) -> Progress:
    """The task becomes the successor's, unless they are asked by this visit already. Raises SuccessorIsInitiator."""
    task, member = signal.task, signal.member
    if member == context.context.initiator and not rules.own:
        raise SuccessorIsInitiator(title=context.title)
    takes = _may_take(rules, member, context)
    why = _why(task, "successor_of")
    if task.status == WAITING and takes:
        _give(task, member, context)
    else:
        context.end(task, HANDED_OVER)
        if takes:
            person = Person(member, why)
            context.add(person, rules.due_hours, is_open=True, origin=HANDED_OVER, parent=task.id)
    people = (Person(task.member, task.why), Person(member, why))
    context.append_trail("handed_over", task=task.id, people=context.named(people))
    return settle(rules, context)


def _may_take(rules: Rules, member_id: str, context: VisitContext) -> bool:
    """Whether somebody may be put in another's place: not who is asked already, not the initiator themself."""
    if member_id == context.context.initiator and not rules.own:
        return False
    return not any(task.member == member_id and task.status != HANDED_OVER for task in context.tasks)


def _give(task: Task, member_id: str, context: VisitContext) -> Task:
    """A task that waits for its turn gets somebody else."""
    return context.put(replace(task, member=member_id, why=_why(task, "successor_of")))


def _why(task: Task, how: str) -> Mapping[str, Any]:
    return {**task.why, how: task.member}
