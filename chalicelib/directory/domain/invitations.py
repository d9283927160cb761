"""An invitation: a seat kept for one address until it is accepted, revoked or too old."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from ...kernel.clock import from_text, to_text
from ..org import Org, OrgMember
from .errors import InvitationClosed, TooMany
from .permissions import builtin_role_id

HOURS = 7 * 24
"""As long as the mailed link opens."""


MAX_INVITATIONS = 2000
"""With those that were never accepted: a list that is read whole has an end."""


@dataclass(frozen=True, slots=True)
class Invitation:
    """`link_id` names the link of the newest mail: no older one opens. Moments are wire texts."""

    id: str
    email: str
    name: str
    department_id: str
    role_ids: frozenset[str]
    language: str
    invited_by: str
    created_at: str
    expires_at: str
    position_id: str = ""
    manager_id: str = ""
    link_id: str = ""
    version: int = 0

    def is_open(self, now: datetime) -> bool:
        return now < from_text(self.expires_at)


def expiry(now: datetime) -> str:
    return to_text(now + timedelta(hours=HOURS))


def count_open(invitations: Iterable[Invitation], now: datetime) -> int:
    """Seats that are kept for somebody."""
    return sum(invitation.is_open(now) for invitation in invitations)


def check_room(invitations: Sequence[Invitation]) -> None:
    """Raises TooMany."""
    if len(invitations) >= MAX_INVITATIONS:
        raise TooMany(maximum=MAX_INVITATIONS)


def check_accept(invitation: Invitation | None, link_id: str, now: datetime) -> Invitation:
    """Raises InvitationClosed for a revoked invitation, an older mail than the newest, or one too old."""
    if invitation is None or invitation.link_id != link_id or not invitation.is_open(now):
        raise InvitationClosed()
    return invitation


def joining(
    org: Org, invitation: Invitation, *, tenant_id: str, member_id: str, name: str, language: str, now: datetime
) -> OrgMember:
    """The member that the invitation makes. What was dropped since falls back: to the root, to plain membership."""
    roles = frozenset(role_id for role_id in invitation.role_ids if role_id in org.roles)
    position = org.positions.get(invitation.position_id)
    manager = org.active(invitation.manager_id)
    return OrgMember(
        id=member_id,
        name=name or invitation.name,
        email=invitation.email,
        department_id=invitation.department_id if invitation.department_id in org.departments else org.root.id,
        manager_id=manager.id if manager else "",
        role_ids=roles or frozenset({builtin_role_id(tenant_id, "member")}),
        position=position.name if position else "",
        position_id=position.id if position else "",
        language=language or invitation.language,
        joined_at=to_text(now),
    )
