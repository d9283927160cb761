"""What a node type tells of itself, so that nothing else has to know it: one object in the type's own module."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from .builder import Builder, SourceRef
from .contract import Contract

Raw = Mapping[str, Any]

STARTERS, APPROVERS, RECIPIENTS, CONDITION = "starters", "approvers", "recipients", "condition"


class Named(NamedTuple):
    """`id` of what a definition names; `place` as the directory's `Use` calls it; `node` is the name of the step or
    branch.
    """

    id: str
    place: str
    node: str = ""


Nested = Callable[[Sequence[Raw]], Iterator[Named]]


def _names_nobody(raw: Raw, nested: Nested) -> Iterator[Named]:  # noqa: ARG001
    return iter(())


@dataclass(frozen=True, slots=True)
class NodeType:
    """- `type`: as a definition calls it.
    - `names`: what the editor calls a new step of it, by language; whoever reads such a name reads it in their own.
    - `contract`: what a raw step of it holds.
    - `build`: from the raw step, its place and the index of what follows, the index of its first node.
    - `named`: which members, roles and departments a raw step names, in reading order, and (by `nested`) the steps in
      it. A draft may be unfinished.
    """

    type: str
    names: Mapping[str, str]
    contract: Contract
    build: Callable[[Builder, SourceRef, int], int]
    named: Callable[[Raw, Nested], Iterator[Named]] = field(default=_names_nobody)
