"""A record before anything is filled in."""

from ...kernel.unit_of_work import UnitOfWork
from ..domain.definition import Form
from ..domain.records import Record


def new_record(form: Form, work: UnitOfWork, record_id: str, state: str) -> Record:
    """A record of the actor's own, still empty."""
    me, now = work.actor.member_id, work.at
    return Record(
        id=record_id,
        form_id=form.id,
        form_version=form.version,
        values={},
        state=state,
        created_by=me,
        created_at=now,
        updated_by=me,
        updated_at=now,
        state_at=now,
        owner=me,
        owner_department=work.actor.department_id,
    )
