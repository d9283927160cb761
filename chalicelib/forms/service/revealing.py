"""A masked value, whole, for who may ask for it: the audit log keeps who asked for which, and when."""

from typing import Any

from ...kernel.unit_of_work import UnitOfWork
from ..domain.errors import FieldNotRevealed, RecordNotFound
from ..domain.labels import label_text
from .entrance import Entrance
from .ports import Company


class Revealing:
    def __init__(self, entrance: Entrance, company: Company) -> None:
        self._entrance = entrance
        self._company = company

    def reveal(self, work: UnitOfWork, record_id: str, field_id: str) -> Any:
        """Raises RecordNotFound; FieldNotRevealed for any field that is not masked for the actor, or stays so.

        The log names form and field, not the record's title: who reads the log need not be able to read the record.
        """
        record, rights = self._entrance.record(work, record_id)
        if record.deleted:
            raise RecordNotFound()
        made = rights.definition
        if made is None or not rights.reveals([field_id]):
            raise FieldNotRevealed()
        language = self._company.language(work)
        told = {"name": label_text(made.name, language), "field": made.by_id[field_id].label(language)}
        self._company.audit_record(work, "record.revealed", record_id, told)
        return record.values.get(field_id)
