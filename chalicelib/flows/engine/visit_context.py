"""What a node may see and change while a signal reaches one of its visits: the tasks of that visit, and no others."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from ..step_names import label_of
from .context import Context, Person
from .errors import TooManyApprovers
from .node_entry import MAX_APPROVERS, Node
from .run import CLOSED, OPEN, WAITING, Task, Visit

if TYPE_CHECKING:
    from .draft import Draft

DELEGATE_OF = "delegate_of"
"""In a reason: the member who is away, and for whom this one decides."""

MAX_TASKS = 1_500
"""So that a run of any length stays well under what one row may hold."""


class VisitContext:
    """One visit of one node. Every change of a task goes through here; `draft` keeps the whole run."""

    def __init__(self, draft: "Draft", node: Node, visit: Visit) -> None:
        self._draft = draft
        self.node = node
        self.visit = visit

    @property
    def context(self) -> Context:
        """The organisation, who started, the values."""
        return self._draft.context

    @property
    def tasks(self) -> list[Task]:
        """In the order in which they were made."""
        return self._draft.tasks_of(self.visit.id)

    @property
    def title(self) -> str:
        """Of the record, for messages."""
        return str(self._draft.run.card.get("title", ""))

    def ask(self, people: tuple[Person, ...], due_hours: int, *, sequence: bool = False) -> tuple[Person, ...]:
        """Make a task for each; in a sequence only the first is open. For those who are away their delegates are asked.

        Answers whom it asks. Raises TooManyApprovers.
        """
        for limit, count in ((MAX_APPROVERS, 0), (MAX_TASKS, len(self._draft.tasks))):
            if count + len(people) > limit:
                raise TooManyApprovers(node=label_of(self.node.name), limit=limit)
        others = {person.member for person in people}
        asked = [
            self._deciding(person, others) if position == 0 or not sequence else person
            for position, person in enumerate(people)
        ]
        for position, person in enumerate(asked):
            self.add(person, due_hours, is_open=not sequence or position == 0)
        return tuple(asked)

    def _deciding(self, person: Person, others: set[str]) -> Person:
        """Who is asked for one who is away: their delegate, unless that one is asked anyway or started the run. One of
        `others` who is named here becomes one of them.
        """
        draft = self._draft
        form_id = draft.run.facts.get("form_id", "")
        delegate = draft.env.org.deciding_for(person.member, draft.env.at, form_id)
        if delegate is None or delegate.id in others or delegate.id == draft.run.initiator:
            return person
        others.add(delegate.id)
        return Person(delegate.id, {**person.why, DELEGATE_OF: person.member})

    def add(self, person: Person, due_hours: int, *, is_open: bool, origin: str = "", parent: str = "") -> None:
        draft = self._draft
        name, node, visit = f"t{len(draft.tasks) + 1}", self.node.id, self.visit.id
        opened_at, due_at = (draft.env.at, self._due(due_hours)) if is_open else ("", "")
        status = OPEN if is_open else WAITING
        draft.tasks.append(
            Task(
                name,
                node,
                person.member,
                person.why,
                status,
                opened_at,
                due_at=due_at,
                visit=visit,
                origin=origin,
                parent=parent,
                delegated_from=person.why.get(DELEGATE_OF, ""),
            )
        )

    def open(self, task: Task, due_hours: int) -> Task:
        """Its turn has come. Whether its member is away is asked now."""
        others = {each.member for each in self.tasks}
        person = self._deciding(Person(task.member, task.why), others)
        turn = replace(task, member=person.member, why=person.why, delegated_from=person.why.get(DELEGATE_OF, ""))
        return self._draft.put_task(turn.opened(self._draft.env.at, self._due(due_hours)))

    def end(self, task: Task, status: str) -> Task:
        return self._draft.end_task(task, status)

    def close_rest(self) -> None:
        for task in self.tasks:
            if task.pending:
                self.end(task, CLOSED)

    def put(self, task: Task) -> Task:
        """The task with the same id becomes this one."""
        return self._draft.put_task(task)

    def append_trail(self, act: str, **detail: Any) -> None:
        """One entry that names who acts and this node; without empty values."""
        self._draft.append_trail_by(act, node=self.node.id, node_name=self.node.name, **detail)

    def named(self, people: tuple[Person, ...]) -> list[dict[str, Any]]:
        return self._draft.named(people)

    def named_one(self, member_id: str) -> dict[str, str]:
        """A member with their name; empty for nobody."""
        return {"id": member_id, "name": self._draft.name_of(member_id)} if member_id else {}

    def emit(self, type_: str, **data: Any) -> None:
        """An event about this node."""
        self._draft.emit(type_, node_id=self.node.id, node_name=self.node.name, **data)

    @property
    def actor(self) -> str:
        return self._draft.actor

    def _due(self, hours: int) -> str:
        env = self._draft.env
        return env.calendar.add_hours(env.at, hours) if hours else ""
