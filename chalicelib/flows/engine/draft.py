"""The next state of a run while one command is carried out: changed in place, frozen once at the end.

Everything that happens is said here, so that no state can change without its trail entry.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import Any, cast

from ...directory.org import Org
from ...kernel.clock import to_text
from ...kernel.events import Event
from .. import events
from .context import Context, Person
from .effects import Decision, Effect, ListCopy, ListDone, ListStarted, OpenTodo, RecordState, Say, Tell
from .errors import NoApprover, NoStandIn, TooManyApprovers
from .listing import catch_up
from .nodes.approve import MAX_APPROVERS, SEQUENCE, Approve
from .run import APPROVED, CLOSED, OPEN, RUNNING, WAITING, Copy, Run, Task, Visited
from .spec import Spec, Stop, walk
from .visit import AUTO_PASSED, BLOCKED, BRANCHED, COPIED, ENDED, WAIT, Node

MAX_TASKS = 1_500
"""So that a run of any length stays well under what one row may hold."""


class Draft:
    """`freeze` gives the Decision. `actor` is whom trail entries name unless they say otherwise."""

    def __init__(self, spec: Spec, run: Run, org: Org, now: datetime, actor: str) -> None:
        self.spec = spec
        self.org = org
        self.now = to_text(now)
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

    def say(self, act: str, **detail: Any) -> None:
        """One trail entry; `detail` without empty values."""
        entry = {"seq": self._run.said + len(self._entries) + 1, "at": self.now, "act": act}
        for name, value in detail.items():
            if value:
                entry[name] = value
        self._entries.append(entry)

    def say_by(self, act: str, **detail: Any) -> None:
        self.say(act, by=self.actor, by_name=self.name_of(self.actor), **detail)

    def say_at(self, act: str, node: Node, **detail: Any) -> None:
        self.say(act, node=node.id, node_name=node.name, **detail)

    def tell(self, type_: str, **data: Any) -> None:
        self._events.append(events.of_run(type_, self._run.id, self._run.facts, **data))

    def name_of(self, member_id: str) -> str:
        member = self.org.members.get(member_id)
        return member.name if member else ""

    def named(self, people: Iterable[Person]) -> list[dict[str, Any]]:
        return [{"id": each.member, "name": self.name_of(each.member), "why": each.why} for each in people]

    # -- moving

    def go(self, entry: int) -> None:
        """On from `entry` to the first node that waits, or to the end."""
        for stop in walk(self.spec, entry, self.context):
            self._arrive(stop)
            if stop.visit.outcome == WAIT:
                return
            if stop.visit.verdict:
                self.finish(stop.visit.verdict)
                return
        self.finish(APPROVED)

    def _arrive(self, stop: Stop) -> None:
        node, visit = stop
        if visit.outcome == BLOCKED:
            refusal = NoStandIn if self.context.under_way else NoApprover
            raise refusal(node=node.name, node_id=node.id)
        if visit.outcome == WAIT:
            self._ask(node, visit.people, visit.mode, visit.reason)
        elif visit.outcome == COPIED:
            self.copy_to([person.member for person in visit.people], node.id)
            self.say_at("copied", node, people=self.named(visit.people))
        elif visit.outcome == AUTO_PASSED:
            self.say_at("auto_passed", node, reason=visit.reason)
        elif visit.outcome == BRANCHED:
            self.say_at("branch_taken", node, branch=visit.detail)
        elif visit.outcome == ENDED:
            self.say_at("ended", node, outcome=visit.verdict)
        self.visited.append(Visited(node.id, visit.outcome, visit.detail))

    def _ask(self, node: Node, people: tuple[Person, ...], mode: str, reason: str) -> None:
        if len(people) > MAX_APPROVERS:
            raise TooManyApprovers(node=node.name, limit=MAX_APPROVERS)
        if len(self.tasks) + len(people) > MAX_TASKS:
            raise TooManyApprovers(node=node.name, limit=MAX_TASKS)
        self.node = node.id
        for position, person in enumerate(people):
            self.add_task(node.id, person, is_open=mode != SEQUENCE or position == 0)
        self.say_at("assigned", node, mode=mode, reason=reason, people=self.named(people))

    def add_task(self, node_id: str, person: Person, *, is_open: bool) -> None:
        task = Task(f"t{len(self.tasks) + 1}", node_id, person.member, person.why, WAITING)
        self.tasks.append(task.opened(self.now, self._due(node_id)) if is_open else task)

    def copy_to(self, members: Iterable[str], node_id: str) -> None:
        """Each member is copied once a run."""
        present = {copy.member for copy in self.copies}
        for member in members:
            if member not in present:
                present.add(member)
                self.copies.append(Copy(member, node_id, self.now))

    # -- tasks

    def set_task(self, task: Task, status: str) -> Task:
        """The task with its last status. A decided one goes to what its member has done."""
        changed = self._put(task.ended(status, self.now))
        if changed.decided:
            self.effect(ListDone(changed))
        return changed

    def open_task(self, task: Task) -> None:
        """Its turn has come."""
        self._put(task.opened(self.now, self._due(task.node)))

    def give(self, task: Task, person: Person) -> Task:
        """A task that waits for its turn gets somebody else."""
        return self._put(task._replace(member=person.member, why=person.why))

    def _due(self, node_id: str) -> str:
        """Only approvals ask."""
        return cast(Approve, self.spec.node(node_id)).due(self.now)

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
        self.visited[-1] = Visited(at.node, outcome, at.detail)

    def finish(self, status: str) -> None:
        self.status, self.node = status, ""
        self.close_rest()
        self.say("finished", outcome=status)
        self.effect(RecordState(status, locked=status == APPROVED))
        self.tell(events.RUN_FINISHED[status], decided_by=self.actor)

    # -- the end of the command

    def freeze(self, limit: int) -> Decision:
        run = self._run
        moved = self.status != run.status or self.node != run.node or not run.visited
        shown, is_more = catch_up(self.tasks, self.copies, limit)
        after = Run(
            id=run.id,
            initiator=run.initiator,
            values=run.values,
            facts=run.facts,
            card=run.card,
            status=self.status,
            node=self.node,
            tasks=tuple(self.tasks),
            copies=tuple(self.copies),
            visited=tuple(self.visited),
            said=run.said + len(self._entries),
            started_at=run.started_at or self.now,
            ended_at=self.now if self.status != RUNNING and not run.over else run.ended_at,
        )
        effects = self._effects + shown
        if moved:
            effects.append(ListStarted())
        if self._entries:
            effects.append(Say(run.said + 1, tuple(self._entries)))
        effects += [Tell(event) for event in self._told(after, shown, is_more)]
        return Decision(after, tuple(effects))

    def _told(self, after: Run, shown: list[Effect], is_more: bool) -> list[Event]:  # noqa: FBT001
        told = list(self._events)
        opened = [effect.task for effect in shown if isinstance(effect, OpenTodo)]
        if opened:
            node = self.spec.node(opened[0].node)
            told.append(events.task_opened(after.id, after.facts, {"node_id": node.id, "node_name": node.name}, opened))
        copied = [effect.copy for effect in shown if isinstance(effect, ListCopy)]
        if copied:
            told.append(events.members_copied(after.id, after.facts, copied))
        if is_more:
            told.append(events.of_run(events.RUN_ADVANCED, after.id, after.facts))
        return told
