"""What each command does to a run. Refusals are raised before anything changes."""

from typing import cast

from .. import events
from ..step_names import label_of
from . import commands
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
    SuccessorIsInitiator,
    TaskAlreadyDecided,
    TaskNotFound,
    TaskNotOpen,
    WithdrawTooLate,
)
from .node_entry import BLOCKED, PASSED
from .nodes.approve import ANY, SELF, SEQUENCE, Approve
from .run import APPROVED, CLOSED, HANDED_OVER, OPEN, PENDING, REJECTED, RUNNING, WAITING, WITHDRAWN, Run, Task
from .spec import trace_path


def start(draft: Draft, run: Run, command: commands.Start) -> None:
    if not draft.spec.starters.admit(draft.org, run.initiator):
        raise MayNotStart()
    path = tuple(trace_path(draft.spec, draft.spec.entry, draft.context))
    for node, visit in path:
        if visit.outcome == BLOCKED:
            raise NoApprover(node=label_of(node.name), node_id=node.id)
    draft.append_trail_by("submitted", values_hash=command.values_hash)
    draft.emit(events.RUN_STARTED)
    draft.follow(path)
    if draft.status == RUNNING:
        draft.effect(RecordState(RUNNING, locked=True))


def decide(draft: Draft, run: Run, command: commands.Decide) -> None:
    task = _own_open_task(run, command.task, command.by)
    node = _approval(draft, task)
    approved = command.decision == commands.APPROVE
    draft.set_task(task, APPROVED if approved else REJECTED)
    act = "approved" if approved else "rejected"
    draft.append_trail_by(act, node=node.id, node_name=node.name, task=task.id, opinion=command.opinion)
    draft.emit(
        events.TASK_DECIDED,
        node_id=node.id,
        node_name=node.name,
        task_id=task.id,
        decision=command.decision,
        decided_by=command.by,
        opinion=command.opinion,
    )
    if approved:
        _settle(draft, node)
    else:
        draft.leave(REJECTED)
        draft.finish(REJECTED)


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


def _approval(draft: Draft, task: Task) -> Approve:
    """Only approvals make tasks."""
    return cast(Approve, draft.spec.node(task.node))


def _settle(draft: Draft, node: Approve) -> None:
    """Go on if the node has its answer; in a sequence, ask the next one."""
    tasks = draft.at_node()
    statuses = {task.status for task in tasks}
    if node.mode == ANY and APPROVED in statuses:
        _pass(draft, node)
        return
    if OPEN in statuses:
        return
    if node.mode == SEQUENCE and _ask_next(draft, node, tasks):
        return
    _pass(draft, node)


def _ask_next(draft: Draft, node: Approve, tasks: list[Task]) -> bool:
    """Open the next one of a sequence. For one who left stands his successor, or nobody."""
    for task in tasks:
        if task.status != WAITING:
            continue
        person = draft.org.standing_for(task.member)
        if person is None or (person.id != task.member and not _may_take(draft, node, person.id)):
            draft.set_task(task, CLOSED)
            continue
        if person.id != task.member:
            task = draft.give(task, _taking(task, person.id, "successor_of"))  # noqa: PLW2901
        draft.open_task(task)
        return True
    return False


def _may_take(draft: Draft, node: Approve, member_id: str) -> bool:
    """Whether somebody may be put in another's place: not who is asked already, not the initiator himself."""
    if member_id == draft.context.initiator and node.same_as_initiator != SELF:
        return False
    return not any(task.member == member_id and task.status != HANDED_OVER for task in draft.at_node())


def _taking(task: Task, member_id: str, how: str) -> Person:
    return Person(member_id, {**task.why, how: task.member})


def _pass(draft: Draft, node: Approve) -> None:
    draft.leave(PASSED)
    draft.follow(trace_path(draft.spec, node.next, draft.context))


def withdraw(draft: Draft, run: Run, command: commands.Withdraw) -> None:
    if command.by != run.initiator:
        raise NotInitiator()
    if run.over:
        raise RunOver(status=run.status)
    if not draft.spec.withdraws_anytime and any(task.decided for task in run.tasks):
        raise WithdrawTooLate()
    draft.append_trail_by("withdrawn", opinion=command.reason)
    draft.leave(WITHDRAWN)
    draft.finish(WITHDRAWN)


def comment(draft: Draft, run: Run, command: commands.Comment) -> None:  # noqa: ARG001
    draft.append_trail_by("commented", opinion=command.text)


def copy(draft: Draft, run: Run, command: commands.Cc) -> None:  # noqa: ARG001
    members = [member for member in dict.fromkeys(command.members) if draft.org.active(member)]
    if not members:
        raise NobodyToCopy()
    people = [Person(member, {"rule": "copied_by", "member_id": command.by}) for member in members]
    draft.copy_to(members, "")
    draft.append_trail_by("copied", people=draft.named(people))


def read(draft: Draft, run: Run, command: commands.Read) -> None:
    for number, each in enumerate(run.copies):
        if each.member == command.by and not each.read_at:
            draft.copies[number] = each._replace(read_at=draft.at)
            if each.listed:
                draft.effect(ListCopy(draft.copies[number], again=True))


def hand_over(draft: Draft, run: Run, command: commands.Handover) -> None:
    """The member's open or waiting task becomes the successor's, unless he is asked at that node already."""
    task = next((each for each in draft.tasks if each.member == command.from_member and each.status in PENDING), None)
    if task is None:
        return
    if not draft.org.active(command.to_member):
        raise SuccessorInactive()
    node = _approval(draft, task)
    if command.to_member == run.initiator and node.same_as_initiator != SELF:
        raise SuccessorIsInitiator(title=run.card.get("title", ""))
    takes = _may_take(draft, node, command.to_member)
    person = _taking(task, command.to_member, "successor_of")
    if task.status == WAITING and takes:
        draft.give(task, person)
    else:
        draft.set_task(task, HANDED_OVER)
        if takes:
            draft.add_task(task.node, person, is_open=True)
    left = Person(command.from_member, task.why)
    draft.append_trail_by(
        "handed_over", node=node.id, node_name=node.name, task=task.id, people=draft.named([left, person])
    )
    _settle(draft, node)


def catch_up(draft: Draft, run: Run, command: commands.CatchUp) -> None:  # noqa: ARG001
    """Listing is done for every command; here only people who left in the meantime are replaced first."""
    for task in run.tasks:
        if task.status == OPEN and draft.org.active(task.member) is None:
            successor = draft.org.standing_for(task.member)
            if successor is not None and successor.id != run.initiator:
                hand_over(draft, run, commands.Handover(task.member, successor.id))
