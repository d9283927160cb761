"""What a condition can mean by "me" and "my": ids, as the organisation is now."""

from collections.abc import Callable

from .org import Org

LEVELS = 50
"""Of a reporting line that are looked at."""


def actor_ids(org: Org, member_id: str) -> Callable[[str], frozenset[str]]:
    """For each name of `conditions.dynamic.ACTORS`; empty where the actor has none."""

    def subordinates() -> frozenset[str]:
        """Whoever reports to the member, directly or through others."""
        below = (each for each in org.members.values() if each.active and each.id != member_id)
        return frozenset(
            each.id for each in below if any(above.id == member_id for above in org.managers_of(each.id, LEVELS))
        )

    def ids(name: str) -> frozenset[str]:
        if name == "me":
            return frozenset([member_id])
        if name == "subordinates":
            return subordinates()
        member = org.member(member_id)
        departments = frozenset(member.department_ids) if member else frozenset[str]()
        if name == "department_and_below":
            return frozenset[str]().union(*map(org.within, departments))
        return departments

    return ids
