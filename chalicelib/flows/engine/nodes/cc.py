"""A copy (抄送): the recipients are informed, the run goes on at once. Finding nobody stops nothing."""

from collections.abc import Iterator
from dataclasses import dataclass

from ....directory.org import Org
from ....kernel.errors import FieldError
from ..approvers import Rule, rules
from ..builder import Builder, SourceRef
from ..context import Context, unique_active
from ..node_entry import COPIED, EntryResult


@dataclass(frozen=True, slots=True)
class CopyTo:
    id: str
    name: str
    path: str
    next: int
    rules: tuple[Rule, ...]
    type = "cc"

    def enter(self, context: Context) -> EntryResult:
        people = unique_active(context.org, [each for rule in self.rules for each in rule.candidates(context)])
        return EntryResult(COPIED, self.next, people)

    def exits(self) -> tuple[int, ...]:
        return (self.next,)

    def check(self, org: Org) -> Iterator[FieldError]:
        for rule in self.rules:
            yield from rule.faults(org)


def build(builder: Builder, source: SourceRef, after: int) -> int:
    raw, path = source.raw, source.path
    recipients = rules(builder, raw["recipients"], f"{path}/recipients")
    return builder.add(CopyTo(raw["id"], raw["name"], path, after, recipients))
