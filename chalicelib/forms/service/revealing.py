"""A masked value, whole, for who may ask for it: the audit log keeps who asked for which, and when."""

from typing import Any

from ...kernel.unit_of_work import UnitOfWork
from ..domain.errors import FieldNotRevealed, RecordNotFound
from .entrance import Entrance
from .ports import Company


class Revealing:
    def __init__(self, entrance: Entrance, company: Company) -> None:
        self._entrance = entrance
        self._company = company

    def reveal(self, work: UnitOfWork, record_id: str, field_id: str) -> Any:
        """Raises RecordNotFound; FieldNotRevealed for any field that is not masked for the actor, or stays so."""
        record, rights = self._entrance.record(work, record_id)
        if record.deleted:
            raise RecordNotFound()
        if not rights.reveals([field_id]):
            raise FieldNotRevealed()
        title = rights.title(record.title, record.values)
        self._company.audit_record(work, "record.revealed", record_id, {"name": title, "field": field_id})
        return record.values.get(field_id)
