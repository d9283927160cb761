"""An approval: any of the approvers (或签), all of them (会签), or one after another (依次).

- any: the first who approves passes it, the first who rejects rejects the run.
- all: everyone must approve; the first who rejects rejects the run.
- sequence: they are asked one after another, in the order of the rules; the first who rejects rejects the run.

Who is asked is settled in this order: the rules' candidates, active ones, each once; then the initiator, who does not
approve his own record unless a rule says `initiator` or the node says `self`; then, if nobody is left, `empty`. A run
that has begun does not freeze when people leave: where `empty` finds nobody either, administrators decide.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ....directory.org import Org
from ....kernel.errors import FieldError
from ...step_names import label_of
from ..approvers import Rule, named_by, rules
from ..approvers.rule import unknown_members
from ..builder import Builder, SourceRef
from ..context import Context, Person, unique_active
from ..contract import IDS, RULES, Contract
from ..node_entry import AUTO_PASSED, BLOCKED, WAIT, BaseNode, EntryResult, Finding
from ..node_types import APPROVERS, Named, Nested, NodeType, Raw
from ..run import Visit
from ..signals import STAYS, Decided, Progress, Reassigned, Signal
from ..visit_context import VisitContext
from . import approval_tasks
from .approval_tasks import ALL, ANY, SEQUENCE

__all__ = ["ALL", "ANY", "APPROVE", "ASSIGN", "BLOCK", "MANAGER", "NODE_TYPE", "SELF", "SEQUENCE", "SKIP", "Approve"]

SELF, SKIP, MANAGER = "self", "skip", "manager"
BLOCK, APPROVE, ASSIGN = "block", "approve", "assign"

MAX_NAMES = 20
"""Names that a warning lists; the count is always the whole one."""


@dataclass(frozen=True, slots=True)
class Approve(BaseNode):
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

    def on_signal(self, visit: Visit, signal: Signal, context: VisitContext) -> Progress:  # noqa: ARG002
        asked = approval_tasks.Rules(self.mode, self.next, self.due_hours, self.same_as_initiator == SELF)
        if isinstance(signal, Decided):
            return approval_tasks.decided(asked, signal, context)
        if isinstance(signal, Reassigned):
            return approval_tasks.reassigned(asked, signal, context)
        return STAYS

    def _ask(self, people: tuple[Person, ...], reason: str) -> EntryResult:
        return EntryResult(
            WAIT,
            self.next,
            people,
            reason=reason,
            mode=self.mode,
            sequence=self.mode == SEQUENCE,
            due_hours=self.due_hours,
        )

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

    def fixed(self, org: Org) -> Iterator[str]:
        yield from (each for rule in self.rules for each in rule.fixed(org))
        yield from self.assigned

    def check(self, org: Org, starters: Sequence[str]) -> Iterator[Finding]:
        for rule in self.rules:
            yield from map(Finding, rule.faults(org))
        yield from map(Finding, unknown_members(org, self.assigned, f"{self.path}/empty/members"))
        if starters and not any(rule.by_values for rule in self.rules):
            yield from self._staffing(org, starters)

    def _staffing(self, org: Org, starters: Sequence[str]) -> Iterator[Finding]:
        """What trying every initiator here shows: an error if all of them get nobody, a warning if some do."""
        outcomes = {each: self.enter(Context(org, each)).outcome for each in starters}
        without = sorted(org.members[each].name for each, outcome in outcomes.items() if outcome == BLOCKED)
        node = label_of(self.name)
        if self.empty == APPROVE and all(outcome == AUTO_PASSED for outcome in outcomes.values()):
            yield Finding(FieldError.of(self.path, "approver_never_found", node=node), warning=True)
        elif len(without) == len(starters):
            yield Finding(FieldError.of(f"{self.path}/approvers", "approver_missing", node=node))
        elif without:
            names, count = "、".join(without[:MAX_NAMES]), len(without)
            fault = FieldError.of(
                f"{self.path}/approvers", "approver_missing_for_some", node=node, names=names, count=count
            )
            yield Finding(fault, warning=True)


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


def _named(raw: Raw, nested: Nested) -> Iterator[Named]:  # noqa: ARG001
    for each in (*named_by(raw["approvers"]), *raw.get("empty", {}).get("members", ())):
        yield Named(each, APPROVERS, raw["name"])


CONTRACT = Contract(
    "Approval",
    {
        "mode": {
            "description": "any: the first decision counts. all: everyone must approve, the first rejection rejects. "
            "sequence: one after another, the first rejection rejects.",
            "enum": [ANY, ALL, SEQUENCE],
        },
        "approvers": RULES,
        "empty": {
            "description": "If nobody is found: block refuses the submission, approve passes the node, assign asks the "
            "named members. Where a run that has begun finds nobody at all, the administrators are asked.",
            "type": "object",
            "required": ["action"],
            "additionalProperties": False,
            "properties": {"action": {"enum": [BLOCK, APPROVE, ASSIGN]}, "members": IDS},
        },
        "same_as_initiator": {
            "description": "If an approver is the initiator themself: self lets them, skip leaves them out, "
            "manager asks their manager instead.",
            "enum": [SELF, SKIP, MANAGER],
        },
        "due_hours": {
            "description": "How many hours whoever is asked has to decide, nights and holidays too. To-dos are in "
            "the order of what is due; nothing happens by itself when the time is over.",
            "type": "integer",
            "minimum": 1,
            "maximum": 8760,
        },
    },
    required=("mode", "approvers"),
)

NODE_TYPE = NodeType("approve", {"zh-CN": "审批", "en": "Approval"}, CONTRACT, build, _named)
