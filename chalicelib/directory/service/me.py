"""What a signed-in member sees of himself, his rights, his company, and of what a new company should do next."""

from dataclasses import dataclass

from ...kernel.errors import Unauthenticated
from ...kernel.work import Work
from ...tenancy.api import Tenant
from ..domain.founding import FIRST_STEPS
from ..org import Org, OrgMember
from .ports import FirstStepStore, OrgStore, Tenancy


@dataclass(frozen=True, slots=True)
class Self:
    """`first_steps` maps each step to the moment it was done, or None."""

    org: Org
    member: OrgMember
    tenant: Tenant
    first_steps: dict[str, str | None]


class Me:
    def __init__(self, orgs: OrgStore, steps: FirstStepStore, tenancy: Tenancy) -> None:
        self._orgs = orgs
        self._steps = steps
        self._tenancy = tenancy

    def look(self, work: Work) -> Self:
        org = self._orgs.get(work)
        member = org.active(work.actor.member_id)
        if member is None:
            raise Unauthenticated()
        done = self._steps.get(work)
        return Self(org, member, self._tenancy.get_tenant(work), {step: done.get(step) for step in FIRST_STEPS})
