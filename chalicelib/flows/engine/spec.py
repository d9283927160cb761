"""A compiled flow: immutable, one per published version, shared by all its runs."""

from collections.abc import Generator, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from ...directory.org import Org
from .builder import DONE, Builder
from .context import Context
from .errors import DefinitionInvalid
from .fields import FormView
from .node_entry import EntryResult, Node
from .node_types import NodeType
from .nodes import NODE_TYPES
from .starters import Starters, starters

ANYTIME = "anytime"
BEFORE_FIRST_DECISION = "before_first_decision"


@dataclass(frozen=True, slots=True)
class Spec:
    """`entry` and every `next` are indexes into `nodes`; `consulted` are the form fields that can change the path."""

    name: str
    form: FormView
    entry: int
    nodes: tuple[Node, ...]
    consulted: frozenset[str]
    starters: Starters
    withdraw: str = BEFORE_FIRST_DECISION
    summary: tuple[str, ...] = ()
    """Fields that cards show; empty: the usual ones."""
    index: Mapping[str, int] = field(default_factory=dict)
    """The index of a node by its id."""

    @property
    def withdraws_anytime(self) -> bool:
        return self.withdraw == ANYTIME

    def node(self, node_id: str) -> Node:
        return self.nodes[self.index[node_id]]


PathStep = tuple[Node, EntryResult]


def trace_path(spec: Spec, entry: int, context: Context, until: int = DONE) -> Generator[PathStep, None, bool]:
    """The nodes met from here to the end (or to the node at index `until`), as if every approval is given: at a fork
    one branch after the other. A run takes it up to the first that waits. Returns whether the run ends on the way.
    """
    at = entry
    while at not in (DONE, until):
        node = spec.nodes[at]
        result = node.enter(context)
        yield node, result
        for branch in result.forks:
            if (yield from trace_path(spec, branch, context, result.next)):
                return True
        if result.verdict:
            return True
        at = result.next
    return False


def compile_flow(definition: Mapping[str, Any], form: FormView, types: Mapping[str, NodeType] = NODE_TYPES) -> Spec:
    """The spec of a definition that has the shape of `schemas/definition.json`.

    Raises DefinitionInvalid with every fault that the definition and its form alone show.
    """
    builder = Builder(form, {name: each.build for name, each in types.items()})
    if not definition["steps"]:
        builder.fault("/steps", "flow_empty")
    entry = builder.steps(definition["steps"], "/steps", DONE, 1)
    for place, name in enumerate(definition.get("summary", ())):
        if name not in form.fields:
            builder.fault(f"/summary/{place}", "field_unknown", field=name)
    allowed = starters(definition.get("initiators"))
    if builder.problems:
        raise DefinitionInvalid(fields=builder.problems)
    nodes: tuple[Node, ...] = tuple(builder.nodes)
    return Spec(
        name=definition["name"],
        form=form,
        entry=entry,
        nodes=nodes,
        consulted=frozenset(builder.consulted),
        starters=allowed,
        withdraw=definition.get("withdraw", BEFORE_FIRST_DECISION),
        summary=tuple(definition.get("summary", ())),
        index={node.id: number for number, node in enumerate(nodes)},
    )


def initiators(spec: Spec, org: Org) -> Iterator[str]:
    """Every active member who may start it."""
    for member in org.members.values():
        if member.active and spec.starters.admit(org, member.id):
            yield member.id
