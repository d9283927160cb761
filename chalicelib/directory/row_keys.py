"""The keys of the directory's rows; `store.py` says what stands in them."""

from ..kernel.ids import derived_id
from ..kernel.unit_of_work import Key

ORG = "org"
HEAD = Key(ORG, "head")
"""Its version is the organisation's. `work.require` it to decide only on the org that was seen."""
ROLES = Key(ORG, "roles")
POSITIONS = Key(ORG, "positions")
INVITATIONS = "invitations"
FIRST_STEPS = Key("company", "first_steps")

CALENDAR = "calendar"


def calendar_year(year: int) -> Key:
    return Key(CALENDAR, str(year))


def member(member_id: str) -> Key:
    return Key(ORG, f"member#{member_id}")


def department(department_id: str) -> Key:
    return Key(ORG, f"department#{department_id}")


def delegation(delegation_id: str) -> Key:
    return Key(ORG, f"delegation#{delegation_id}")


def rights(member_id: str) -> tuple[Key, ...]:
    """The rows that say what a member may do; the head comes along, so that the snapshot costs no second call."""
    return member(member_id), ROLES, HEAD


def invitation(invitation_id: str) -> Key:
    return Key(INVITATIONS, invitation_id)


def mailbox(email: str) -> Key:
    return Key("mailboxes", derived_id(email))
