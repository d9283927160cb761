"""What upper contexts provide to jobs, which do not know them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..kernel.extensions import Port

if TYPE_CHECKING:
    from .kinds import JobKind

KINDS: Port[JobKind] = Port("jobs.kinds")
"""Every kind of job that the one worker does."""
