"""`forms.follow`: records take over what has changed in a record that they are linked to.

An item is a record. Params: `form_id` and `path` (the form and the link of the records that follow), `parent_id` (the
record that changed; "": all records of the form, after it was published with fields that follow).

Jobs have no name: one that is under way may have passed a record before the next change came.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, Any

from ...jobs.kinds import Item, JobKind, Subject
from ...kernel.unit_of_work import UnitOfWork
from .. import wiring

if TYPE_CHECKING:
    from ...jobs.domain import Job

NAME = "forms.follow"


def start_for_source(work: UnitOfWork, form_id: str, record_id: str, title: str, fields: Collection[str]) -> None:
    """One job for each link through which other forms follow one of the fields."""
    for follower, path in wiring.following().followers(work, form_id, fields):
        _start(work, {"form_id": follower, "path": path, "parent_id": record_id}, Subject("record", record_id, title))


def start_if_wanted(work: UnitOfWork, form_id: str, version: int, name: Any) -> None:
    """One job over all records of a form that has new fields which follow."""
    if wiring.following().wanted(work, form_id, version):
        _start(work, {"form_id": form_id, "path": "", "parent_id": ""}, Subject("form", form_id, name))


def _start(work: UnitOfWork, params: dict[str, Any], subject: Subject) -> None:
    from ...jobs import api as jobs

    jobs.start(work, NAME, params, subject=subject)


def _find(work: UnitOfWork, job: Job, limit: int) -> Sequence[Item]:
    form_id, path, parent_id = (str(job.params[name]) for name in ("form_id", "path", "parent_id"))
    return wiring.following().find(work, form_id, (path, parent_id), job.cursor, limit)


def _act(work: UnitOfWork, job: Job, item: Item) -> None:  # noqa: ARG001 - the record says itself what it follows
    wiring.following().follow(work, item.cursor)


KIND = JobKind(
    name=NAME,
    words={"zh-CN": "更新带出的值", "en": "Update pulled-through values"},
    permission="forms.build",
    find=_find,
    act=_act,
)
