"""The organisation that a company starts with: its founder, one department named like it, the builtin roles."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from ...kernel.clock import to_text
from ...kernel.ids import derived_id
from ..org import Department, Org, OrgMember
from .permissions import builtin_role_id, builtin_roles

FIRST_STEPS = (
    "department_added",
    "role_added",
    "member_invited",
    "head_named",
    "form_published",
    "flow_published",
    "record_submitted",
)
"""What a new company should do, in the order in which it can. A step is ticked by whoever sees it happen."""

_NEEDED = frozenset({"department_added", "member_invited", "form_published", "flow_published", "record_submitted"})
"""A company that did these is at work. Roles and heads help the flow to find people, and not every flow needs them."""


@dataclass(frozen=True, slots=True)
class FirstStep:
    """`ready`: it can be done now, because what it builds on is there."""

    step: str
    done_at: str | None
    ready: bool


def first_steps(done: Mapping[str, str], org: Org) -> tuple[FirstStep, ...]:
    """`done` maps the steps ticked to their moments. Of a company that is at work already nothing is left open."""
    over = max(done[step] for step in _NEEDED) if done.keys() >= _NEEDED else None
    return tuple(FirstStep(step, done.get(step, over), _ready(step, done, org)) for step in FIRST_STEPS)


def _ready(step: str, done: Mapping[str, str], org: Org) -> bool:
    if step == "head_named":
        return sum(member.active for member in org.members.values()) > 1
    return step not in ("flow_published", "record_submitted") or "form_published" in done


def founding_org(
    tenant_id: str, company: str, *, member_id: str, name: str, email: str, language: str, now: datetime
) -> Org:
    root = Department(derived_id("root", tenant_id), company, head_id=member_id)
    founder = OrgMember(
        id=member_id,
        name=name,
        email=email,
        department_id=root.id,
        role_ids=frozenset({builtin_role_id(tenant_id, "administrator")}),
        language=language,
        joined_at=to_text(now),
    )
    return Org.of([founder], [root], builtin_roles(tenant_id, language))
