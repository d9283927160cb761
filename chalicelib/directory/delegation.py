"""While somebody is away, another decides for them: one period, for every form or for some.

Only new tasks go to the delegate; what is open already stays where it is. It ends by its date.
"""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Delegation:
    """`from_id` is away from `from_at` until before `to_at`, wire texts. `form_ids` empty is every form."""

    id: str
    from_id: str
    to_id: str
    from_at: str
    to_at: str
    form_ids: frozenset[str] = frozenset()
    version: int = 0

    def counts(self, at: str, form_id: str) -> bool:
        return self.from_at <= at < self.to_at and (not self.form_ids or form_id in self.form_ids)

    def meets(self, other: "Delegation") -> bool:
        """Whether there is a moment and a form for which both count."""
        together = self.from_at < other.to_at and other.from_at < self.to_at
        return together and (not self.form_ids or not other.form_ids or not self.form_ids.isdisjoint(other.form_ids))


def following(delegations: Iterable[Delegation], member_id: str, at: str, form_id: str) -> Delegation | None:
    """The delegation of this member that counts; the rules let no two of them meet."""
    return next((each for each in delegations if each.from_id == member_id and each.counts(at, form_id)), None)
