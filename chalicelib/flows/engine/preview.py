"""Who will be asked, before anybody is: the same path that a run takes, with names."""

from collections.abc import Generator
from dataclasses import dataclass
from typing import Any

from ...directory.org import Org
from .builder import DONE
from .context import Context
from .environment import Environment
from .run import ACTIVE, WAITING, Run
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
    return tuple(_step(each, context.org) for each in trace_path(spec, spec.entry, context))


def remaining_path(spec: Spec, run: Run, env: Environment) -> tuple[Step, ...]:
    """What follows the nodes at which the run waits now, as the organisation and the day are now."""
    context = env.context(run.initiator, run.values, under_way=True)
    return tuple(_step(each, env.org) for each in _after(spec, run, context, "", DONE))


def _after(spec: Spec, run: Run, context: Context, scope: str, join: int) -> Generator[PathStep, None, bool]:
    """What follows the tokens of one scope, as far as the join at which they meet; whether the run ends on the way."""
    for token in run.tokens:
        if token.scope != scope:
            continue
        following = spec.node(token.node).next if token.node else join
        if token.state == WAITING and (yield from _after(spec, run, context, token.visit, following)):
            return True
        if token.state in (ACTIVE, WAITING) and (yield from trace_path(spec, following, context, join)):
            return True
    return False


def _step(step: PathStep, org: Org) -> Step:
    node, result = step
    people = tuple(
        {"id": person.member, "name": org.members[person.member].name, "why": person.why} for person in result.people
    )
    detail = result.detail or result.verdict
    return Step(node.id, node.name, node.type, result.outcome, result.mode, detail, result.reason, people)
