"""The next state of a run while one command is carried out: changed in place, frozen once at the end.

Everything that happens is said here, so that no state can change without its trail entry.
"""

from collections.abc import Iterable, Mapping
from typing import Any, cast

from ...directory.org import Org
from ...kernel.events import Event
from .. import events
from ..step_names import label_of
from .context import Context, Person
from .effects import AppendTrail, CloseTodo, Decision, Effect, ListCopy, ListDone, ListStarted, OpenTodo, RecordState
from .errors import NoApprover, NoStandIn, TooManyApprovers
from .listing import Listed, catch_up
from .node_entry import AUTO_PASSED, BLOCKED, BRANCHED, COPIED, ENDED, WAIT, EntryResult, Node
from .nodes.approve import MAX_APPROVERS, SEQUENCE, Approve
from .run import APPROVED, CLOSED, OPEN, RUNNING, WAITING, Copy, Run, Task, Visit
from .spec import PathStep, Spec

MAX_TASKS = 1_500
"""So that a run of any length stays well under what one row may hold."""


class Draft:
    """`freeze` gives the Decision. `actor` is whom trail entries name unless they say otherwise."""

    def __init__(self, spec: Spec, run: Run, org: Org, at: str, actor: str) -> None:
        self.spec = spec
        self.org = org
        self.at = at
        self.actor = actor
        self.context = Context(org, run.initiator, run.values, under_way=bool(run.visited))
        self.status = run.status
        self.node = run.node
        self.tasks = list(run.tasks)
        self.copies = list(run.copies)
        self.visited = list(run.visited)
        self._run = run
        self._entries: list[dict[str, Any]] = []
        self._effects: list[Effect] = []
        self._events: list[Event] = []

    def effect(self, effect: Effect) -> None:
        self._effects.append(effect)

    # -- telling

    def append_trail(self, act: str, detail: Mapping[str, Any]) -> None:
        """One trail entry; `detail` without empty values."""
        entry = {"seq": self._run.said + len(self._entries) + 1, "at": self.at, "act": act}
        for name, value in detail.items():
            if value:
                entry[name] = value
        self._entries.append(entry)

    def append_trail_by(self, act: str, **detail: Any) -> None:
        self.append_trail(act, {"by": self.actor, "by_name": self.name_of(self.actor), **detail})

    def append_trail_at(self, act: str, node: Node, **detail: Any) -> None:
        self.append_trail(act, {"node": node.id, "node_name": node.name, **detail})

    def emit(self, type_: str, **data: Any) -> None:
        self._events.append(events.of_run(type_, self._run.id, self._run.facts, data))

    def name_of(self, member_id: str) -> str:
        member = self.org.members.get(member_id)
        return member.name if member else ""

    def named(self, people: Iterable[Person]) -> list[dict[str, Any]]:
        return [{"id": each.member, "name": self.name_of(each.member), "why": each.why} for each in people]

    # -- moving

    def follow(self, path: Iterable[PathStep]) -> None:
        """On to the first node that waits, or to the end."""
        for node, visit in path:
            self._arrive(node, visit)
            if visit.outcome == WAIT:
                return
            if visit.verdict:
                self.finish(visit.verdict)
                return
        self.finish(APPROVED)

    def _arrive(self, node: Node, visit: EntryResult) -> None:
        if visit.outcome == BLOCKED:
            refusal = NoStandIn if self.context.under_way else NoApprover
            raise refusal(node=label_of(node.name), node_id=node.id)
        if visit.outcome == WAIT:
            self._ask(node, visit.people, visit.mode, visit.reason)
        elif visit.outcome == COPIED:
            self.copy_to([person.member for person in visit.people], node.id)
            self.append_trail_at("copied", node, people=self.named(visit.people))
        elif visit.outcome == AUTO_PASSED:
            self.append_trail_at("auto_passed", node, reason=visit.reason)
        elif visit.outcome == BRANCHED:
            self.append_trail_at("branch_taken", node, branch=visit.detail)
        elif visit.outcome == ENDED:
            self.append_trail_at("ended", node, outcome=visit.verdict)
        self.visited.append(Visit(node.id, visit.outcome, visit.detail))

    def _ask(self, node: Node, people: tuple[Person, ...], mode: str, reason: str) -> None:
        if len(people) > MAX_APPROVERS:
            raise TooManyApprovers(node=label_of(node.name), limit=MAX_APPROVERS)
        if len(self.tasks) + len(people) > MAX_TASKS:
            raise TooManyApprovers(node=label_of(node.name), limit=MAX_TASKS)
        self.node = node.id
        for position, person in enumerate(people):
            self.add_task(node.id, person, is_open=mode != SEQUENCE or position == 0)
        self.append_trail_at("assigned", node, mode=mode, reason=reason, people=self.named(people))

    def add_task(self, node_id: str, person: Person, *, is_open: bool) -> None:
        name = f"t{len(self.tasks) + 1}"
        if is_open:
            task = Task(name, node_id, *person, OPEN, self.at, due_at=self._due(node_id))
        else:
            task = Task(name, node_id, *person, WAITING)
        self.tasks.append(task)

    def copy_to(self, members: Iterable[str], node_id: str) -> None:
        """Each member is copied once a run."""
        present = {copy.member for copy in self.copies}
        for member in members:
            if member not in present:
                present.add(member)
                self.copies.append(Copy(member, node_id, self.at))

    # -- tasks

    def set_task(self, task: Task, status: str) -> Task:
        """The task with its last status. A decided one goes to what its member has done."""
        changed = self._put(task.ended(status, self.at))
        if changed.decided:
            self.effect(ListDone(changed))
        return changed

    def open_task(self, task: Task) -> None:
        """Its turn has come."""
        self._put(task.opened(self.at, self._due(task.node)))

    def give(self, task: Task, person: Person) -> Task:
        """A task that waits for its turn gets somebody else."""
        return self._put(task._replace(member=person.member, why=person.why))

    def _due(self, node_id: str) -> str:
        """Only approvals ask."""
        return cast(Approve, self.spec.node(node_id)).due(self.at)

    def _put(self, task: Task) -> Task:
        """The number of a task's id is its place in the list."""
        self.tasks[int(task.id[1:]) - 1] = task
        return task

    def at_node(self) -> list[Task]:
        """Tasks of the current node, in the order in which they were made."""
        return [task for task in self.tasks if task.node == self.node]

    def close_rest(self) -> None:
        for task in self.tasks:
            if task.status in (OPEN, WAITING):
                self.set_task(task, CLOSED)

    def leave(self, outcome: str) -> None:
        """The current node has its answer."""
        self.close_rest()
        at = self.visited[-1]
        self.visited[-1] = Visit(at.node, outcome, at.detail)

    def finish(self, status: str) -> None:
        self.status, self.node = status, ""
        self.close_rest()
        self.append_trail("finished", {"outcome": status})
        self.effect(RecordState(status, locked=status == APPROVED))
        self.emit(events.RUN_FINISHED[status], decided_by=self.actor)

    # -- the end of the command

    def freeze(self, limit: int) -> Decision:
        run = self._run
        moved = self.status != run.status or self.node != run.node or not run.visited
        listed = catch_up(self.tasks, self.copies, limit)
        after = run._replace(
            status=self.status,
            node=self.node,
            tasks=tuple(self.tasks),
            copies=tuple(self.copies),
            visited=tuple(self.visited),
            said=run.said + len(self._entries),
            started_at=run.started_at or self.at,
            ended_at=self.at if self.status != RUNNING and not run.over else run.ended_at,
        )
        effects = [
            *self._effects,
            *map(OpenTodo, listed.opened),
            *map(CloseTodo, listed.closed),
            *map(ListCopy, listed.copied),
        ]
        if moved:
            effects.append(ListStarted())
        if self._entries:
            effects.append(AppendTrail(run.said + 1, tuple(self._entries)))
        self._emit_listed(listed)
        return Decision(after, (*effects, *self._events))

    def _emit_listed(self, listed: Listed) -> None:
        if listed.opened:
            node = self.spec.node(listed.opened[0].node)
            tasks = [events.opened(task) for task in listed.opened]
            self.emit(events.TASK_OPENED, node_id=node.id, node_name=node.name, tasks=tasks)
        if listed.copied:
            self.emit(events.MEMBERS_COPIED, copies=[events.copied(copy) for copy in listed.copied])
        if listed.is_more:
            self.emit(events.RUN_ADVANCED)
