"""The calls that other contexts may make. None commits; whoever calls has decided who may read what."""

from ..kernel.unit_of_work import UnitOfWork
from . import wiring
from .domain import Comment

__all__ = ["Comment", "find"]


def find(work: UnitOfWork, record_id: str, comment_id: str) -> Comment | None:
    """The comment, if it is still there."""
    return wiring.comments().find(work, record_id, comment_id)
