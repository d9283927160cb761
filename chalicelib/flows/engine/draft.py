"""The next state of a run while one command is carried out: changed in place, frozen once at the end.

Everything that happens is said here, so that no state can change without its trail entry. `movement` moves the tokens.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from ...kernel.events import Event
from .. import events
from .context import Person
from .effects import (
    AppendTrail,
    CloseTodo,
    Decision,
    Effect,
    ListCopy,
    ListDone,
    ListStarted,
    OpenTodo,
    RecordState,
)
from .environment import Environment
from .listing import Listed, catch_up
from .node_entry import CANCELLED, Node
from .run import ACTIVE, APPROVED, CLOSED, RUNNING, Copy, Run, Task, Token, Visit
from .spec import Spec


class Draft:
    """`freeze` gives the Decision. `actor` is whom trail entries name unless they say otherwise."""

    def __init__(self, spec: Spec, run: Run, env: Environment, actor: str) -> None:
        self.spec = spec
        self.run = run
        self.env = env
        self.actor = actor
        self.context = env.context(run.initiator, run.values, under_way=bool(run.visits))
        self.status = run.status
        self.tokens = list(run.tokens)
        self.visits = list(run.visits)
        self.tasks = list(run.tasks)
        self.copies = list(run.copies)
        self._entries: list[dict[str, Any]] = []
        self._effects: list[Effect] = []
        self._events: list[Event] = []

    @property
    def over(self) -> bool:
        return self.status != RUNNING

    def effect(self, effect: Effect) -> None:
        self._effects.append(effect)

    # -- telling

    def append_trail(self, act: str, detail: Mapping[str, Any]) -> None:
        """One trail entry; `detail` without empty values."""
        entry = {"seq": self.run.said + len(self._entries) + 1, "at": self.env.at, "act": act}
        for name, value in detail.items():
            if value:
                entry[name] = value
        self._entries.append(entry)

    def append_trail_by(self, act: str, **detail: Any) -> None:
        self.append_trail(act, {"by": self.actor, "by_name": self.name_of(self.actor), **detail})

    def append_trail_at(self, act: str, node: Node, **detail: Any) -> None:
        self.append_trail(act, {"node": node.id, "node_name": node.name, **detail})

    def emit(self, type_: str, **data: Any) -> None:
        self._events.append(events.of_run(type_, self.run.id, self.run.facts, data))

    def name_of(self, member_id: str) -> str:
        member = self.env.org.members.get(member_id)
        return member.name if member else ""

    def named(self, people: Iterable[Person]) -> list[dict[str, Any]]:
        return [{"id": each.member, "name": self.name_of(each.member), "why": each.why} for each in people]

    # -- tokens and visits

    def token(self, token_id: str) -> Token:
        return next(token for token in self.tokens if token.id == token_id)

    def put_token(self, token: Token) -> Token:
        """The token with the same id becomes this one, or it is new."""
        for number, each in enumerate(self.tokens):
            if each.id == token.id:
                self.tokens[number] = token
                return token
        self.tokens.append(token)
        return token

    def visit(self, visit_id: str) -> Visit:
        """The number of a visit's id is its place in the list."""
        return self.visits[int(visit_id[1:]) - 1]

    def leave(self, visit: Visit, outcome: str) -> None:
        """The visit has its answer: what it still asks for is closed."""
        for task in self.tasks_of(visit.id):
            if task.pending:
                self.end_task(task, CLOSED)
        self.visits[int(visit.id[1:]) - 1] = replace(visit, outcome=outcome, left_at=self.env.at)

    # -- tasks and copies

    def tasks_of(self, visit_id: str) -> list[Task]:
        return [task for task in self.tasks if task.visit == visit_id]

    def put_task(self, task: Task) -> Task:
        """The number of a task's id is its place in the list."""
        self.tasks[int(task.id[1:]) - 1] = task
        return task

    def end_task(self, task: Task, status: str) -> Task:
        """The task with its last status. A decided one goes to what its member has done."""
        changed = self.put_task(task.ended(status, self.env.at))
        if changed.decided:
            self.effect(ListDone(changed))
        return changed

    def copy_to(self, members: Iterable[str], node_id: str) -> None:
        """Each member is copied once a run."""
        present = {copy.member for copy in self.copies}
        for member in members:
            if member not in present:
                present.add(member)
                self.copies.append(Copy(member, node_id, self.env.at))

    # -- the end of the run, and of the command

    def finish(self, status: str, left: str = CANCELLED) -> None:
        """The run is over; visits that still wait are left with the outcome `left`."""
        for visit in self.visits:
            if visit.open:
                self.leave(visit, left)
        self.status, self.tokens = status, []
        self.append_trail("finished", {"outcome": status})
        self.effect(RecordState(status, locked=status == APPROVED))
        self.emit(events.RUN_FINISHED[status], decided_by=self.actor)

    def freeze(self, limit: int) -> Decision:
        run = self.run
        nodes = tuple(token.node for token in self.tokens if token.state == ACTIVE)
        moved = self.status != run.status or nodes != run.nodes or not run.visits
        listed = catch_up(self.tasks, self.copies, limit)
        after = replace(
            run,
            status=self.status,
            tokens=tuple(self.tokens),
            visits=tuple(self.visits),
            tasks=tuple(self.tasks),
            copies=tuple(self.copies),
            said=run.said + len(self._entries),
            started_at=run.started_at or self.env.at,
            ended_at=self.env.at if self.over and not run.over else run.ended_at,
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
        by_node: dict[str, list[Task]] = {}
        for task in listed.opened:
            by_node.setdefault(task.node, []).append(task)
        for node_id, tasks in by_node.items():
            name = self.spec.node(node_id).name
            self.emit(
                events.TASK_OPENED, node_id=node_id, node_name=name, tasks=[events.opened(each) for each in tasks]
            )
        if listed.copied:
            self.emit(events.MEMBERS_COPIED, copies=[events.copied(copy) for copy in listed.copied])
        if listed.is_more:
            self.emit(events.RUN_ADVANCED)
