"""What publishing refuses beyond faulty definitions: steps that nobody can reach, arms that cannot be taken, approvals
for which nobody would ever be found; and what it warns of.

The organisation is the live one: each active member who may start the flow is tried as the initiator of every node.
Where the form's values decide who it is, only the named people are checked.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ...directory.org import Org
from ...kernel.errors import FieldError
from ..step_names import label_of
from .builder import DONE
from .conditions import covered
from .nodes.branch import Branch
from .spec import Spec, initiators


@dataclass(frozen=True, slots=True)
class Findings:
    errors: tuple[FieldError, ...]
    warnings: tuple[FieldError, ...]


def check(spec: Spec, org: Org) -> Findings:
    """Errors stand in the way of publishing; warnings do not."""
    reached = _reached(spec)
    errors = list(spec.starters.faults(org))
    warnings: list[FieldError] = []
    starters = list(initiators(spec, org))
    if not starters:
        errors.append(FieldError.of("/initiators", "nobody_may_start"))
    for number in sorted(range(len(spec.nodes)), key=lambda each: _order(spec.nodes[each].path)):
        node = spec.nodes[number]
        if number not in reached:
            errors.append(FieldError.of(node.path, "node_unreachable", node=label_of(node.name)))
        for found in node.check(org, starters):
            (warnings if found.warning else errors).append(found.fault)
        if isinstance(node, Branch):
            errors += _arms(node)
    return Findings(tuple(errors), tuple(warnings))


def named_at(spec: Spec, org: Org, member_id: str) -> Iterator[FieldError]:
    """Each step whose rules themselves bring documents to this member: by name, by role, or as the head of a department
    that the rule names. Who is asked because of a reporting line or of what somebody fills in is not named by the flow.
    """
    for number in sorted(range(len(spec.nodes)), key=lambda each: _order(spec.nodes[each].path)):
        node = spec.nodes[number]
        standing = (org.standing_for(each) for each in node.fixed(org))
        if any(member is not None and member.id == member_id for member in standing):
            yield FieldError.of(node.path, "designer_named", node=node.name)


def _order(path: str) -> tuple[Any, ...]:
    return tuple((0, int(part), "") if part.isdigit() else (1, 0, part) for part in path.split("/"))


def _reached(spec: Spec) -> set[int]:
    reached: set[int] = set()
    pending = [spec.entry]
    while pending:
        at = pending.pop()
        if at != DONE and at not in reached:
            reached.add(at)
            pending += spec.nodes[at].exits()
    return reached


def _arms(node: Branch) -> Iterator[FieldError]:
    for position, arm in enumerate(node.arms):
        earlier = [each.condition for each in node.arms[:position]]
        path = f"{arm.path}/condition"
        unfilled = arm.condition.unfilled()
        if unfilled:
            yield from unfilled
        elif arm.condition.impossible:
            yield FieldError.of(path, "condition_never_holds", branch=label_of(arm.name))
        elif any(each.same(arm.condition) for each in earlier):
            yield FieldError.of(path, "condition_repeated", branch=label_of(arm.name))
        elif covered(arm.condition, earlier):
            yield FieldError.of(path, "condition_covered", branch=label_of(arm.name))
