"""An early end: the run is approved or rejected here, whatever would follow."""

from collections.abc import Iterator
from dataclasses import dataclass

from ....directory.org import Org
from ....kernel.errors import FieldError
from ..builder import DONE, Builder, SourceRef
from ..context import Context
from ..node_entry import ENDED, EntryResult


@dataclass(frozen=True, slots=True)
class End:
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

    def check(self, org: Org) -> Iterator[FieldError]:  # noqa: ARG002
        return iter(())


def build(builder: Builder, source: SourceRef, after: int) -> int:
    """What follows in the same list can never be reached: that is noted at those steps by the publish checks."""
    raw = source.raw
    return builder.add(End(raw["id"], raw["name"], source.path, after, raw["outcome"]))
