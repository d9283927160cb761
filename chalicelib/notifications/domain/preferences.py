"""Which kinds of notices a member wants by mail. All of them, until he says otherwise."""

from collections.abc import Mapping
from dataclasses import dataclass

TODO = "todo"
OUTCOME = "outcome"
CC = "cc"
COMMENT = "comment"
KINDS = (TODO, OUTCOME, CC, COMMENT)


@dataclass(frozen=True, slots=True)
class Preferences:
    """`off` are the kinds that he does not want; `version` 0 is somebody who never said."""

    off: frozenset[str] = frozenset()
    version: int = 0

    def wants(self, kind: str) -> bool:
        return kind not in self.off

    def shown(self) -> dict[str, bool]:
        return {kind: self.wants(kind) for kind in KINDS}


def chosen(wanted: Mapping[str, bool], before: Preferences) -> Preferences:
    """A kind that is not among `wanted` stays as it was: who chooses may know fewer kinds than there are."""
    off = (kind for kind in KINDS if not wanted.get(kind, before.wants(kind)))
    return Preferences(frozenset(off), before.version)
