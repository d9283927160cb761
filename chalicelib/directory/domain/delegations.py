"""When somebody may name a delegate: for a period that is not over, an active colleague, and never in a circle."""

from collections.abc import Iterable
from datetime import timedelta

from ...kernel.clock import from_text, to_text
from ...kernel.errors import FieldError
from ..delegation import Delegation
from ..org import Org
from .errors import DirectoryInvalid, TooMany

MAX_DELEGATIONS = 20
"""Of one member, that are not over."""
LONGEST = timedelta(days=366)


def new(org: Org, delegation: Delegation, at: str) -> Delegation:
    """Raises DirectoryInvalid, TooMany. Moments get their wire form."""
    faults = []
    if delegation.to_id == delegation.from_id:
        faults.append(FieldError.of("/to_id", "delegate_is_oneself"))
    elif org.active(delegation.to_id) is None:
        faults.append(FieldError.of("/to_id", "unknown_member"))
    begins, ends = from_text(delegation.from_at), from_text(delegation.to_at)
    if not begins < ends or to_text(ends) <= at:
        faults.append(FieldError.of("/to_at", "delegation_is_over"))
    elif ends - begins > LONGEST:
        faults.append(FieldError.of("/to_at", "delegation_too_long", maximum=LONGEST.days))
    if faults:
        raise DirectoryInvalid(fields=faults)
    own = [each for each in org.delegations if each.from_id == delegation.from_id and each.to_at > at]
    if len(own) >= MAX_DELEGATIONS:
        raise TooMany(maximum=MAX_DELEGATIONS)
    if any(each.meets(delegation) for each in own):
        raise DirectoryInvalid(fields=[FieldError.of("/from_at", "delegation_meets_another")])
    if _leads_back(org.delegations, delegation):
        raise DirectoryInvalid(fields=[FieldError.of("/to_id", "delegation_cycle")])
    return delegation


def forgotten(org: Org, member_id: str, at: str) -> list[Delegation]:
    """Delegations of this member that ended longest ago, beyond those that are still shown."""
    ended = [each for each in org.delegations if each.from_id == member_id and each.to_at <= at]
    return sorted(ended, key=lambda each: each.to_at, reverse=True)[MAX_DELEGATIONS:]


def _leads_back(delegations: Iterable[Delegation], delegation: Delegation) -> bool:
    """Whether the delegate, or whoever decides for them meanwhile, has named who is away now."""
    meeting = [each for each in delegations if each.meets(delegation)]
    reached, waiting = {delegation.to_id}, [delegation.to_id]
    while waiting:
        member = waiting.pop()
        for each in meeting:
            if each.from_id == member and each.to_id not in reached:
                reached.add(each.to_id)
                waiting.append(each.to_id)
    return delegation.from_id in reached
