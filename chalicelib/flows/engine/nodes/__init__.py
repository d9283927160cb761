"""The node types: one file each. A new type is a new file and a line in `TYPES`.

A node is frozen and knows its place (`path`) and what follows it (`next`). `enter` says what happens when a run comes
to it; the same answer drives a run, a preview and the publish checks.
"""

from collections.abc import Callable, Mapping

from ..builder import Builder, SourceRef
from . import approve, branch, cc, end

TYPES: Mapping[str, Callable[[Builder, SourceRef, int], int]] = {
    "approve": approve.build,
    "cc": cc.build,
    "branch": branch.build,
    "end": end.build,
}
