"""Who will be asked, before anybody is: the same walk that a run takes, with names."""

from dataclasses import dataclass
from typing import Any

from ...directory.org import Org
from .context import Context
from .run import Run
from .spec import PathStep, Spec, trace_path


@dataclass(frozen=True, slots=True)
class Step:
    """One node on the path. `outcome` is what entering it comes to; `blocked` means that a submission is refused."""

    node: str
    name: str
    type: str
    outcome: str
    mode: str = ""
    detail: str = ""
    reason: str = ""
    people: tuple[dict[str, Any], ...] = ()


def preview(spec: Spec, context: Context) -> tuple[Step, ...]:
    """The whole path of a record with these values, started by this initiator, if every approval is given."""
    return tuple(_step(stop, context.org) for stop in trace_path(spec, spec.entry, context))


def remaining_path(spec: Spec, run: Run, org: Org) -> tuple[Step, ...]:
    """What follows the node at which the run waits now, as the organisation is now."""
    if run.over:
        return ()
    context = Context(org, run.initiator, run.values, under_way=True)
    return tuple(_step(stop, org) for stop in trace_path(spec, spec.node(run.node).next, context))


def _step(stop: PathStep, org: Org) -> Step:
    node, visit = stop
    people = tuple(
        {"id": person.member, "name": org.members[person.member].name, "why": person.why} for person in visit.people
    )
    return Step(
        node.id, node.name, node.type, visit.outcome, visit.mode, visit.detail or visit.verdict, visit.reason, people
    )
