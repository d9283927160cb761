"""The calls that other contexts may make. None commits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..kernel.unit_of_work import UnitOfWork
from . import wiring

if TYPE_CHECKING:
    from .domain import Comment

__all__ = ["told_to"]


def told_to(work: UnitOfWork, record_id: str, comment_id: str, member_id: str) -> Comment | None:
    """The comment, if it is still there and the member may read its record now."""
    return wiring.comments().told_to(work, record_id, comment_id, member_id)
