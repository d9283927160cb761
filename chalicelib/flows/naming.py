"""Which members, roles and departments a flow's definition names, and where. A draft may be unfinished."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from .engine.node_types import APPROVERS, CONDITION, RECIPIENTS, STARTERS, Named
from .engine.nodes import NODE_TYPES

__all__ = ["APPROVERS", "CONDITION", "RECIPIENTS", "STARTERS", "Named", "named"]


def named(definition: Mapping[str, Any]) -> Iterator[Named]:
    """In reading order. Ids are unique, so that nobody need ask whose: a condition's value may be anything."""
    for each in definition.get("initiators") or ():
        yield from (Named(identity, STARTERS) for identity in each["ids"])
    yield from _steps(definition["steps"])


def _steps(steps: Sequence[Mapping[str, Any]]) -> Iterator[Named]:
    for step in steps:
        if known := NODE_TYPES.get(step["type"]):
            yield from known.named(step, _steps)
