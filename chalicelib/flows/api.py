"""The calls that other contexts may make. All record on `work`; none commits.

As a whole it is the directory's port `Handover`: `directory.api.use_handover(flows.api)` in `app.py`.
"""

from ..kernel.work import Work
from . import wiring


def count_open(work: Work, member_id: str) -> int:
    """How many to-dos he has open."""
    return wiring.lists().count_todos(work, member_id)


def hand_over(work: Work, from_id: str, to_id: str) -> None:
    """His open to-dos become his successor's: the first few now, the rest once `directory.MemberDeactivated` is heard.

    Raises SuccessorIsInitiator, SuccessorInactive.
    """
    wiring.handover().hand_over(work, from_id, to_id)
