"""What a signed-in member sees of himself, his rights, his company, and of what a new company should do next."""

from dataclasses import dataclass

from ...kernel.errors import Unauthenticated
from ...kernel.unit_of_work import UnitOfWork
from ...tenancy.api import Tenant
from ..domain.founding import FirstStep, first_steps
from ..org import Org, OrgMember
from .ports import FirstStepStore, OrgStore, Tenancy


@dataclass(frozen=True, slots=True)
class Self:
    org: Org
    member: OrgMember
    tenant: Tenant
    first_steps: tuple[FirstStep, ...]


class Me:
    def __init__(self, orgs: OrgStore, steps: FirstStepStore, tenancy: Tenancy) -> None:
        self._orgs = orgs
        self._steps = steps
        self._tenancy = tenancy

    def look(self, work: UnitOfWork) -> Self:
        org = self._orgs.get(work)
        member = org.active(work.actor.member_id)
        if member is None:
            raise Unauthenticated()
        return Self(org, member, self._tenancy.get_tenant(work), first_steps(self._steps.get(work), org))
