"""What a kind of job declares; a context provides its kinds (`extensions.KINDS`).

A kind answers two questions: which items follow the cursor, and what is to be done to one of them. Everything else
(transactions, the cursor, failures, time, progress, stop and resume) is the worker's.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from ..kernel.extensions import every
from ..kernel.languages import Label
from ..kernel.unit_of_work import UnitOfWork
from .extensions import KINDS

if TYPE_CHECKING:
    from .domain import Job


@dataclass(frozen=True, slots=True)
class Subject:
    """What a job is about: `kind` is `form`, `record`, `member`; `name` as people read it when the job was started."""

    kind: str = ""
    id: str = ""
    name: Label = ""


class Item(NamedTuple):
    """One piece of a job. `cursor` is where the job stands once it is done; `name` is what the log calls it."""

    cursor: str
    name: Label = ""


def _nobody(work: UnitOfWork, job: Job, item: Item, fault: Exception) -> None:
    """Most kinds keep no more of a failure than the log does."""


def _nothing(work: UnitOfWork, job: Job) -> None:
    """Most kinds have nothing to do at the end."""


@dataclass(frozen=True, slots=True)
class JobKind:
    """`name` is `<context>.<what>`; `words` is its name for people.

    `find(work, job, limit)` answers at most `limit` items that follow `job.cursor`, in a fixed order; none: the job is
    done. `act(work, job, item)` records the changes of one item, at most about 45 rows. They are committed together
    with the cursor, so that an item is done once however often a message comes; what an item does outside the table
    (deleting a file) must bear repetition. `finish(work, job)` is recorded with the end of the job. All three act as
    the system; any failure of `act` but Contended and Unavailable
    is that item's own.

    `passed_over(work, job, item, fault)` is recorded with the passing over of an item that failed for good.

    `skips` False says that no item can be passed over (the next is what is left of it): the job fails in its place.

    `file` is the path that answers the address of the file that a job which is done has made (`{id}` is the job), for
    whoever started it.

    `permission` lets others than the one who started it see, stop and resume it; "" nobody but administrators.
    """

    name: str
    words: Mapping[str, str]
    permission: str
    find: Callable[[UnitOfWork, Job, int], Sequence[Item]]
    act: Callable[[UnitOfWork, Job, Item], None]
    finish: Callable[[UnitOfWork, Job], None] = _nothing
    skips: bool = True
    passed_over: Callable[[UnitOfWork, Job, Item, Exception], None] = _nobody
    file: str = ""

    @property
    def tells_failures(self) -> bool:
        """Whether items that are refused are told to people by the kind itself, as the rows of an imported file are."""
        return self.passed_over is not _nobody


def registered() -> Mapping[str, JobKind]:
    """Every kind by name, as the contexts provide them."""
    return {kind.name: kind for kind in every(KINDS)}
