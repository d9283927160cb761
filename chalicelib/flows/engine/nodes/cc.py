"""A copy (抄送): the recipients are informed, the run goes on at once. Finding nobody stops nothing."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ....directory.org import Org
from ..approvers import Rule, named_by, rules
from ..builder import Builder, SourceRef
from ..context import Context, unique_active
from ..contract import RULES, Contract
from ..node_entry import COPIED, BaseNode, EntryResult, Finding
from ..node_types import RECIPIENTS, Named, Nested, NodeType, Raw


@dataclass(frozen=True, slots=True)
class CopyTo(BaseNode):
    id: str
    name: str
    path: str
    next: int
    rules: tuple[Rule, ...]
    type = "cc"

    def enter(self, context: Context) -> EntryResult:
        people = unique_active(context.org, [each for rule in self.rules for each in rule.candidates(context)])
        return EntryResult(COPIED, self.next, people)

    def fixed(self, org: Org) -> Iterator[str]:
        return (each for rule in self.rules for each in rule.fixed(org))

    def check(self, org: Org, starters: Sequence[str]) -> Iterator[Finding]:  # noqa: ARG002
        return (Finding(fault) for rule in self.rules for fault in rule.faults(org))


def build(builder: Builder, source: SourceRef, after: int) -> int:
    raw, path = source.raw, source.path
    recipients = rules(builder, raw["recipients"], f"{path}/recipients")
    return builder.add(CopyTo(raw["id"], raw["name"], path, after, recipients))


def _named(raw: Raw, nested: Nested) -> Iterator[Named]:  # noqa: ARG001
    return (Named(each, RECIPIENTS, raw["name"]) for each in named_by(raw["recipients"]))


CONTRACT = Contract("Copy", {"recipients": RULES}, required=("recipients",))

NODE_TYPE = NodeType("cc", {"zh-CN": "抄送", "en": "Cc"}, CONTRACT, build, _named)
