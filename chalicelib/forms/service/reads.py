"""Which fields of the record that is saved its author may read: asked only where a rule refuses it."""

from collections.abc import Callable
from functools import cache

from ...kernel.unit_of_work import UnitOfWork
from ..access.groups import READABLE
from ..access.rights import Rights
from ..domain.definition import Form
from ..domain.records import DRAFT, Record
from .entrance import Entrance
from .new_record import new_record


def reads_of(entrance: Entrance, work: UnitOfWork, form: Form, record: Record | None) -> Callable[[str], bool]:
    """By the id of a field. `record` is what is stored; None for a new one, which is the actor's own."""

    @cache
    def rights() -> Rights:
        return entrance.rights(work, record or new_record(form, work, "", DRAFT))

    return lambda field_id: rights().level(field_id) >= READABLE
