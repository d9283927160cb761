"""What each command does to a run. Refusals are raised before anything changes.

What a decision or a hand-over comes to is the node's answer (`nodes/`); here is only what holds at every node.
"""

from dataclasses import replace

from .. import events
from ..step_names import label_of
from . import commands, movement
from .context import Person
from .draft import Draft
from .effects import ListCopy, RecordState
from .errors import (
    MayNotStart,
    NoApprover,
    NobodyToCopy,
    NotInitiator,
    NotYourTask,
    RunOver,
    SuccessorInactive,
    TaskAlreadyDecided,
    TaskNotFound,
    TaskNotOpen,
    WithdrawTooLate,
)
from .node_entry import BLOCKED
from .run import OPEN, RUNNING, WAITING, WITHDRAWN, Run, Task
from .signals import Decided, Reassigned, Received
from .spec import trace_path


def start(draft: Draft, run: Run, command: commands.Start) -> None:
    if not draft.spec.starters.admit(draft.env.org, run.initiator):
        raise MayNotStart()
    path = tuple(trace_path(draft.spec, draft.spec.entry, draft.context))
    for node, result in path:
        if result.outcome == BLOCKED:
            raise NoApprover(node=label_of(node.name), node_id=node.id)
    draft.append_trail_by("submitted", values_hash=command.values_hash)
    draft.emit(events.RUN_STARTED)
    movement.begin(draft, {node.id: result for node, result in path})
    if draft.status == RUNNING:
        draft.effect(RecordState(RUNNING, locked=True))


def decide(draft: Draft, run: Run, command: commands.Decide) -> None:
    task = _own_open_task(run, command.task, command.by)
    approved = command.decision == commands.APPROVE
    movement.signal(draft, draft.visit(task.visit), Decided(task, approved, command.opinion))


def _own_open_task(run: Run, task_id: str, by: str) -> Task:
    task = run.task(task_id)
    if task is None:
        raise TaskNotFound()
    if task.member != by:
        raise NotYourTask()
    if task.decided:
        raise TaskAlreadyDecided()
    if run.over:
        raise RunOver(status=run.status)
    if task.status == WAITING:
        raise TaskNotOpen()
    if task.status != OPEN:
        raise TaskAlreadyDecided()
    return task


def receive(draft: Draft, run: Run, command: commands.Receive) -> None:  # noqa: ARG001
    """A signal that comes late, twice or for another wait changes nothing."""
    waiting = f"{command.kind}:{command.key}"
    visit = next((each for each in draft.visits if each.id == command.visit), None)
    if visit is not None and visit.open and visit.waits_for == waiting:
        movement.signal(draft, visit, Received(command.kind, command.key, command.data))


def withdraw(draft: Draft, run: Run, command: commands.Withdraw) -> None:
    if command.by != run.initiator:
        raise NotInitiator()
    if run.over:
        raise RunOver(status=run.status)
    if not draft.spec.withdraws_anytime and any(task.decided for task in run.tasks):
        raise WithdrawTooLate()
    draft.append_trail_by("withdrawn", opinion=command.reason)
    draft.finish(WITHDRAWN, left=WITHDRAWN)


def comment(draft: Draft, run: Run, command: commands.Comment) -> None:  # noqa: ARG001
    draft.append_trail_by("commented", opinion=command.text)


def copy(draft: Draft, run: Run, command: commands.Cc) -> None:  # noqa: ARG001
    members = [member for member in dict.fromkeys(command.members) if draft.env.org.active(member)]
    if not members:
        raise NobodyToCopy()
    people = [Person(member, {"rule": "copied_by", "member_id": command.by}) for member in members]
    draft.copy_to(members, "")
    draft.append_trail_by("copied", people=draft.named(people))


def read(draft: Draft, run: Run, command: commands.Read) -> None:
    for number, each in enumerate(run.copies):
        if each.member == command.by and not each.read_at:
            draft.copies[number] = replace(each, read_at=draft.env.at)
            if each.listed:
                draft.effect(ListCopy(draft.copies[number], again=True))


def hand_over(draft: Draft, run: Run, command: commands.Handover) -> None:
    """Every pending task of the member becomes the successor's, one in each branch that asks them."""
    for task in run.tasks:
        if task.member != command.from_member or not _pending(draft, task):
            continue
        if not draft.env.org.active(command.to_member):
            raise SuccessorInactive()
        movement.signal(draft, draft.visit(task.visit), Reassigned(task, command.to_member))


def _pending(draft: Draft, task: Task) -> bool:
    """Still: handing over another may have ended it."""
    return draft.tasks[int(task.id[1:]) - 1].pending


def catch_up(draft: Draft, run: Run, command: commands.CatchUp) -> None:  # noqa: ARG001
    """Listing is done for every command; here only people who left in the meantime are replaced first."""
    for task in run.tasks:
        if task.status == OPEN and draft.env.org.active(task.member) is None:
            successor = draft.env.org.standing_for(task.member)
            if successor is not None and successor.id != run.initiator:
                hand_over(draft, run, commands.Handover(task.member, successor.id))
