"""Use cases on who decides while I am away."""

from collections.abc import Collection
from dataclasses import replace
from typing import Any

from ...kernel.clock import from_text, to_text
from ...kernel.errors import NotFound, Stale
from ...kernel.ids import new_ordered_id
from ...kernel.unit_of_work import UnitOfWork
from ..delegation import Delegation
from ..domain import delegations as rules
from ..org import Org
from .ports import DelegationStore, Tenancy


class Delegations:
    def __init__(self, orgs: DelegationStore, tenancy: Tenancy) -> None:
        self._orgs = orgs
        self._tenancy = tenancy

    def mine(self, work: UnitOfWork) -> tuple[Org, list[Delegation]]:
        """Those that I gave, and those given to me that are not over; the latest first."""
        org, me = self._orgs.get(work), work.actor.member_id
        found = [each for each in org.delegations if each.from_id == me or (each.to_id == me and each.to_at > work.at)]
        return org, sorted(found, key=lambda each: (each.from_at, each.id), reverse=True)

    def add(
        self, work: UnitOfWork, to_id: str, from_at: str, to_at: str, form_ids: Collection[str]
    ) -> tuple[Org, Delegation]:
        """New tasks of mine go to `to_id` for the period. Raises DirectoryInvalid, TooMany."""
        org, me = self._orgs.get(work), work.actor.member_id
        begins, ends = to_text(from_text(from_at)), to_text(from_text(to_at))
        wanted = Delegation(new_ordered_id(work.now), me, to_id, begins, ends, frozenset(form_ids))
        delegation = rules.new(org, wanted, work.at)
        for each in rules.forgotten(org, me, work.at):
            self._orgs.drop_delegation(work, each)
        self._orgs.add_delegation(work, delegation)
        self._tenancy.audit(work, "delegation.created", "delegation", delegation.id, after=_shown(delegation))
        return org, replace(delegation, version=1)

    def drop(self, work: UnitOfWork, delegation_id: str, version: int) -> None:
        """End it, or take it back before it begins. Raises NotFound for one of somebody else, Stale."""
        org = self._orgs.get(work)
        own = {each.id: each for each in org.delegations if each.from_id == work.actor.member_id}
        delegation = own.get(delegation_id)
        if delegation is None:
            raise NotFound()
        if delegation.version != version:
            raise Stale()
        self._orgs.drop_delegation(work, delegation)
        self._tenancy.audit(work, "delegation.removed", "delegation", delegation_id, before=_shown(delegation))


def _shown(delegation: Delegation) -> dict[str, Any]:
    return {
        "from_id": delegation.from_id,
        "to_id": delegation.to_id,
        "from_at": delegation.from_at,
        "to_at": delegation.to_at,
    }
