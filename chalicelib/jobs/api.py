"""The calls that other contexts may make. All record on `work`; none commits."""

from typing import Any

from ..kernel.unit_of_work import UnitOfWork
from . import wiring
from .kinds import Item, JobKind, Subject

__all__ = ["Item", "JobKind", "Subject", "start"]


def start(
    work: UnitOfWork, kind: str, params: dict[str, Any], *, subject: Subject, name: str = "", total: int | None = None
) -> str:
    """Start a job of a registered kind; its id. See `Jobs.start`.

    `params` are JSON values that the kind reads. Under a `name` one job of the kind works at a time.
    """
    return wiring.jobs().start(work, kind, params, subject=subject, name=name, total=total)
