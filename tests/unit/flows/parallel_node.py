"""A node type that the product does not have yet, added as one would be: by one file.

`parallel` forks into branches that run side by side and meet again; `review` asks one member, who lets the run pass or
sends it back to an earlier step; `pause` waits for a signal instead of people.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from chalicelib.flows.engine.builder import Builder, SourceRef
from chalicelib.flows.engine.context import Context, Person
from chalicelib.flows.engine.contract import Contract
from chalicelib.flows.engine.node_entry import FORKED, JOINED, PASSED, WAIT, BaseNode, EntryResult
from chalicelib.flows.engine.node_types import Named, Nested, NodeType, Raw
from chalicelib.flows.engine.nodes import NODE_TYPES
from chalicelib.flows.engine.run import APPROVED, REJECTED, Visit
from chalicelib.flows.engine.signals import STAYS, Decided, Progress, Received, Signal
from chalicelib.flows.engine.visit_context import VisitContext


@dataclass(frozen=True, slots=True)
class Fork(BaseNode):
    """`next` is the join."""

    id: str
    name: str
    path: str
    next: int
    branches: tuple[int, ...]
    type = "parallel"

    def enter(self, context: Context) -> EntryResult:
        return EntryResult(FORKED, self.next, forks=self.branches)

    def exits(self) -> tuple[int, ...]:
        return self.branches


@dataclass(frozen=True, slots=True)
class Join(BaseNode):
    id: str
    name: str
    path: str
    next: int
    type = "join"

    def enter(self, context: Context) -> EntryResult:
        return EntryResult(JOINED, self.next)


def build_parallel(builder: Builder, source: SourceRef, after: int) -> int:
    raw, path = source.raw, source.path
    join = builder.add(Join(f"{raw['id']}.join", raw["name"], path, after))
    entries = tuple(
        builder.steps(steps, f"{path}/branches/{number}", join, source.depth + 1)
        for number, steps in enumerate(raw["branches"])
    )
    return builder.add(Fork(raw["id"], raw["name"], path, join, entries))


def _named(raw: Raw, nested: Nested) -> Iterator[Named]:
    for steps in raw["branches"]:
        yield from nested(steps)


@dataclass(frozen=True, slots=True)
class Review(BaseNode):
    id: str
    name: str
    path: str
    next: int
    member: str
    back_to: str
    type = "review"

    def enter(self, context: Context) -> EntryResult:
        return EntryResult(WAIT, self.next, (Person(self.member, {"rule": "member"}),))

    def on_signal(self, visit: Visit, signal: Signal, context: VisitContext) -> Progress:
        if not isinstance(signal, Decided):
            return STAYS
        context.end(signal.task, APPROVED if signal.approved else REJECTED)
        return Progress(PASSED, self.next) if signal.approved else Progress("returned", back_to=self.back_to)


def build_review(builder: Builder, source: SourceRef, after: int) -> int:
    raw = source.raw
    return builder.add(Review(raw["id"], raw["name"], source.path, after, raw["member"], raw["back_to"]))


@dataclass(frozen=True, slots=True)
class Pause(BaseNode):
    id: str
    name: str
    path: str
    next: int
    type = "pause"

    def enter(self, context: Context) -> EntryResult:
        return EntryResult(WAIT, self.next, wait=("timer", self.id))

    def on_signal(self, visit: Visit, signal: Signal, context: VisitContext) -> Progress:
        return Progress(PASSED, self.next) if isinstance(signal, Received) else STAYS


def build_pause(builder: Builder, source: SourceRef, after: int) -> int:
    return builder.add(Pause(source.raw["id"], source.raw["name"], source.path, after))


def _type(name: str, build: Callable[[Builder, SourceRef, int], int], **told: Any) -> NodeType:
    return NodeType(name, {"zh-CN": name, "en": name}, Contract(name, {}), build, **told)


TYPES = {
    **NODE_TYPES,
    "parallel": _type("parallel", build_parallel, named=_named),
    "review": _type("review", build_review),
    "pause": _type("pause", build_pause),
}
