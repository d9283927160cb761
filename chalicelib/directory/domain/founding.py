"""The organisation that a company starts with: its founder, one department named like it, the builtin roles."""

from datetime import datetime

from ...kernel.clock import to_text
from ...kernel.ids import derived_id
from ..org import Department, Org, OrgMember
from .permissions import builtin_role_id, builtin_roles

FIRST_STEPS = ("department_added", "member_invited", "form_published", "flow_published", "record_submitted")
"""What a new company should do, in order. A step is ticked by whoever sees it happen."""


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
