"""An early end: the run is approved or rejected here, whatever would follow."""

from dataclasses import dataclass

from ..builder import DONE, Builder, SourceRef
from ..context import Context
from ..contract import Contract
from ..node_entry import ENDED, BaseNode, EntryResult
from ..node_types import NodeType


@dataclass(frozen=True, slots=True)
class End(BaseNode):
    id: str
    name: str
    path: str
    next: int
    outcome: str
    type = "end"

    def enter(self, context: Context) -> EntryResult:  # noqa: ARG002
        return EntryResult(ENDED, DONE, verdict=self.outcome)

    def exits(self) -> tuple[int, ...]:
        return ()


def build(builder: Builder, source: SourceRef, after: int) -> int:
    """What follows in the same list can never be reached: that is noted at those steps by the publish checks."""
    raw = source.raw
    return builder.add(End(raw["id"], raw["name"], source.path, after, raw["outcome"]))


CONTRACT = Contract("Early end", {"outcome": {"enum": ["approved", "rejected"]}}, required=("outcome",))

NODE_TYPE = NodeType("end", {"zh-CN": "提前结束", "en": "Early end"}, CONTRACT, build)
