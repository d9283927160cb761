"""An approval: any of the approvers (或签), all of them (会签), or one after another (依次).

- any: the first who approves passes it, the first who rejects rejects the run.
- all: everyone must approve; the first who rejects rejects the run.
- sequence: they are asked one after another, in the order of the rules; the first who rejects rejects the run.

Who is asked is settled in this order: the rules' candidates, active ones, each once; then the initiator, who does not
approve his own record unless a rule says `initiator` or the node says `self`; then, if nobody is left, `empty`. A run
that has begun does not freeze when people leave: where `empty` finds nobody either, administrators decide.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from ....directory.org import Org
from ....kernel.clock import from_text, to_text
from ....kernel.errors import FieldError
from ..approvers import Rule, rules
from ..approvers.member import unknown_members
from ..builder import Builder, SourceRef
from ..context import Context, Person, unique_active
from ..node_entry import AUTO_PASSED, BLOCKED, WAIT, EntryResult

ANY, ALL, SEQUENCE = "any", "all", "sequence"
SELF, SKIP, MANAGER = "self", "skip", "manager"
BLOCK, APPROVE, ASSIGN = "block", "approve", "assign"

MAX_APPROVERS = 500


@dataclass(frozen=True, slots=True)
class Approve:
    """`empty` and `assigned`: what happens if nobody is found. `same_as_initiator`: self, skip or manager. `due_hours`:
    how long whoever is asked has for it, nights and holidays too; 0 sets no time.
    """

    id: str
    name: str
    path: str
    next: int
    mode: str
    rules: tuple[Rule, ...]
    empty: str
    assigned: tuple[str, ...]
    same_as_initiator: str
    due_hours: int
    type = "approve"

    def enter(self, context: Context) -> EntryResult:
        people = unique_active(context.org, [each for rule in self.rules for each in rule.candidates(context)])
        others, stood_in = self._without_initiator(context, people)
        if others:
            return self._ask(others, "initiator_replaced" if stood_in else "")
        if people and self.same_as_initiator == SKIP:
            return EntryResult(AUTO_PASSED, self.next, reason="initiator_skipped")
        return self._nobody(context)

    def due(self, asked_at: str) -> str:
        return to_text(from_text(asked_at) + timedelta(hours=self.due_hours)) if self.due_hours else ""

    def _ask(self, people: tuple[Person, ...], reason: str) -> EntryResult:
        return EntryResult(WAIT, self.next, people, reason=reason, mode=self.mode)

    def _nobody(self, context: Context) -> EntryResult:
        if self.empty == APPROVE:
            return EntryResult(AUTO_PASSED, self.next, reason="nobody_found")
        people: tuple[Person, ...] = ()
        if self.empty == ASSIGN:
            people = self._instead(context, self.assigned, "assigned")
        if not people and context.under_way:
            people = self._instead(context, [each.id for each in context.org.administrators()], "administrator")
        if people:
            return self._ask(people, "nobody_found")
        return EntryResult(BLOCKED, self.next, reason="nobody_found")

    def _instead(self, context: Context, members: Iterable[str], rule: str) -> tuple[Person, ...]:
        """Those who are asked because the rules name nobody: never the initiator, unless the node lets him."""
        people = unique_active(context.org, [Person(each, {"rule": rule}) for each in members])
        return tuple(each for each in people if self.same_as_initiator == SELF or each.member != context.initiator)

    def _without_initiator(self, context: Context, people: tuple[Person, ...]) -> tuple[tuple[Person, ...], bool]:
        """The people without the initiator, unless he is meant; and whether somebody stands in for him."""
        if self.same_as_initiator == SELF or not any(_unmeant(person, context) for person in people):
            return people, False
        manager = context.org.managers_of(context.initiator, 1) if self.same_as_initiator == MANAGER else ()
        settled: list[Person] = []
        for person in people:
            if not _unmeant(person, context):
                settled.append(person)
            elif manager:
                settled.append(Person(manager[0].id, {**person.why, "instead_of": context.initiator}))
        return unique_active(context.org, settled), bool(manager)

    def exits(self) -> tuple[int, ...]:
        return (self.next,)

    def check(self, org: Org) -> Iterator[FieldError]:
        for rule in self.rules:
            yield from rule.faults(org)
        yield from unknown_members(org, self.assigned, f"{self.path}/empty/members")


def _unmeant(person: Person, context: Context) -> bool:
    return person.member == context.initiator and person.why["rule"] != "initiator"


def build(builder: Builder, source: SourceRef, after: int) -> int:
    raw, path = source.raw, source.path
    empty = raw.get("empty", {"action": BLOCK})
    assigned = _assigned(builder, empty, path)
    return builder.add(
        Approve(
            id=raw["id"],
            name=raw["name"],
            path=path,
            next=after,
            mode=raw["mode"],
            rules=rules(builder, raw["approvers"], f"{path}/approvers"),
            empty=empty["action"],
            assigned=assigned,
            same_as_initiator=raw.get("same_as_initiator", MANAGER),
            due_hours=raw.get("due_hours", 0),
        )
    )


def _assigned(builder: Builder, empty: Mapping[str, Any], path: str) -> tuple[str, ...]:
    members = tuple(empty.get("members", ())) if empty["action"] == ASSIGN else ()
    if empty["action"] == ASSIGN and not members:
        builder.fault(f"{path}/empty/members", "nobody_named")
    return members
